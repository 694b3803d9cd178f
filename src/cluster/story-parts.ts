import { clusterParameters } from "./parameters.ts";

/** Articles that were joined, and how: the tree of an average-link clustering (Sokal & Michener 1958). */
interface Branch {
  readonly articles: readonly number[];
  /** The sum of the likenesses of all pairs within. */
  readonly within: number;
  readonly halves?: readonly [Branch, Branch];
  /** How alike the halves are, in the mean of all pairs. */
  readonly between: number;
}

/** How alike the articles of a group are in the mean, in the light of how few pairs tell. */
export function cohesion(within: number, articles: number): number {
  const { usualCohesion } = clusterParameters;
  return (within + usualCohesion) / ((articles * (articles - 1)) / 2 + 1);
}

/**
 * The parts of a story: groups of articles that are much less like each other than their own are among themselves. A story is told closely or
 * loosely, so that no one likeness parts them all; the ratio does.
 *
 * @param likeness of each pair, symmetric
 * @returns places in `likeness`, each once and in order; one part where the story is one
 */
export function storyParts(likeness: readonly Float64Array[]): number[][] {
  const tree = averageLink(likeness);
  if (!tree) return [];
  return cut(tree)
    .map((part) => part.sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}

function cut(branch: Branch): number[][] {
  if (!branch.halves) return [[...branch.articles]];
  const [a, b] = branch.halves;
  const usual = Math.sqrt(cohesion(a.within, a.articles.length) * cohesion(b.within, b.articles.length));
  return branch.between >= usual * clusterParameters.partBelow ? [[...branch.articles]] : [...cut(a), ...cut(b)];
}

function averageLink(likeness: readonly Float64Array[]): Branch | undefined {
  const sums: Float64Array[] = likeness.map((row) => Float64Array.from(row));
  const branches: Branch[] = likeness.map((_, at) => ({ articles: [at], within: 0, between: 1 }));
  while (branches.length > 1) {
    const [i, j, between] = likest(sums, branches);
    const [a, b] = [branches[i] as Branch, branches[j] as Branch];
    const [row, gone] = [sums[i] as Float64Array, sums[j] as Float64Array];
    branches[i] = {
      articles: [...a.articles, ...b.articles],
      within: a.within + b.within + (row[j] as number),
      halves: [a, b],
      between,
    };
    const last = branches.length - 1;
    for (let k = 0; k <= last; k++) {
      row[k] = (row[k] as number) + (gone[k] as number);
      (sums[k] as Float64Array)[i] = row[k] as number;
    }
    // The last takes the place of the one that is gone.
    sums[j] = sums[last] as Float64Array;
    branches[j] = branches[last] as Branch;
    for (let k = 0; k < last; k++) (sums[k] as Float64Array)[j] = (sums[k] as Float64Array)[last] as number;
    branches.length = last;
    sums.length = last;
  }
  return branches[0];
}

/** The two branches that are most alike in the mean of their pairs, the smaller place first. */
function likest(sums: readonly Float64Array[], branches: readonly Branch[]): [number, number, number] {
  let best: [number, number, number] = [0, 1, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < branches.length; i++)
    for (let j = i + 1; j < branches.length; j++) {
      const pairs = (branches[i] as Branch).articles.length * (branches[j] as Branch).articles.length;
      const mean = ((sums[i] as Float64Array)[j] as number) / pairs;
      if (mean > best[2]) best = [i, j, mean];
    }
  return best;
}
