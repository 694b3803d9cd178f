import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { PassageSpace } from "./passage-space.ts";

/**
 * How much each passage says of the story, in [0, 1]: a weighted sum of rank positions by LexRank (Erkan and Radev
 * 2004), nearness to the centroid (Radev 2004), place in its article, and how many articles have its terms.
 */
export function rankPassages(passages: readonly Passage[], space: PassageSpace): number[] {
  const { lexRank, centroid, position, documentFrequency } = parameters.rank;
  const byLexRank = rankPositions(lexRankOf(passages.length, space));
  const byCentroid = rankPositions(space.centrality());
  const byPosition = rankPositions(passages.map(({ order }) => 1 / (1 + order)));
  const byAgreement = rankPositions(space.agreement());
  const total = lexRank + centroid + position + documentFrequency;
  return passages.map((_, i) => {
    const of = (ranks: readonly number[]) => ranks[i] ?? 0;
    const sum =
      lexRank * of(byLexRank) +
      centroid * of(byCentroid) +
      position * of(byPosition) +
      documentFrequency * of(byAgreement);
    return sum / total;
  });
}

/** Values to positions in [0, 1], the greatest 1; equal values share a position. */
export function rankPositions(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const position = new Map(sorted.map((value, i) => [value, sorted.length < 2 ? 1 : i / (sorted.length - 1)]));
  return values.map((value) => position.get(value) ?? 0);
}

/** LexRank over the pairs of the space, every pair weighing alike; 1 on the mean. */
export function lexRankOf(n: number, space: PassageSpace): number[] {
  const { damping, iterations } = parameters.rank;
  const near = Array.from({ length: n }, (_, i) => Int32Array.from(space.near(i), ({ index }) => index));
  const scores = new Float64Array(n).fill(1);
  // What each passage gives to every one of its neighbours.
  const given = new Float64Array(n);
  for (let round = 0; round < iterations; round++) {
    near.forEach((own, i) => {
      given[i] = (scores[i] ?? 0) / Math.max(1, own.length);
    });
    near.forEach((own, i) => {
      let sum = 0;
      for (const index of own) sum += given[index] ?? 0;
      scores[i] = 1 - damping + damping * sum;
    });
  }
  return [...scores];
}

/**
 * Picks up to `count` candidates, best first, each weighed against what it repeats of those picked before (maximal
 * marginal relevance, Carbonell and Goldstein 1998). `repeats` says how near two are, in [0, 1].
 */
export function pickDiverse<T>(
  candidates: readonly T[],
  options: {
    readonly count: number;
    readonly score: (candidate: T) => number;
    readonly repeats: (a: T, b: T) => number;
    /** A candidate nearer than this to one picked is never picked. */
    readonly tooNear: number;
    readonly accept?: (candidate: T, picked: readonly T[]) => boolean;
  },
): T[] {
  const { mmr } = parameters.rank;
  const picked: T[] = [];
  const left = candidates.map((candidate) => ({ candidate, score: options.score(candidate), nearest: 0 }));
  while (picked.length < options.count && left.length > 0) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    left.forEach(({ score, nearest }, i) => {
      const value = mmr * score - (1 - mmr) * nearest;
      if (value > bestValue) [best, bestValue] = [i, value];
    });
    const [chosen] = left.splice(best, 1);
    if (!chosen || chosen.nearest >= options.tooNear) continue;
    if (options.accept && !options.accept(chosen.candidate, picked)) continue;
    picked.push(chosen.candidate);
    for (const one of left) one.nearest = Math.max(one.nearest, options.repeats(one.candidate, chosen.candidate));
  }
  return picked;
}
