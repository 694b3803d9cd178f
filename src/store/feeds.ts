import type { Feed } from "../model/feed.ts";
import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";

/** A feed with what its last polls brought. */
export interface FeedState extends Feed {
  readonly etag?: string;
  readonly lastModified?: string;
  /** ISO 8601. */
  readonly lastPollAt?: string;
  /** "ok", "not-modified", or the reason it failed. */
  readonly lastOutcome?: string;
  /** The reason in words. */
  readonly lastDetail?: string;
  /** When its newest item was published, ISO 8601. */
  readonly lastItemAt?: string;
  /** How many items the last poll brought. */
  readonly newItems: number;
  /** Failures in a row. */
  readonly failures: number;
  /** The pause before the next poll. */
  readonly delayMs: number;
  readonly nextPollAt?: string;
}

/** What one poll brought. */
export interface PollRecord {
  readonly outcome: string;
  readonly detail?: string;
  readonly failures: number;
  readonly delayMs: number;
  readonly newItems: number;
  readonly polledAt: string;
  readonly nextPollAt: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Where it has moved for good. */
  readonly url?: string;
  readonly lastItemAt?: string;
  readonly title?: string;
  readonly language?: string;
}

const columns = `id, outlet_id as "outletId", url, title, language, subject, status, etag, last_modified as "lastModified",
  last_poll_at as "lastPollAt", last_outcome as "lastOutcome", last_detail as "lastDetail", last_item_at as "lastItemAt",
  new_items as "newItems", failures, delay_ms as "delayMs", next_poll_at as "nextPollAt"`;

/** Saves a feed, or changes what is known of it; what its polls brought stays. False when another feed has its address. */
export async function saveFeed(db: Queryable, feed: Feed): Promise<boolean> {
  const rows = await db.query(
    `insert into feeds (id, outlet_id, url, title, language, subject, status)
     select $1, $2, $3, $4, $5, $6, $7 where not exists (select from feeds where url = $3 and id <> $1)
     on conflict (id) do update set outlet_id = excluded.outlet_id, url = excluded.url, title = excluded.title,
       language = excluded.language, subject = excluded.subject, status = excluded.status
     returning id`,
    [feed.id, feed.outletId, feed.url, feed.title ?? null, feed.language ?? null, feed.subject ?? null, feed.status],
  );
  return rows.length > 0;
}

export async function listFeeds(db: Queryable): Promise<FeedState[]> {
  return (await db.query(`select ${columns} from feeds order by outlet_id, url`)).map((row) =>
    present<FeedState>(row as never),
  );
}

/** By id or address. */
/** How many outlets have a feed that is read. */
export async function countReadOutlets(db: Queryable): Promise<number> {
  const [row] = await db.query<{ outlets: number }>(
    "SELECT count(DISTINCT outlet_id)::int AS outlets FROM feeds WHERE status = 'active'",
  );
  return row?.outlets ?? 0;
}

export async function findFeed(db: Queryable, idOrUrl: string): Promise<FeedState | undefined> {
  const [row] = await db.query(`select ${columns} from feeds where id = $1 or url = $1 limit 1`, [idOrUrl]);
  return row && present<FeedState>(row as never);
}

/** Active feeds whose next poll is due, those never asked first. */
export async function dueFeeds(db: Queryable, now: string, limit: number): Promise<FeedState[]> {
  const rows = await db.query(
    `select ${columns} from feeds where status = 'active' and (next_poll_at is null or next_poll_at <= $1)
     order by next_poll_at nulls first, id limit $2`,
    [now, limit],
  );
  return rows.map((row) => present<FeedState>(row as never));
}

/** Keeps what a poll brought. An address it has moved to is taken over unless another feed has it. */
export async function recordPoll(db: Queryable, id: string, poll: PollRecord): Promise<void> {
  await db.query(
    `update feeds set last_outcome = $2, last_detail = $3, failures = $4, delay_ms = $5, new_items = $6, last_poll_at = $7,
       next_poll_at = $8, etag = coalesce($9, etag), last_modified = coalesce($10, last_modified),
       last_item_at = coalesce($11, last_item_at), title = coalesce(title, $12), language = coalesce(language, $13),
       url = case when $14::text is null or exists (select from feeds as other where other.url = $14 and other.id <> $1)
         then url else $14 end
     where id = $1`,
    [
      id,
      poll.outcome,
      poll.detail ?? null,
      poll.failures,
      poll.delayMs,
      poll.newItems,
      poll.polledAt,
      poll.nextPollAt,
      poll.etag ?? null,
      poll.lastModified ?? null,
      poll.lastItemAt ?? null,
      poll.title ?? null,
      poll.language ?? null,
      poll.url ?? null,
    ],
  );
}

export async function setFeedStatus(db: Queryable, id: string, status: Feed["status"]): Promise<void> {
  await db.query("update feeds set status = $2, next_poll_at = null where id = $1", [id, status]);
}
