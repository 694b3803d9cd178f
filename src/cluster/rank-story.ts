import { clusterParameters } from "./parameters.ts";

/** What a story's place on the front page is counted from. */
export interface RankFacts {
  readonly outlets: number;
  readonly origins: number;
  readonly articles: number;
  /** ISO 8601: the newest publication in it. */
  readonly newestAt: string;
}

/**
 * A story's rank: higher stands first. It grows with the logarithm of what was reported independently, and with the time of the newest
 * report, so that a rank is a constant of the story's state and need not be counted again as time passes: doubling the coverage lifts a
 * story as much as being `rankHalfLifeHours` newer.
 */
export function rankStory({ outlets, origins, articles, newestAt }: RankFacts): number {
  // Independent origins tell how much it matters; outlets that print copies and further articles say a little more.
  const coverage = Math.log2(1 + origins) + 0.25 * Math.log2(1 + outlets) + 0.25 * Math.log2(1 + articles);
  return coverage + Date.parse(newestAt) / (clusterParameters.rankHalfLifeHours * 3_600_000);
}
