import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";

/** What stood where a redacted article was. */
export interface RedactedArticle {
  readonly title: string;
  readonly storyId?: StoryId;
}

/**
 * Takes an article and everything that quotes it out of the store: its text, reading and vectors, the revisions of its story's page that cite it, and what
 * readers reported of those. Its item stays as a named skip, so that it is never read again. Undefined where there is no such article.
 */
export async function removeArticle(
  db: Queryable,
  id: ArticleId,
  reason: string,
  at: string,
): Promise<RedactedArticle | undefined> {
  const [row] = await db.query<{ title: string; storyId: StoryId | null }>(
    `delete from articles where id = $1 returning doc ->> 'title' as title, story_id as "storyId"`,
    [id],
  );
  if (!row) return undefined;
  await db.query("delete from article_vectors where article_id = $1", [id]);
  await db.query(
    `update items set status = 'skipped', skip_stage = 'ingest', skip_reason = 'redacted', skip_detail = $2, settled_at = $3,
       doc = jsonb_build_object('id', id, 'title', '', 'authors', '[]'::jsonb, 'tags', '[]'::jsonb)
     where id = $1`,
    [id, reason, at],
  );
  if (row.storyId === null) return { title: row.title };
  const cites = JSON.stringify([{ articleId: id }]);
  // A sentence that a reader reported may be the article's own.
  await db.query(
    `delete from reports where story_id = $1 and revision in
       (select revision from briefings where story_id = $1 and doc -> 'sources' @> $2::jsonb)`,
    [row.storyId, cites],
  );
  await db.query(
    "update editor_acts set doc = doc - 'sentence' where doc ->> 'into' = $1 and doc ->> 'sentence' is not null",
    [row.storyId],
  );
  await db.query("delete from briefings where story_id = $1 and doc -> 'sources' @> $2::jsonb", [row.storyId, cites]);
  await db.query("delete from questions where story_id = $1", [row.storyId]);
  await db.query("delete from story_entities where story_id = $1", [row.storyId]);
  await db.query(
    "update stories set change = change + 1, words = null, headline = null, standfirst = null where id = $1",
    [row.storyId],
  );
  await db.query("update articles set copy_of = null where copy_of = $1", [id]);
  return { title: row.title, storyId: row.storyId };
}
