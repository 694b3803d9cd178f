import type { BoostedTrees } from "../verify/boosted-trees.ts";
import { randomNumbers } from "./random-numbers.ts";

/** How trees are grown. */
export interface Growth {
  readonly depth: number;
  readonly trees: number;
  /** The share of each tree's answer that is kept. */
  readonly rate: number;
  /** Leaves are drawn towards 0 as by this much weight of evidence. */
  readonly shrinkage: number;
  /** The least weight a leaf must hold. */
  readonly leastWeight: number;
  /** The share of the signals each tree may look at. */
  readonly signalShare: number;
}

const mostBins = 48;

/**
 * Grows trees for weighted yes-or-no examples by Newton boosting on histograms (Chen & Guestrin 2016). Deterministic: which signals a tree may look
 * at comes from a fixed sequence. `signs` says of each signal whether more of it may only raise (1) or only lower (-1) the odds, or either (0).
 */
export function growTrees(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  weights: readonly number[],
  growth: Growth,
  signs: readonly number[],
): BoostedTrees {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, signal) => edgesOf(rows.map((row) => row[signal] ?? 0)));
  const binned = edges.map((bounds, signal) => Uint8Array.from(rows, (row) => binOf(row[signal] ?? 0, bounds)));
  const odds = new Float64Array(rows.length);
  const model = { signals: [] as number[], bounds: [] as number[], leaves: [] as number[] };
  const next = randomNumbers(7);
  for (let tree = 0; tree < growth.trees; tree++) {
    const gradients = new Float64Array(rows.length);
    const curvatures = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row++) {
      const probability = 1 / (1 + Math.exp(-(odds[row] ?? 0)));
      const weight = weights[row] ?? 1;
      gradients[row] = weight * ((labels[row] ? 1 : 0) - probability);
      curvatures[row] = weight * Math.max(1e-6, probability * (1 - probability));
    }
    const eligible = [...Array(width).keys()].filter(() => next() < growth.signalShare);
    growOne(binned, edges, eligible, gradients, curvatures, growth, odds, model, signs);
  }
  return { depth: growth.depth, ...model };
}

