import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";

/** A story whose page could not be written. */
export interface UnwrittenStory {
  readonly id: StoryId;
  readonly reason: string;
}

/**
 * Keeps why a page could not be written. It is not tried again until the story changes or the edition is started anew; once it is written,
 * nothing of this is left.
 */
export async function setUnwritten(db: Queryable, id: StoryId, change: number, reason: string): Promise<void> {
  await db.query("update stories set unwritten = $3, written_change = greatest(written_change, $2) where id = $1", [
    id,
    change,
    reason,
  ]);
}

export async function listUnwritten(db: Queryable, limit: number): Promise<UnwrittenStory[]> {
  return db.query<UnwrittenStory>(
    "select id, unwritten as reason from stories where unwritten is not null and merged_into is null order by id limit $1",
    [limit],
  );
}

/** Makes every page that could not be written stale again: a newer version may write it. Returns how many there are. */
export async function retryUnwritten(db: Queryable): Promise<number> {
  const rows = await db.query(
    "update stories set change = change + 1 where unwritten is not null and change = written_change returning id",
  );
  return rows.length;
}
