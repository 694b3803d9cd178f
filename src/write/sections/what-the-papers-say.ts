import type { WhatThePapersSay } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { Draft } from "../../model/draft.ts";
import { emphasisOf, type Stressed } from "../emphasis.ts";
import { computedOf } from "../excerpt.ts";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import type { Drafted, SectionContext } from "../section-context.ts";
import { type Difference, differencesOf } from "../story-differences.ts";
import { differing, draftConsensus, draftDisagreements, draftUnknowns, overallOf, subjectOf } from "./agreement.ts";
import { draftOutletViews } from "./outlet-views.ts";

const part = "what-the-papers-say";

/**
 * Who says what. The passage is computed: what each outlet stresses, where the numbers differ, and how far all agree; the lists under it
 * are the outlets' own sentences. A story of one outlet has the section only where something is called unknown.
 */
export function draftWhatThePapersSay(context: SectionContext): Drafted<Draft<WhatThePapersSay>> {
  const { reading } = context;
  const several = reading.outlets.length > 1;
  const stressed = several ? emphasisOf(reading) : new Map<string, Stressed[]>();
  const differences = several ? differencesOf(context) : [];
  const disagreements = several ? draftDisagreements(differences, context) : [];
  const unknowns = draftUnknowns(context);
  if (!several && unknowns.length === 0) return { skipped: { part, reason: "one-outlet", count: 1 } };
  const outlets = several ? draftOutletViews(context, stressed) : [];
  const consensus = several ? draftConsensus(context) : [];
  const overall = overallOf(context);
  if (!overall) return { skipped: { part, reason: "nothing-to-compare", count: 1 } };
  const passage = several ? [...emphasisClaims(stressed, context), ...differenceClaims(differences, context)] : [];
  return {
    section: {
      kind: "what-the-papers-say",
      claims: [...passage, overall],
      outlets,
      disagreements,
      consensus,
      unknowns,
    },
  };
}

/** The outlets whose words stand out most, two to a sentence where there are two. */
function emphasisClaims(
  stressed: ReadonlyMap<string, readonly Stressed[]>,
  { phrases, allowance, reading }: SectionContext,
): DraftClaim[] {
  const others = reading.outlets.length - 1;
  const strongest = [...stressed]
    .map(([outlet, words]) => ({ outlet, words: words.flatMap((one) => inItsOwnWords(one) ?? []) }))
    .flatMap(({ outlet, words }) => (words[0] ? [{ outlet, words, z: words[0].z }] : []))
    .sort((a, b) => b.z - a.z)
    .slice(0, parameters.papers.stressed);
  const claims: DraftClaim[] = [];
  for (let i = 0; i < strongest.length; i += 2) {
    const pair = setApart(strongest.slice(i, i + 2));
    const [a, b] = pair.map(({ outlet, words }) => ({ outlet, words: words.map(({ word }) => word) }));
    if (!a) continue;
    const text = b
      ? phrases.contrast(a.outlet, a.words, b.outlet, b.words, others)
      : phrases.stresses(a.outlet, a.words, others);
    const facts = [a, ...(b ? [b] : [])].flatMap(({ outlet, words }) => [outlet, ...words]);
    claims.push(
      computedOf(
        text,
        facts,
        pair.flatMap(({ words }) => evidenceFor(words)),
        allowance,
      ),
    );
  }
  return claims;
}

/** The word with those of its sentences that print it so: a name is known by its full form, and is quoted only as it stands. */
function inItsOwnWords({ word, passages, z }: Stressed): Stressed | undefined {
  const printing = passages.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
  return printing.length > 0 ? { word, passages: printing, z } : undefined;
}

type Stressing = { readonly outlet: string; readonly words: readonly Stressed[]; readonly z: number };

/** Two outlets that stress one word are not set against each other with it. */
function setApart([a, b]: readonly Stressing[]): Stressing[] {
  if (!a || !b) return a ? [a] : [];
  const others = b.words.filter(({ word }) => !a.words.some((one) => one.word === word));
  return others.length > 0 ? [a, { ...b, words: others }] : [a];
}

/** A sentence for each word, the same one where it has several. */
function evidenceFor(words: readonly Stressed[]): Passage[] {
  const chosen: Passage[] = [];
  for (const { passages } of words) {
    if (passages.some((passage) => chosen.includes(passage))) continue;
    const sound = passages.find(({ flaw }) => flaw === undefined) ?? passages[0];
    if (sound) chosen.push(sound);
  }
  return chosen;
}

/** Numbers in a sentence each, then the words outlets choose. */
function differenceClaims(differences: readonly Difference[], context: SectionContext): DraftClaim[] {
  const { phrases, allowance, frames } = context;
  const numbers = differing(frames)
    .slice(0, 2)
    .map((frame) => {
      const versions = frame.standing.map(({ amount, outlets }) => ({
        outlets,
        value: phrases.frameValue(frame.kind, amount, frame.counted),
      }));
      const evidence = frame.standing.flatMap(({ statements }) => statements.map(({ passage }) => passage));
      const facts = frame.standing.flatMap(({ amount, outlets }) => [amount, ...outlets]);
      return computedOf(
        phrases.versions(subjectOf(frame, context), versions),
        facts,
        evidence,
        allowance,
        parameters.papers.countedCitations,
      );
    });
  const wording = differences
    .filter(({ kind }) => kind === "wording")
    .slice(0, 1)
    .flatMap(({ versions: [a, b] }) => {
      const [inA, inB] = [a?.passages[0], b?.passages[0]];
      if (!a || !b || !inA || !inB) return [];
      const text = phrases.labels(inA.outlet, a.words, inB.outlet, b.words);
      return [computedOf(text, [inA.outlet, a.words, inB.outlet, b.words], [inA, inB], allowance)];
    });
  return [...numbers, ...wording];
}