function growOne(
  binned: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  eligible: readonly number[],
  gradients: Float64Array,
  curvatures: Float64Array,
  growth: Growth,
  odds: Float64Array,
  model: { signals: number[]; bounds: number[]; leaves: number[] },
  signs: readonly number[],
): void {
  const inner = 2 ** growth.depth - 1;
  // What a leaf below each node may answer, so that a signal with a sign never works against it.
  const lows: number[] = [Number.NEGATIVE_INFINITY];
  const highs: number[] = [Number.POSITIVE_INFINITY];
  const node = new Uint16Array(odds.length);
  for (let level = 0; level < growth.depth; level++) {
    const first = 2 ** level - 1;
    const count = 2 ** level;
    const best = Array.from({ length: count }, () => ({ gain: 1e-9, signal: 0, bin: 255, middle: 0 }));
    for (const signal of eligible) {
      const bins = binned[signal] ?? new Uint8Array();
      const sums = new Float64Array(count * mostBins * 2);
      for (let row = 0; row < bins.length; row++) {
        const at = (((node[row] ?? 0) - first) * mostBins + (bins[row] ?? 0)) * 2;
        sums[at] = (sums[at] ?? 0) + (gradients[row] ?? 0);
        sums[at + 1] = (sums[at + 1] ?? 0) + (curvatures[row] ?? 0);
      }
      for (let one = 0; one < count; one++) {
        let g = 0;
        let h = 0;
        for (let bin = 0; bin < mostBins; bin++) {
          g += sums[(one * mostBins + bin) * 2] ?? 0;
          h += sums[(one * mostBins + bin) * 2 + 1] ?? 0;
        }
        let left = 0;
        let leftH = 0;
        const value = (a: number, b: number) => (a * a) / (b + growth.shrinkage);
        for (let bin = 0; bin < (edges[signal]?.length ?? 0); bin++) {
          left += sums[(one * mostBins + bin) * 2] ?? 0;
          leftH += sums[(one * mostBins + bin) * 2 + 1] ?? 0;
          if (leftH < growth.leastWeight || h - leftH < growth.leastWeight) continue;
          const lower = left / (leftH + growth.shrinkage);
          const upper = (g - left) / (h - leftH + growth.shrinkage);
          if ((upper - lower) * (signs[signal] ?? 0) < 0) continue;
          const gain = value(left, leftH) + value(g - left, h - leftH) - value(g, h);
          const known = best[one];
          if (known && gain > known.gain) best[one] = { gain, signal, bin, middle: (lower + upper) / 2 };
        }
      }
    }
    for (const [one, { signal, bin, middle }] of best.entries()) {
      const at = first + one;
      const [low = 0, high = 0] = [lows[at], highs[at]];
      const sign = bin === 255 ? 0 : (signs[signal] ?? 0);
      const clamped = Math.min(high, Math.max(low, middle));
      lows[2 * at + 1] = sign < 0 ? clamped : low;
      highs[2 * at + 1] = sign > 0 ? clamped : high;
      lows[2 * at + 2] = sign > 0 ? clamped : low;
      highs[2 * at + 2] = sign < 0 ? clamped : high;
      model.signals.push(signal);
      // A node that found no split sends all to the left.
      model.bounds.push(bin === 255 ? 1e9 : Number((edges[signal]?.[bin] ?? 0).toPrecision(5)));
    }
    for (let row = 0; row < node.length; row++) {
      const one = best[(node[row] ?? 0) - first];
      if (!one) continue;
      const right = one.bin !== 255 && (binned[one.signal]?.[row] ?? 0) > one.bin;
      node[row] = 2 * (node[row] ?? 0) + (right ? 2 : 1);
    }
  }
  const sums = new Float64Array(2 * (inner + 1));
  for (let row = 0; row < node.length; row++) {
    const leaf = (node[row] ?? 0) - inner;
    sums[2 * leaf] = (sums[2 * leaf] ?? 0) + (gradients[row] ?? 0);
    sums[2 * leaf + 1] = (sums[2 * leaf + 1] ?? 0) + (curvatures[row] ?? 0);
  }
  const leaves = Array.from({ length: inner + 1 }, (_, leaf) => {
    const free = (sums[2 * leaf] ?? 0) / ((sums[2 * leaf + 1] ?? 0) + growth.shrinkage);
    const answer = Math.min(highs[inner + leaf] ?? free, Math.max(lows[inner + leaf] ?? free, free));
    return Number((growth.rate * answer).toPrecision(4));
  });
  for (let row = 0; row < node.length; row++) odds[row] = (odds[row] ?? 0) + (leaves[(node[row] ?? 0) - inner] ?? 0);
  model.leaves.push(...leaves);
}

/** Upper bounds of the bins, at even shares of the values, each of five digits as they are stored. */
function edgesOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const bounds = new Set<number>();
  for (let bin = 1; bin < mostBins; bin++) {
    const at = Math.floor((bin * sorted.length) / mostBins);
    const [below = 0, above = 0] = [sorted[at - 1], sorted[at]];
    bounds.add(Number((below === above ? below : (below + above) / 2).toPrecision(5)));
  }
  // Rare values lie beyond the last even share and would never be told from the rest.
  const distinct = [...new Set(sorted)];
  if (distinct.length < mostBins)
    return distinct.slice(0, -1).map((value, at) => Number(((value + (distinct[at + 1] ?? value)) / 2).toPrecision(5)));
  return [...bounds].sort((a, b) => a - b);
}

function binOf(value: number, bounds: readonly number[]): number {
  let bin = 0;
  while (bin < bounds.length && value > (bounds[bin] ?? 0)) bin++;
  return bin;
}
