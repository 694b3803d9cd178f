import type { Genre } from "../model/article.ts";
import type { ArticleLine } from "./articles.ts";
import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";

/** An article in the list of everything that was read. */
export interface ReadArticle extends ArticleLine {
  readonly outletId: string;
  readonly language: string;
  readonly genre?: Genre;
  readonly copyOf?: string;
  readonly paywalled?: boolean;
  /** Its story's address, where its page is written. */
  readonly slug?: string;
  readonly headline?: string;
  readonly storyLanguage?: string;
}

/** A part of a list. */
interface Range {
  readonly limit: number;
  readonly offset?: number;
}

/** What was read, newest first, with the story each article belongs to. */
export async function latestArticles(db: Queryable, range: Range): Promise<ReadArticle[]> {
  return readArticles(db, "true", range);
}

/** The corrections that outlets published, newest first. */
export async function latestCorrections(db: Queryable, range: Range): Promise<ReadArticle[]> {
  return readArticles(db, "doc ->> 'genre' = 'correction'", range);
}

async function readArticles(db: Queryable, condition: string, { limit, offset = 0 }: Range): Promise<ReadArticle[]> {
  const rows = await db.query(
    `select read.*, slug, headline, stories.language as "storyLanguage" from (
       select id, outlet_id as "outletId", doc ->> 'outlet' as outlet, doc ->> 'title' as title, doc ->> 'url' as url, language,
         published_at as "publishedAt", story_id as "storyId", copy_of as "copyOf", doc ->> 'genre' as genre,
         (doc -> 'paywalled')::boolean as paywalled
       from articles where ${condition} order by published_at desc, id limit $1 offset $2
     ) as read left join stories on stories.id = read."storyId"
     order by read."publishedAt" desc, read.id`,
    [limit, offset],
  );
  return rows.map((row) => present<ReadArticle>(row as never));
}
