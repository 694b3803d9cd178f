import weights from "../../weights/claim-check.json" with { type: "json" };
import { type BoostedTrees, probabilityOf } from "./boosted-trees.ts";
import type { Signals } from "./claim-signals.ts";

/** What scripts/train-claim-check.ts learns. */
export interface ClaimWeights {
  /** The signals that the trees number, in their order. */
  readonly signals: readonly string[];
  /** For claims that keep near a sentence of a source: does what differs matter? Learned mostly from errors planted in sentences. */
  readonly near: BoostedTrees;
  /** For claims in words of their own. Learned from the sets that people labelled. */
  readonly far: BoostedTrees;
}

/**
 * A claim of whose pairs of neighbouring words the sources have this share is judged half by either. Of sentences rephrased and then made wrong
 * nine in ten have .67 and more, of summaries and encyclopedia sentences in words of their own one in ten: what they share with one sentence
 * (`aligned`) tells the two less well.
 */
const halfway = 0.7;
const softness = 0.05;

/** How far a claim is judged as near to a sentence of a source, from 0 to 1. */
export function nearnessOf(signals: Signals): number {
  return 1 / (1 + Math.exp(-((signals.runsOfTwo ?? 0) - halfway) / softness));
}

/** The probability that a claim with these signals is borne out, in [0, 1]. */
export function scoreOf(signals: Signals, { signals: names, near, far }: ClaimWeights = weights): number {
  const row = names.map((name) => signals[name] ?? 0);
  const share = nearnessOf(signals);
  return share * probabilityOf(row, near) + (1 - share) * probabilityOf(row, far);
}
