import type { Article, ArticleId } from "../model/article.ts";
import type { OutletRegister } from "../model/outlet.ts";
import { originsOf } from "./origins.ts";
import { clusterParameters } from "./parameters.ts";

/** What a story's place on the front page is counted from. */
export interface RankFacts {
  readonly origins: number;
  readonly outlets: number;
  readonly articles: number;
  /** Of the outlets' countries those that are known. */
  readonly countries: number;
  /** Origins that had a report in the last `rankGrowthHours` before the newest. */
  readonly growing: number;
  /** ISO 8601: the newest publication in it. */
  readonly newestAt: string;
}

/** Counts what a story's rank is made of. */
export function rankFactsOf(
  articles: readonly Article[],
  copies: ReadonlyMap<ArticleId, ArticleId>,
  outlets: OutletRegister,
): RankFacts {
  const origins = originsOf(articles, copies, outlets);
  const newest = Math.max(...articles.map(({ publishedAt }) => Date.parse(publishedAt)));
  const since = newest - clusterParameters.rankGrowthHours * 3_600_000;
  const late = articles.filter(({ publishedAt }) => Date.parse(publishedAt) >= since);
  const names = new Set(articles.map(({ outlet }) => outlet));
  const countries = new Set([...names].flatMap((name) => outlets(name).country ?? outlets(name).place ?? []));
  return {
    origins: new Set(origins.values()).size,
    outlets: names.size,
    articles: articles.length,
    countries: countries.size,
    growing: new Set(late.map(({ id }) => origins.get(id))).size,
    newestAt: new Date(newest).toISOString(),
  };
}

/**
 * A story's rank: higher stands first. It grows with the logarithm of what was reported independently, and with the time of the newest
 * report, so that a rank is a constant of the story's state and need not be counted again as time passes: doubling the coverage lifts a
 * story as much as being `rankHalfLifeHours` newer.
 */
export function rankStory({ origins, outlets, articles, countries, growing, newestAt }: RankFacts): number {
  // Independent origins tell how much it matters. The rest says a little more, so that it decides between stories of about as many: who prints
  // copies, how many reports an outlet gives it, from how many countries it is seen, and whether many newsrooms are at it just now.
  const coverage =
    Math.log2(1 + origins) +
    0.25 * Math.log2(1 + outlets) +
    0.25 * Math.log2(1 + articles / Math.max(1, outlets)) +
    0.25 * Math.log2(1 + countries) +
    0.25 * Math.log2(1 + growing);
  return coverage + Date.parse(newestAt) / (clusterParameters.rankHalfLifeHours * 3_600_000);
}
