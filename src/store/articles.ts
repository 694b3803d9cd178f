import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Assignment, StoryId } from "../model/story.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

export interface NewArticle {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly outletId: string;
  /** Without tracking, so that one article met under two addresses is one. */
  readonly canonicalUrl?: string;
  /** The subject area of the feed it came from. */
  readonly subject?: string;
}

/** An article as the assigner takes it. */
export interface StoredArticle {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly outletId: string;
}

/** An article in a list. */
export interface ArticleLine {
  readonly id: ArticleId;
  readonly title: string;
  readonly url?: string;
  readonly outlet: string;
  readonly publishedAt: string;
  readonly storyId?: string;
}

const ended = "status = 'read', settled_at = $2, doc = doc - 'contentHtml' - 'contentText'";

/**
 * Saves an article, and ends its item as read: its article is kept, so its own text need not be. "known": its outlet has an article of that
 * address already.
 *
 * @param readAt ISO 8601
 */
export async function saveArticle(db: Queryable, row: NewArticle, readAt: string): Promise<"saved" | "known"> {
  const { article, annotation, outletId, canonicalUrl, subject } = row;
  const saved = await db.query(
    `with saved as (
       insert into articles (id, outlet_id, canonical_url, subject, language, published_at, doc, annotation)
       values ($1, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id
     ), ended as (
       update items set ${ended} where id in (select id from saved)
     )
     select id from saved`,
    [
      article.id,
      readAt,
      outletId,
      canonicalUrl ?? null,
      subject ?? null,
      article.language,
      article.publishedAt,
      toJson(article),
      toJson(annotation),
    ],
  );
  if (saved.length > 0) return "saved";
  const [same] = await db.query("select id from articles where id = $1", [article.id]);
  if (!same) return "known";
  // A stop between the two, in a store of an earlier version.
  await db.query(`update items set ${ended} where id = $1`, [article.id, readAt]);
  return "saved";
}

export async function getArticles(db: Queryable, ids: readonly ArticleId[]): Promise<Article[]> {
  const rows = await db.query<{ doc: Article }>(
    "select doc from articles where id = any($1::text[]) order by published_at, id",
    [ids],
  );
  return rows.map(({ doc }) => doc);
}

/** What a story's page is written from. */
export interface StoryMembers {
  /** Oldest first. */
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  /** Article -> the earlier article whose text it prints. */
  readonly copies: ReadonlyMap<ArticleId, ArticleId>;
  /** The subject areas of the feeds that articles came from, where they have one. */
  readonly subjects: ReadonlyMap<ArticleId, string>;
}

/** The articles of a story with all that is known of them. */
export async function storyMembers(db: Queryable, storyId: StoryId): Promise<StoryMembers> {
  const rows = await db.query<{
    id: ArticleId;
    doc: Article;
    annotation: Annotation;
    original: ArticleId | null;
    subject: string | null;
  }>(
    `select id, doc, annotation, copy_of as original, subject from articles where story_id = $1 order by published_at, id`,
    [storyId],
  );
  return {
    articles: rows.map(({ doc }) => doc),
    annotations: new Map(rows.map(({ id, annotation }) => [id, annotation])),
    copies: new Map(rows.flatMap(({ id, original }) => (original === null ? [] : [[id, original]]))),
    subjects: new Map(rows.flatMap(({ id, subject }) => (subject === null ? [] : [[id, subject]]))),
  };
}

/** Articles that belong to no story yet, oldest publication first. */
export async function unassignedArticles(db: Queryable, limit: number): Promise<StoredArticle[]> {
  return db.query<StoredArticle>(
    `select doc as article, annotation, outlet_id as "outletId" from articles where story_id is null
     order by published_at, id limit $1`,
    [limit],
  );
}

/** Articles published since, with the story they were given to, oldest first. */
export async function assignedSince(
  db: Queryable,
  since: string,
): Promise<(StoredArticle & { readonly assignment: Assignment })[]> {
  const rows = await db.query<StoredArticle & { id: string; storyId: string; copyOf: string | null }>(
    `select id, doc as article, annotation, outlet_id as "outletId", story_id as "storyId", copy_of as "copyOf" from articles
     where story_id is not null and published_at >= $1 order by published_at, id`,
    [since],
  );
  return rows.map(({ id, article, annotation, outletId, storyId, copyOf }) => ({
    article,
    annotation,
    outletId,
    assignment: { articleId: id, storyId, ...(copyOf !== null && { copyOf }) },
  }));
}

/** An outlet's articles, newest first. */
export async function articlesOfOutlet(
  db: Queryable,
  outletId: string,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<ArticleLine[]> {
  const rows = await db.query<ArticleLine & { url: string | null; storyId: string | null }>(
    `select id, doc ->> 'title' as title, doc ->> 'url' as url, doc ->> 'outlet' as outlet, published_at as "publishedAt",
       story_id as "storyId"
     from articles where outlet_id = $1 order by published_at desc, id limit $2 offset $3`,
    [outletId, limit, offset],
  );
  return rows.map(({ url, storyId, ...row }) => ({
    ...row,
    ...(url !== null && { url }),
    ...(storyId !== null && { storyId }),
  }));
}

/** The article of an address, with or without tracking in it. */
export async function findArticleByUrl(db: Queryable, url: string): Promise<ArticleId | undefined> {
  const [row] = await db.query<{ id: ArticleId }>(
    "select id from articles where canonical_url = $1 or doc ->> 'url' = $1 limit 1",
    [url],
  );
  return row?.id;
}
