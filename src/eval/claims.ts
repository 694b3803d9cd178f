import { loadLearned } from "../learned.ts";
import { annotate } from "../pipeline/annotate.ts";
import { checkAgainst, checkClaim, claimThreshold } from "../verify/check-claim.ts";
import { type Reading, readSources } from "../verify/read-sources.ts";
import { balancedAccuracy } from "./balanced-accuracy.ts";
import { type ClaimSetName, readClaimSets } from "./claim-sets.ts";
import { type Example, fitWeights, foldOf, readExamples, scoreExample } from "./claim-training.ts";
import { drawClaims, readGroundArticles } from "./drawn-claims.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { errorKinds } from "./planted-errors.ts";
import { quotationClaims } from "./quotation-claims.ts";

const folds = 5;
const thresholds = [0.3, 0.4, 0.6, 0.7];
const drawnArticles = 420;
const drawnOfKind = 1000;
const quotedArticles = 600;

/**
 * Scores the check of claims: the labelled sets cross-validated over documents and with the whole set left out, true sentences refused, errors
 * caught that were planted in sentences of articles the weights were not learned from, quotations, and speed.
 */
export async function scoreClaims(dataDir: string): Promise<EvalTable> {
  const examples = readExamples(dataDir);
  if (examples.length === 0) return { name: "claims", rows: [], skipped: `${dataDir}/grounding is absent` };
  return {
    name: "claims",
    rows: [
      ...crossValidated(examples),
      ...leftOut(examples),
      ...drawn(dataDir),
      ...quotations(dataDir),
      ...speed(dataDir),
    ],
  };
}

function crossValidated(examples: readonly Example[]): EvalRow[] {
  const judged = new Map<string, { supported: boolean; score: number }[]>();
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitWeights(examples.filter((example) => foldOf(example, folds) !== fold));
    for (const example of examples.filter((one) => foldOf(one, folds) === fold && one.set !== "drawn")) {
      const list = judged.get(example.set) ?? [];
      judged.set(example.set, list);
      list.push({ supported: example.supported, score: scoreExample(example, weights) });
    }
  }
  return [...judged].flatMap(([set, list]) => {
    const at = balancedAccuracy(list, claimThreshold);
    return [
      {
        set,
        measure: "balanced accuracy",
        value: at.balanced,
        note: `${list.length} claims, ${folds} folds over documents`,
      },
      { set, measure: "true accepted", value: at.accepted },
      { set, measure: "false refused", value: at.refused },
      ...thresholds.map((threshold) => {
        const there = balancedAccuracy(list, threshold);
        const note = `true accepted ${there.accepted.toFixed(3)}, false refused ${there.refused.toFixed(3)}`;
        return { set, measure: `balanced accuracy at ${threshold}`, value: there.balanced, note };
      }),
    ];
  });
}

function leftOut(examples: readonly Example[]): EvalRow[] {
  const sets = [...new Set(examples.map(({ set }) => set))].filter((set) => set !== "drawn");
  return sets.map((set) => {
    const weights = fitWeights(examples.filter((example) => example.set !== set));
    const judged = examples
      .filter((example) => example.set === set)
      .map((example) => ({ supported: example.supported, score: scoreExample(example, weights) }));
    const { balanced, accepted, refused } = balancedAccuracy(judged, claimThreshold);
    const note = `learned without the set; true accepted ${accepted.toFixed(3)}, false refused ${refused.toFixed(3)}`;
    return { set, measure: "balanced accuracy left out", value: balanced, note };
  });
}

function drawn(dataDir: string): EvalRow[] {
  const claims = drawClaims(dataDir, true, drawnArticles, drawnOfKind);
  const accepted = new Map<string, { count: number; accepted: number }>();
  let last: { readonly id: string; readonly reading: Reading } | undefined;
  for (const { kind, claim, article, rephrased } of claims) {
    if (last?.id !== article.id) last = { id: article.id, reading: readSources([article.text]) };
    const { supported } = checkAgainst(
      claim,
      last.reading,
      kind === "verbatim" || kind === "deletion" || kind === "rephrased",
    );
    for (const key of [kind, `${kind} ${rephrased}`]) {
      const sum = accepted.get(key) ?? { count: 0, accepted: 0 };
      accepted.set(key, { count: sum.count + 1, accepted: sum.accepted + (supported ? 1 : 0) });
    }
  }
  const of = (...keys: string[]) => {
    const sums = keys.map((key) => accepted.get(key) ?? { count: 0, accepted: 0 });
    const count = sums.reduce((sum, one) => sum + one.count, 0);
    return { count, share: sums.reduce((sum, one) => sum + one.accepted, 0) / Math.max(1, count) };
  };
  const [whole, other] = [of("verbatim", "deletion"), of("rephrased")];
  return [
    {
      set: "true",
      measure: "passed verbatim or shortened",
      value: whole.share,
      note: `${whole.count} sentences; refused ${(1 - whole.share).toFixed(4)}`,
    },
    {
      set: "true",
      measure: "passed rephrased",
      value: other.share,
      note: `${other.count} sentences; refused ${(1 - other.share).toFixed(4)}`,
    },
    ...errorKinds.map((kind) => {
      const [all, plain, turned] = [of(kind), of(`${kind} false`), of(`${kind} true`)];
      const note = `${all.count} sentences; as they are ${(1 - plain.share).toFixed(3)}, rephrased first ${(1 - turned.share).toFixed(3)}`;
      return { set: "planted", measure: `${kind} caught`, value: 1 - all.share, note };
    }),
  ];
}

function quotations(dataDir: string): EvalRow[] {
  const learned = loadLearned();
  const counts = new Map<string, { count: number; caught: number }>();
  for (const article of readGroundArticles(dataDir, true, quotedArticles)) {
    const reading = readSources([article.text]);
    for (const { kind, claim } of quotationClaims(article, annotate(article, learned))) {
      const { reason } = checkAgainst(claim, reading);
      const caught = reason === "unseen-quotation" || reason === "wrong-speaker";
      const sum = counts.get(kind) ?? { count: 0, caught: 0 };
      counts.set(kind, { count: sum.count + 1, caught: sum.caught + (caught ? 1 : 0) });
    }
  }
  return [...counts].map(([kind, { count, caught }]) => ({
    set: "quotations",
    measure: kind === "true" ? "true passed" : `${kind} caught`,
    value: kind === "true" ? 1 - caught / count : caught / count,
    note: `${count} quotations`,
  }));
}

function speed(dataDir: string): EvalRow[] {
  const rows: EvalRow[] = [];
  for (const [set, claims] of readClaimSets(dataDir)) {
    if (set !== ("qags-cnndm" satisfies ClaimSetName) && set !== ("wice" satisfies ClaimSetName)) continue;
    const readings = claims.map(({ sources }) => readSources(sources));
    const started = performance.now();
    for (const [at, { claim }] of claims.entries()) {
      const reading = readings[at];
      if (reading) checkAgainst(claim, reading);
    }
    const read = performance.now();
    for (const { claim, sources } of claims) checkClaim(claim, sources);
    const end = performance.now();
    rows.push({
      set,
      measure: "claims/s with sources read",
      value: (claims.length / (read - started)) * 1000,
      note: "one core",
    });
    rows.push({
      set,
      measure: "claims/s",
      value: (claims.length / (end - read)) * 1000,
      note: "one core, sources read too",
    });
  }
  return rows;
}
