import type { Briefing } from "../model/briefing.ts";
import type { DailyEdition } from "../model/daily-edition.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

const columns = `to_char(day, 'YYYY-MM-DD') as day, closed_at as "closedAt", stories`;

/** Keeps a day's edition; one that is there stays as it is. */
export async function saveDailyEdition(db: Queryable, { day, closedAt, stories }: DailyEdition): Promise<void> {
  await db.query(
    "insert into daily_editions (day, closed_at, stories) values ($1::date, $2, $3) on conflict do nothing",
    [day, closedAt, toJson(stories)],
  );
}

/** The edition of a day ("2026-11-23"), or the newest; undefined where there is none. */
export async function findDailyEdition(db: Queryable, day?: string): Promise<DailyEdition | undefined> {
  const [edition] = await db.query<DailyEdition>(
    `select ${columns} from daily_editions where $1::date is null or day = $1::date order by day desc limit 1`,
    [day ?? null],
  );
  return edition;
}

/** The days that have an edition, before a day or all, the newest first. */
export async function dailyDays(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.query<{ day: string }>(
    "select to_char(day, 'YYYY-MM-DD') as day from daily_editions order by daily_editions.day desc limit $1",
    [limit],
  );
  return rows.map(({ day }) => day);
}

/** The days beside one that have an edition. */
export async function neighbouringDays(
  db: Queryable,
  day: string,
): Promise<{ readonly earlier?: string; readonly later?: string }> {
  const [row] = await db.query<{ earlier: string | null; later: string | null }>(
    `select to_char(max(day) filter (where day < $1::date), 'YYYY-MM-DD') as earlier,
       to_char(min(day) filter (where day > $1::date), 'YYYY-MM-DD') as later from daily_editions`,
    [day],
  );
  return {
    ...(row?.earlier != null && { earlier: row.earlier }),
    ...(row?.later != null && { later: row.later }),
  };
}

/** The version in which each of some stories stood in the newest of the last so many editions that showed it. */
export async function lastShown(
  db: Queryable,
  ids: readonly StoryId[],
  editions: number,
): Promise<ReadonlyMap<StoryId, number>> {
  const rows = await db.query<{ id: StoryId; revision: number }>(
    `select distinct on (shown ->> 'storyId') shown ->> 'storyId' as id, (shown ->> 'revision')::integer as revision
     from (select day, stories from daily_editions order by day desc limit $2) as latest,
       jsonb_array_elements(latest.stories) as shown
     where shown ->> 'storyId' = any($1::text[])
     order by shown ->> 'storyId', day desc`,
    [ids, editions],
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Several versions of stories' pages at once; those that are gone are absent. */
export async function briefingsAt(
  db: Queryable,
  wanted: readonly { readonly storyId: StoryId; readonly revision: number }[],
): Promise<(storyId: StoryId, revision: number) => Briefing | undefined> {
  const rows = await db.query<{ doc: Briefing }>(
    `select doc from briefings join unnest($1::text[], $2::integer[]) as wanted (story, number)
       on story_id = story and revision = number`,
    [wanted.map(({ storyId }) => storyId), wanted.map(({ revision }) => revision)],
  );
  const byKey = new Map(rows.map(({ doc }) => [`${doc.storyId} ${doc.revision}`, doc]));
  return (storyId, revision) => byKey.get(`${storyId} ${revision}`);
}

/** The newest version of each of some stories' pages. */
export async function newestRevisions(db: Queryable, ids: readonly StoryId[]): Promise<ReadonlyMap<StoryId, number>> {
  const rows = await db.query<{ id: StoryId; newest: number }>(
    "select story_id as id, max(revision) as newest from briefings where story_id = any($1::text[]) group by 1",
    [ids],
  );
  return new Map(rows.map(({ id, newest }) => [id, newest]));
}
