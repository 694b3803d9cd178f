/**
 * Boosted regression trees (Friedman 2001) over a fixed list of signals. A tree is a complete one of `depth` levels, laid out breadth first: its
 * inner nodes are pairs of a signal's number and a bound (right where the value exceeds it), its leaves are log-odds.
 */
export interface BoostedTrees {
  readonly depth: number;
  readonly signals: readonly number[];
  readonly bounds: readonly number[];
  readonly leaves: readonly number[];
}

/** The probability that the trees give to signals. */
export function probabilityOf(signals: ArrayLike<number>, trees: BoostedTrees): number {
  const inner = 2 ** trees.depth - 1;
  const count = trees.leaves.length / (inner + 1);
  let odds = 0;
  for (let tree = 0; tree < count; tree++) {
    let node = 0;
    while (node < inner) {
      const at = tree * inner + node;
      const right = (signals[trees.signals[at] ?? 0] ?? 0) > (trees.bounds[at] ?? 0);
      node = 2 * node + (right ? 2 : 1);
    }
    odds += trees.leaves[tree * (inner + 1) + node - inner] ?? 0;
  }
  return 1 / (1 + Math.exp(-odds));
}
