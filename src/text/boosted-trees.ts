/** Gradient-boosted regression trees (Friedman 2001) as flat columns: node i asks whether feature[i] is below threshold[i]. */
export interface BoostedTrees {
  /** The score before any tree, in log-odds. */
  readonly base: number;
  /** The first node of each tree. */
  readonly roots: readonly number[];
  /** -1 at a leaf, whose value stands in `threshold`. */
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  /** The node when the feature is below the threshold; the one after it otherwise. */
  readonly left: readonly number[];
}

/** The log-odds that the trees give a row of features; a feature that is not there counts as 0. */
export function treesScore(trees: BoostedTrees, row: ArrayLike<number>): number {
  const { roots, feature, threshold, left } = trees;
  let score = trees.base;
  for (const root of roots) {
    let node = root;
    for (let asked = feature[node] ?? -1; asked >= 0; asked = feature[node] ?? -1)
      node = (left[node] ?? 0) + ((row[asked] ?? 0) < (threshold[node] ?? 0) ? 0 : 1);
    score += threshold[node] ?? 0;
  }
  return score;
}

/** Log-odds as a probability. */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
