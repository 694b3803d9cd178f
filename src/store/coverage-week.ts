import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";

/** A week as a picture shows it: a column a day. */
export const daysShown = 7;

/** How many reports some stories had on each of the seven days (24 hours each) up to a moment, the oldest first. Stories without one are absent. */
export async function coverageWeeks(
  db: Queryable,
  ids: readonly StoryId[],
  until: string,
): Promise<ReadonlyMap<StoryId, readonly number[]>> {
  const rows = await db.query<{ id: StoryId; ago: number; reports: number }>(
    `select story_id as id, floor(extract(epoch from $2::timestamptz - published_at) / 86400)::integer as ago, count(*)::integer as reports
     from articles where story_id = any($1::text[]) and published_at <= $2::timestamptz
       and published_at > $2::timestamptz - make_interval(days => ${daysShown})
     group by 1, 2`,
    [ids, until],
  );
  const weeks = new Map<StoryId, number[]>();
  for (const { id, ago, reports } of rows) {
    const week = weeks.get(id) ?? Array.from({ length: daysShown }, () => 0);
    week[daysShown - 1 - ago] = reports;
    weeks.set(id, week);
  }
  return weeks;
}
