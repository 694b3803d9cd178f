import type { BoostedTrees } from "../src/text/boosted-trees.ts";

/** An example to learn from: its features, whether it is a positive one, and how much it counts. */
export interface Example {
  readonly row: ArrayLike<number>;
  readonly positive: boolean;
  readonly weight: number;
}

const settings = { trees: 150, depth: 4, rate: 0.08, l2: 4, leastWeight: 2, bins: 48, leastExamples: 40 };

/**
 * Learns trees for the logistic loss over histograms of the features (Friedman 2001; Ke et al. 2017). Deterministic.
 *
 * @param rising features with which the score may only rise (1) or only fall (-1), so that it is sound where there were few examples
 */
export function learnTrees(
  examples: readonly Example[],
  rising: ReadonlyMap<number, 1 | -1> = new Map(),
  choice: Partial<typeof settings> = {},
): BoostedTrees {
  const { trees, depth, rate, l2, leastWeight, bins, leastExamples } = { ...settings, ...choice };
  const count = examples.length;
  const width = examples[0]?.row.length ?? 0;
  const scale = count / examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = Float64Array.from(examples, ({ weight }) => weight * scale);
  const edges: number[][] = [];
  const binned = new Uint8Array(count * width);
  for (let f = 0; f < width; f++) {
    const sorted = Float32Array.from(examples, ({ row }) => row[f] ?? 0).sort();
    const cuts: number[] = [];
    for (let k = 1; k < bins; k++) {
      const value = sorted[Math.floor((k * count) / bins)] ?? 0;
      if (cuts.length === 0 || value > (cuts.at(-1) ?? 0)) cuts.push(value);
    }
    edges.push(cuts);
    for (let i = 0; i < count; i++) {
      const value = Math.fround(examples[i]?.row[f] ?? 0);
      let low = 0;
      for (let high = cuts.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (value < (cuts[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      binned[i * width + f] = low;
    }
  }
  let positive = 0;
  for (let i = 0; i < count; i++) if (examples[i]?.positive) positive += weights[i] ?? 0;
  const base = Math.log(positive / (count - positive));
  const scores = new Float64Array(count).fill(base);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  const made = {
    base,
    roots: [] as number[],
    feature: [] as number[],
    threshold: [] as number[],
    left: [] as number[],
  };
  const sumG = new Float64Array(bins);
  const sumH = new Float64Array(bins);

  const bestSplit = (members: Int32Array, totalG: number, totalH: number) => {
    let best = { gain: 1e-6, feature: -1, bin: 0, below: 0, above: 0 };
    for (let f = 0; f < width; f++) {
      const direction = rising.get(f) ?? 0;
      sumG.fill(0);
      sumH.fill(0);
      for (const i of members) {
        const bin = binned[i * width + f] as number;
        sumG[bin] = (sumG[bin] as number) + (gradients[i] as number);
        sumH[bin] = (sumH[bin] as number) + (hessians[i] as number);
      }
      let [g, h] = [0, 0];
      for (let bin = 0; bin < (edges[f]?.length ?? 0); bin++) {
        g += sumG[bin] as number;
        h += sumH[bin] as number;
        if (h < leastWeight || totalH - h < leastWeight) continue;
        const gain = (g * g) / (h + l2) + (totalG - g) ** 2 / (totalH - h + l2) - (totalG * totalG) / (totalH + l2);
        const [below, above] = [g / (h + l2), (totalG - g) / (totalH - h + l2)];
        if (gain > best.gain && (above - below) * direction >= 0) best = { gain, feature: f, bin, below, above };
      }
    }
    return best;
  };
  const grow = (node: number, members: Int32Array, level: number, low: number, high: number): void => {
    let [g, h] = [0, 0];
    for (const i of members) {
      g += gradients[i] as number;
      h += hessians[i] as number;
    }
    const split = level >= depth || members.length < leastExamples ? undefined : bestSplit(members, g, h);
    if (!split || split.feature < 0) {
      const value = Math.min(high, Math.max(low, (rate * g) / (h + l2)));
      made.feature[node] = -1;
      made.threshold[node] = value;
      made.left[node] = 0;
      for (const i of members) scores[i] = (scores[i] as number) + value;
      return;
    }
    const left = made.feature.length;
    made.feature.push(-1, -1);
    made.threshold.push(0, 0);
    made.left.push(0, 0);
    made.feature[node] = split.feature;
    made.threshold[node] = edges[split.feature]?.[split.bin] ?? 0;
    made.left[node] = left;
    const below = (i: number) => (binned[i * width + split.feature] as number) <= split.bin;
    // The two sides of a split on a rising feature are kept apart by the middle of their values, all the way down.
    const direction = rising.get(split.feature) ?? 0;
    const middle = (rate * (split.below + split.above)) / 2;
    grow(left, members.filter(below), level + 1, direction < 0 ? middle : low, direction > 0 ? middle : high);
    grow(
      left + 1,
      members.filter((i) => !below(i)),
      level + 1,
      direction > 0 ? middle : low,
      direction < 0 ? middle : high,
    );
  };
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)));
      const weight = weights[i] as number;
      gradients[i] = weight * ((examples[i]?.positive ? 1 : 0) - p);
      hessians[i] = weight * p * (1 - p);
    }
    const root = made.feature.length;
    made.roots.push(root);
    made.feature.push(-1);
    made.threshold.push(0);
    made.left.push(0);
    grow(
      root,
      Int32Array.from({ length: count }, (_, i) => i),
      0,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    );
  }
  return made;
}
