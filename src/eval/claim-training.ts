import { settledScore } from "../verify/check-claim.ts";
import { type ClaimWeights, nearnessOf, scoreOf } from "../verify/claim-score.ts";
import { measureClaim, type Signals } from "../verify/claim-signals.ts";
import { type Reading, readSources } from "../verify/read-sources.ts";
import { readClaimSets } from "./claim-sets.ts";
import { drawClaims } from "./drawn-claims.ts";
import { type Growth, growTrees } from "./grow-trees.ts";

/** A measured claim of which it is known whether it is borne out. */
export interface Example {
  readonly set: string;
  readonly kind?: string;
  /** Examples of one document are never split between training and test. */
  readonly document: string;
  readonly supported: boolean;
  readonly signals: Signals;
  /** What `claim check` answers without weighing the signals, where it does. */
  readonly settled?: number;
}

/** How much each set counts in learning, its classes evenly, beside the others; small sets less than they would like, so that they are not learned by heart. */
const shares: Readonly<Record<string, { near: number; far: number }>> = {
  "qags-cnndm": { near: 1, far: 1 },
  "qags-xsum": { near: 0.3, far: 1 },
  summedits: { near: 0.5, far: 2 },
  wice: { near: 0.3, far: 1 },
  drawn: { near: 3, far: 0 },
};
/** A true sentence refused costs more than the average of its class: the gates must not cry wolf. */
const rephrasedWeight = 2;
const near: Growth = { depth: 4, trees: 160, rate: 0.08, shrinkage: 4, leastWeight: 4, signalShare: 0.35 };
const far: Growth = { depth: 4, trees: 150, rate: 0.06, shrinkage: 15, leastWeight: 8, signalShare: 0.3 };
const drawnArticles = 160;
const drawnOfKind = 350;

/** More of these can only speak for a claim (1), or only against it (-1); a tree that says otherwise has learned noise. */
const signs: readonly (readonly [pattern: RegExp, sign: 1 | -1])[] = [
  [
    /^(in(Sentence|Run|Passage|Sources)|exactIn|support|weakest|secondWeakest|firstSupport|openingSupport|lastSupport|pairs|ordered|copied|density|denseShare|runsOf|longestRun|beginsAtCut|endsAtCut|aligned|closeness)/,
    1,
  ],
  [
    /^(heaviestNew|new|\w+NotIn|weakWords|weakShare|reversed|pieces|sentencesUsed|jumps|jumpShare|foreignSubjects|backSteps|roughCuts|cautionLost|\w+Swapped|\w+PutIn|moved|oppositeFaced|negationGap|hedgeGap|blocks|denies|negation|oppositeThere|negations|opposites|numbersUnseen|numbersElsewhere)/,
    -1,
  ],
];

/** The claims of the public sets and those drawn from even articles, measured. Sets that are absent are left out. */
export function readExamples(dataDir: string): Example[] {
  const examples: Example[] = [];
  for (const [set, claims] of readClaimSets(dataDir)) {
    const measure = measuring();
    for (const { claim, sources, supported, document } of claims) {
      const measured = measure(claim, sources);
      if (measured) examples.push({ set, document, supported, ...measured });
    }
  }
  const measure = measuring();
  const seen = new Map<string, number>();
  for (const { kind, claim, article } of drawClaims(dataDir, false, drawnArticles, drawnOfKind)) {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    // A quarter in small letters, as some sources are, so that no rule leans on capitals alone.
    const small = count % 4 === 0;
    const measured = small
      ? measure(claim.toLowerCase(), [article.text.toLowerCase()])
      : measure(claim, [article.text]);
    const supported = kind === "verbatim" || kind === "deletion" || kind === "rephrased";
    if (measured) examples.push({ set: "drawn", kind, document: article.id, supported, signals: measured.signals });
  }
  return examples;
}

/** Measures claims; sources that come again are read once. */
function measuring(): (claim: string, sources: readonly string[]) => Pick<Example, "signals" | "settled"> | undefined {
  let last: { readonly key: string; readonly reading: Reading } | undefined;
  return (claim, sources) => {
    const key = sources.join("\u0000");
    if (last?.key !== key) last = { key, reading: readSources(sources) };
    const measured = measureClaim(claim, last.reading);
    if (!measured) return undefined;
    const settled = settledScore(claim, measured, last.reading);
    return { signals: measured.signals, ...(settled === undefined ? {} : { settled }) };
  };
}

/** The score that `claim check` gives an example with these weights. */
export function scoreExample({ settled, signals }: Example, weights: ClaimWeights): number {
  return settled ?? scoreOf(signals, weights);
}

/** Learns the weights. The same examples give the same weights. */
export function fitWeights(examples: readonly Example[]): ClaimWeights {
  const signals = [...new Set(examples.flatMap((example) => Object.keys(example.signals)))].sort();
  const rows = examples.map((example) => signals.map((name) => example.signals[name] ?? 0));
  const labels = examples.map(({ supported }) => supported);
  const order = signals.map((name) => signs.find(([pattern]) => pattern.test(name))?.[1] ?? 0);
  const nearness = examples.map((example) => nearnessOf(example.signals));
  const weigh = (which: "near" | "far", reach: (nearness: number) => number) => {
    const raw = examples.map(
      (example, index) => reach(nearness[index] ?? 0) * (example.kind === "rephrased" ? rephrasedWeight : 1),
    );
    const totals = new Map<string, number>();
    const keyOf = ({ set, supported }: Example) => `${set} ${supported}`;
    for (const [index, example] of examples.entries())
      totals.set(keyOf(example), (totals.get(keyOf(example)) ?? 0) + (raw[index] ?? 0));
    return examples.map(
      (example, index) =>
        (500 * (shares[example.set]?.[which] ?? 0) * (raw[index] ?? 0)) / Math.max(20, totals.get(keyOf(example)) ?? 0),
    );
  };
  return {
    signals,
    near: growTrees(
      rows,
      labels,
      weigh("near", (value) => value),
      near,
      order,
    ),
    far: growTrees(
      rows,
      labels,
      weigh("far", () => 1),
      far,
      order,
    ),
  };
}

/** The fold of cross-validation that a document is in. */
export function foldOf({ set, document }: Example, folds: number): number {
  let hash = 7;
  for (let at = 0; at < Math.min(document.length, 400); at++)
    hash = (Math.imul(hash, 31) + document.charCodeAt(at)) | 0;
  return Math.abs(hash + set.length) % folds;
}
