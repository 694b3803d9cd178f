import { randomUUID } from "node:crypto";
import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** What the machine did to stories after their articles had been assigned, and why, in words. */
export type StoryChange =
  | { readonly kind: "merge"; readonly from: StoryId; readonly into: StoryId; readonly reason: string }
  | {
      readonly kind: "move";
      readonly articleId: ArticleId;
      readonly from: StoryId;
      readonly into: StoryId;
      readonly reason: string;
    };

export async function addStoryChanges(db: Queryable, changes: readonly StoryChange[], at: string): Promise<void> {
  if (changes.length === 0) return;
  await db.query(
    "insert into story_changes (id, at, doc) select id, $2, doc from jsonb_to_recordset($1::jsonb) as row (id text, doc jsonb)",
    [toJson(changes.map((doc) => ({ id: randomUUID(), doc }))), at],
  );
}

/** The newest first. */
export async function listStoryChanges(
  db: Queryable,
  limit: number,
): Promise<(StoryChange & { readonly at: string })[]> {
  const rows = await db.query<{ at: string; doc: StoryChange }>(
    "select at, doc from story_changes order by at desc, id limit $1",
    [limit],
  );
  return rows.map(({ at, doc }) => ({ ...doc, at }));
}
