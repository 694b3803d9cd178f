import type { Article, ArticleId } from "../model/article.ts";
import type { OutletRegister } from "../model/outlet.ts";
import { creditedAgency } from "./agency-credit.ts";
import { CopyFinder } from "./copy-finder.ts";

/** How many newsrooms told a story, and how many of them told it on their own. */
export interface OriginCount {
  readonly outlets: number;
  readonly origins: number;
}

/**
 * Counts outlets and independent origins. Agencies send one text to hundreds of outlets, so origins are counted, not copies: a copy counts
 * as the text it prints, a text credited to an agency as that agency's, and outlets of one owner as one family.
 *
 * @param copies article -> the earlier article whose text it prints
 */
export function countOrigins(
  articles: readonly Article[],
  copies: ReadonlyMap<ArticleId, ArticleId>,
  outlets: OutletRegister,
): OriginCount {
  const origins = new Set(originsOf(articles, copies, outlets).values());
  return { outlets: new Set(articles.map(({ outlet }) => outlet)).size, origins: origins.size };
}

/** Article -> its origin: the family of the newsroom, or the agency, whose words it prints. */
export function originsOf(
  articles: readonly Article[],
  copies: ReadonlyMap<ArticleId, ArticleId>,
  outlets: OutletRegister,
): ReadonlyMap<ArticleId, string> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return new Map(
    articles.map((article) => {
      const original = byId.get(originalOf(article.id, copies)) ?? article;
      return [article.id, creditedAgency(original) ?? outlets(original.outlet).family];
    }),
  );
}

/** The first text in a chain of copies; the article itself where it copies none. */
export function originalOf(id: ArticleId, copies: ReadonlyMap<ArticleId, ArticleId>): ArticleId {
  const seen = new Set<ArticleId>();
  let original = id;
  for (let next = copies.get(original); next !== undefined && !seen.has(next); next = copies.get(original)) {
    seen.add(next);
    original = next;
  }
  return original;
}

/** Which of some articles print an earlier one's text, found in order of time. Article -> original. */
export function findCopies(articles: readonly Article[]): ReadonlyMap<ArticleId, ArticleId> {
  const finder = new CopyFinder(articles.length);
  const copies = new Map<ArticleId, ArticleId>();
  const inTime = [...articles].sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0,
  );
  for (const article of inTime) {
    const original = finder.find(article);
    if (original !== undefined) copies.set(article.id, original);
  }
  return copies;
}
