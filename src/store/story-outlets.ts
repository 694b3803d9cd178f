import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";

/** The outlets whose articles some stories are made of, by story. */
export async function outletsOfStories(
  db: Queryable,
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, readonly string[]>> {
  const rows = await db.query<{ id: StoryId; outlets: readonly string[] }>(
    "select story_id as id, array_agg(distinct outlet_id) as outlets from articles where story_id = any($1::text[]) group by 1",
    [ids],
  );
  return new Map(rows.map(({ id, outlets }) => [id, outlets]));
}

/** The outlets that published anything since a moment. */
export async function outletsActiveSince(db: Queryable, since: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>(
    "select distinct outlet_id as id from articles where published_at > $1::timestamptz",
    [since],
  );
  return new Set(rows.map(({ id }) => id));
}
