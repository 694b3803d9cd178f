import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Assignment } from "../model/story.ts";
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

/** Saves an article. "known": its outlet has one of that address already. Saving one again that a crash left half done is no harm. */
export async function saveArticle(db: Queryable, row: NewArticle): Promise<"saved" | "known"> {
  const { article, annotation, outletId, canonicalUrl, subject } = row;
  const saved = await db.query(
    `insert into articles (id, outlet_id, canonical_url, subject, language, published_at, doc, annotation)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [
      article.id,
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
  return same ? "saved" : "known";
}

export async function getArticles(db: Queryable, ids: readonly ArticleId[]): Promise<Article[]> {
  const rows = await db.query<{ doc: Article }>(
    "select doc from articles where id = any($1::text[]) order by published_at, id",
    [ids],
  );
  return rows.map(({ doc }) => doc);
}

export async function getAnnotations(db: Queryable, ids: readonly ArticleId[]): Promise<Map<ArticleId, Annotation>> {
  const rows = await db.query<{ id: ArticleId; annotation: Annotation }>(
    "select id, annotation from articles where id = any($1::text[])",
    [ids],
  );
  return new Map(rows.map(({ id, annotation }) => [id, annotation]));
}

/** The subject areas of the feeds that articles came from, where they have one. */
export async function articleSubjects(db: Queryable, ids: readonly ArticleId[]): Promise<Map<ArticleId, string>> {
  const rows = await db.query<{ id: ArticleId; subject: string }>(
    "select id, subject from articles where id = any($1::text[]) and subject is not null",
    [ids],
  );
  return new Map(rows.map(({ id, subject }) => [id, subject]));
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
