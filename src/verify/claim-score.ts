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

/** A claim that shares this much of its weight with one sentence, in its order, is judged half by either. */
const halfway = 0.72;
const softness = 0.05;

/** How far a claim is judged as near to a sentence of a source, from 0 to 1. */
export function nearnessOf(signals: Signals): number {
  return 1 / (1 + Math.exp(-((signals.aligned ?? 0) - halfway) / softness));
}

/** The probability that a claim with these signals is borne out, in [0, 1]. */
export function scoreOf(signals: Signals, { signals: names, near, far }: ClaimWeights = weights): number {
  const row = names.map((name) => signals[name] ?? 0);
  const share = nearnessOf(signals);
  return share * probabilityOf(row, near) + (1 - share) * probabilityOf(row, far);
}
