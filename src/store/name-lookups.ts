import type { EncyclopaediaArticle, NameArticles, NameQuery } from "../model/encyclopaedia.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** How a look-up ended: with articles, with none ("no-such-name", …), or with a failure that is tried again sooner. */
export interface SettledLookup {
  /** Short and stable: "found", or why nothing was. */
  readonly outcome: string;
  /** One sentence for people. */
  readonly detail?: string;
  readonly articles?: readonly EncyclopaediaArticle[];
  /** It says nothing of the name: what was known of it stays. */
  readonly failed: boolean;
  /** ISO 8601: when it is asked again. */
  readonly dueAt: string;
}

/** A look-up that is due, with its failures in a row. */
export type DueLookup = NameQuery & { readonly failures: number };

const keyOf = ({ language, type, name }: NameQuery) => [language, type, name] as const;

/**
 * Notes the names that a page would describe. Those nobody asked for yet are looked up next, and the page is written again when all of
 * its names have been.
 */
export async function saveWishes(
  db: Queryable,
  storyId: StoryId,
  wanted: readonly NameQuery[],
  at: string,
): Promise<void> {
  await db.query("delete from name_wishes where story_id = $1", [storyId]);
  if (wanted.length === 0) return;
  const rows = toJson(wanted);
  const record = "jsonb_to_recordset($1::jsonb) as row (language text, type text, name text)";
  await db.query(
    `insert into name_lookups (language, type, name, wanted_at, due_at)
     select language, type, name, $2::timestamptz, $2::timestamptz from ${record}
     on conflict (language, type, name) do update set wanted_at = greatest(name_lookups.wanted_at, excluded.wanted_at)`,
    [rows, at],
  );
  await db.query(
    `insert into name_wishes (story_id, language, type, name)
     select $2, language, type, name from ${record} join name_lookups using (language, type, name)
     where outcome = 'waiting' on conflict do nothing`,
    [rows, storyId],
  );
}

/** What was found under some names; those it has no article for are left out. A page that uses one wants it still. */
export async function findNameArticles(
  db: Queryable,
  language: string,
  names: readonly string[],
  at: string,
): Promise<NameArticles[]> {
  return db.query<NameArticles & Record<string, unknown>>(
    `update name_lookups set wanted_at = greatest(wanted_at, $3)
     where language = $1 and name = any($2::text[]) and articles is not null
     returning name, type, language, articles, to_char(found_at at time zone 'UTC', 'YYYY-MM-DD') as "asOf"`,
    [language, names, at],
  );
}

/** Takes one name that is due, so that no other process asks for it in the next `leaseMs`; the never asked first, then the longest due. */
export async function takeDueLookup(
  db: Queryable,
  now: Date,
  { leaseMs, wantedWithinMs }: { readonly leaseMs: number; readonly wantedWithinMs: number },
): Promise<DueLookup | undefined> {
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const [row] = await db.query<DueLookup & Record<string, unknown>>(
    `update name_lookups set due_at = $2, asked_at = $1 where (language, type, name) in (
       select language, type, name from name_lookups where due_at <= $1 and wanted_at >= $3
       order by outcome <> 'waiting', due_at, name limit 1 for update skip locked)
     returning language, type, name, failures`,
    [now.toISOString(), at(leaseMs), at(-wantedWithinMs)],
  );
  return row;
}

/**
 * Keeps what came of a look-up. Pages that waited for it, and for nothing else any more, become stale where one of their names was found.
 */
export async function settleLookup(
  db: Queryable,
  query: NameQuery,
  { outcome, detail, articles, failed, dueAt }: SettledLookup,
  at: string,
): Promise<void> {
  await db.query(
    `update name_lookups set outcome = $4, detail = $5, due_at = $6,
       failures = case when $7::boolean then failures + 1 else 0 end,
       articles = case when $7::boolean then articles else $8::jsonb end,
       found_at = case when $8::jsonb is not null then $9::timestamptz else found_at end
     where language = $1 and type = $2 and name = $3`,
    [...keyOf(query), outcome, detail ?? null, dueAt, failed, articles ? toJson(articles) : null, at],
  );
  const ready = `select story_id from name_wishes join name_lookups using (language, type, name)
     group by story_id having bool_and(outcome <> 'waiting')`;
  await db.query(
    `update stories set change = change + 1 where merged_into is null
     and id in (${ready} and bool_or(articles is not null))`,
  );
  await db.query(`delete from name_wishes where story_id in (${ready})`);
}

/** How many look-ups ended how, most first. */
export async function countLookups(db: Queryable): Promise<{ readonly outcome: string; readonly count: number }[]> {
  return db.query("select outcome, count(*) as count from name_lookups group by outcome order by 2 desc, 1");
}
