import { randomBytes } from "node:crypto";
import type { MailFailure, Subscriber } from "../model/mail.ts";
import type { Queryable } from "./database.ts";
import { getSetting } from "./settings.ts";

const columns = `id, address, rhythm, to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "confirmedAt",
  to_char(last_day, 'YYYY-MM-DD') as "lastDay", failures`;

interface SubscriberRow extends Omit<Subscriber, "confirmedAt" | "lastDay"> {
  readonly confirmedAt: string | null;
  readonly lastDay: string | null;
}

function subscriberOf({ confirmedAt, lastDay, ...row }: SubscriberRow): Subscriber {
  return { ...row, ...(confirmedAt !== null && { confirmedAt }), ...(lastDay !== null && { lastDay }) };
}

/**
 * Keeps the wish for mail to an address. One that is known and confirmed stays as it is, so that nobody changes it for another; one that is not is asked
 * again, once a day at most.
 */
export async function askForMail(
  db: Queryable,
  { id, address, rhythm, at }: Pick<Subscriber, "id" | "address" | "rhythm"> & { readonly at: string },
): Promise<void> {
  await db.query(
    `insert into subscribers (id, address, rhythm, asked_at, try_at) values ($1, $2, $3, $4, $4)
     on conflict (address) do update set rhythm = excluded.rhythm, asked_at = excluded.asked_at, mailed_at = null, try_at = excluded.try_at
       where subscribers.confirmed_at is null and subscribers.asked_at < excluded.asked_at - interval '1 day'`,
    [id, address, rhythm, at],
  );
}

export async function findSubscriber(db: Queryable, id: string): Promise<Subscriber | undefined> {
  const [row] = await db.query<SubscriberRow>(`select ${columns} from subscribers where id = $1`, [id]);
  return row && subscriberOf(row);
}

/** They said yes. What is out by now is not sent any more: the next edition is their first. */
export async function confirmSubscriber(db: Queryable, id: string, at: string): Promise<void> {
  await db.query(
    `update subscribers set confirmed_at = $2, try_at = $2, failures = 0, last_failure = null,
       last_day = (select max(day) from daily_editions)
     where id = $1 and confirmed_at is null`,
    [id, at],
  );
}

export async function removeSubscriber(db: Queryable, id: string): Promise<void> {
  await db.query("delete from subscribers where id = $1", [id]);
}

/** Those who never confirmed are forgotten. */
export async function forgetUnconfirmed(db: Queryable, askedBefore: string): Promise<void> {
  await db.query("delete from subscribers where confirmed_at is null and asked_at < $1", [askedBefore]);
}

/**
 * One who is to get a mail now: the question whether they want it, or the edition of `day` once a day or a week. Nobody else takes them until the lease
 * is over, so that several processes may send.
 */
export async function takeDueSubscriber(
  db: Queryable,
  day: string | undefined,
  now: string,
  leaseMs: number,
): Promise<Subscriber | undefined> {
  const [row] = await db.query<SubscriberRow>(
    `update subscribers set try_at = $2::timestamptz + $3::double precision * interval '1 millisecond'
     where id = (
       select id from subscribers
       where try_at <= $2 and (
         (confirmed_at is null and mailed_at is null)
         or (confirmed_at is not null and (last_day is null or last_day <= $1::date - case rhythm when 'daily' then 1 else 7 end))
       )
       order by try_at limit 1 for update skip locked
     ) returning ${columns}`,
    [day ?? null, now, leaseMs],
  );
  return row && subscriberOf(row);
}

/** A mail went out: the question, or the edition of a day. */
export async function recordSent(db: Queryable, id: string, at: string, day?: string): Promise<void> {
  await db.query(
    `update subscribers set mailed_at = $2, try_at = $2, failures = 0, last_failure = null, last_day = coalesce($3::date, last_day)
     where id = $1`,
    [id, at, day ?? null],
  );
}

export async function recordUnsent(
  db: Queryable,
  id: string,
  failure: { readonly reason: MailFailure; readonly detail: string; readonly tryAt: string },
): Promise<void> {
  await db.query("update subscribers set failures = failures + 1, last_failure = $2, try_at = $3 where id = $1", [
    id,
    `${failure.reason}: ${failure.detail}`,
    failure.tryAt,
  ]);
}

/** How many get mail, how many were asked and have not answered, and the newest failure in words. */
export async function countSubscribers(db: Queryable): Promise<{
  readonly confirmed: number;
  readonly asked: number;
  readonly failing: number;
  readonly failure?: string;
}> {
  const [row] = await db.query<{ confirmed: number; asked: number; failing: number; failure: string | null }>(
    `select count(confirmed_at)::integer as confirmed, (count(*) - count(confirmed_at))::integer as asked,
       (count(*) filter (where failures > 0))::integer as failing,
       (array_agg(last_failure order by try_at desc) filter (where last_failure is not null))[1] as failure
     from subscribers`,
  );
  const { failure, ...counts } = row ?? { confirmed: 0, asked: 0, failing: 0, failure: null };
  return { ...counts, ...(failure !== null && { failure }) };
}

/** What the links in mails are signed by; made once, by whoever needs it first. */
export async function subscriberSecret(db: Queryable): Promise<string> {
  await db.query("insert into settings (key, value) values ('mailSecret', to_jsonb($1::text)) on conflict do nothing", [
    randomBytes(32).toString("base64url"),
  ]);
  return String(await getSetting(db, "mailSecret"));
}
