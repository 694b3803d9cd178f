import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** An article that is to be asked for again. */
export interface DueRevisit {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly storyId: StoryId;
  /** ISO 8601: since when its address has answered that it is gone. */
  readonly goneAt?: string;
}

/**
 * Articles read from their own pages, in stories with at least so many articles and origins, whose next visit is due: the one that follows so many
 * comes so long after publication as `hours` has at that place, and none after its last. The longest due first.
 *
 * @param now ISO 8601
 */
export async function dueRevisits(
  db: Queryable,
  now: string,
  options: {
    readonly minArticles: number;
    readonly minOrigins: number;
    readonly hours: readonly number[];
    readonly limit: number;
  },
): Promise<DueRevisit[]> {
  const { minArticles, minOrigins, hours, limit } = options;
  const rows = await db.query<Omit<DueRevisit, "goneAt"> & { goneAt: string | null }>(
    `select a.doc as article, a.annotation, a.story_id as "storyId", a.gone_at as "goneAt"
     from articles a join stories s on s.id = a.story_id
     where s.articles >= $1 and s.origins >= $2 and s.merged_into is null
       and a.doc ->> 'textFrom' = 'page' and a.doc ->> 'url' is not null
       and a.published_at > $3::timestamptz - interval '30 days'
       and a.revisits < cardinality($4::float8[])
       and a.published_at + make_interval(secs => 3600 * ($4::float8[])[a.revisits + 1]) <= $3::timestamptz
       and coalesce(a.revisited_at, a.published_at) <= $3::timestamptz - interval '1 hour'
     order by coalesce(a.revisited_at, a.published_at), a.id limit $5`,
    [minArticles, minOrigins, now, hours, limit],
  );
  return rows.map(({ goneAt, ...row }) => ({ ...row, ...(goneAt !== null && { goneAt }) }));
}

/** Keeps that an article was asked for again at `at` (ISO 8601). `gone`: its address answered that it is not there; asked once more before that is believed. */
export async function saveRevisit(db: Queryable, id: ArticleId, at: string, gone: boolean): Promise<void> {
  await db.query(
    `update articles set revisited_at = $2, gone_at = case when $3 then coalesce(gone_at, $2) end,
       revisits = revisits + case when $3 and gone_at is null then 0 else 1 end
     where id = $1`,
    [id, at, gone],
  );
}

/** Puts an article as it is now in the place of what it was, and has its story's page written again. */
export async function replaceArticle(
  db: Queryable,
  article: Article,
  annotation: Annotation,
  storyId: StoryId,
): Promise<void> {
  await db.query("update articles set doc = $2, annotation = $3 where id = $1", [
    article.id,
    toJson(article),
    toJson(annotation),
  ]);
  await db.query("update stories set change = change + 1 where id = $1", [storyId]);
}
