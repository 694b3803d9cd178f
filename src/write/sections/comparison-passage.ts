import type { DraftClaim } from "../../model/claim.ts";
import type { Stressed } from "../emphasis.ts";
import { computedOf } from "../excerpt.ts";
import { openingClause } from "../opening-clause.ts";
import { firstOfEachOutlet } from "../outlet-leads.ts";
import { parameters } from "../parameters.ts";
import type { Passage } from "../passage.ts";
import { mentionTypes } from "../prominence.ts";
import { repliesTo } from "../replies.ts";
import { readsAlone, type SectionContext, type SharedName } from "../section-context.ts";
import { shareName } from "../spelling.ts";
import type { Difference } from "../story-differences.ts";
import { differing, subjectOf } from "./agreement.ts";

const part = "what-the-papers-say";

type Stressing = { readonly outlet: string; readonly words: readonly Stressed[]; readonly z: number };

/** Words of an outlet, to the letter, that say what it stresses. */
interface StressedClause {
  readonly outlet: string;
  readonly clause: string;
  readonly passage: Passage;
}

/** Whom and what the outlets all write about; none where no name stands in most of them. */
export function sharedClaim(context: SectionContext): DraftClaim[] {
  const { phrases, allowance, reading } = context;
  const { named, countedCitations, salience: leastSalience } = parameters.papers;
  const typeOf = mentionTypes(context);
  // What most have in their first lines; "Korean" and "the Factbook" are of many a story that is not about them.
  const salient = context.sharedNames
    .filter(({ name, salience }) => salience >= leastSalience && typeOf(name.replace(/^the /, "")) !== "MISC")
    .sort((a, b) => b.salience - a.salience);
  const [first, ...rest] = salient.slice(0, 3);
  if (!first) return [];
  const shared = [first];
  const inAll = (outlet: string) => shared.every(({ outlets }) => outlets.has(outlet));
  const isPerson = ({ name, printing }: SharedName) => printing.some(({ people }) => people.has(name));
  const isKnown = (one: SharedName) =>
    shared.some((other) => ` ${other.name} `.includes(` ${one.name} `)) ||
    (isPerson(one) && shared.some((other) => isPerson(other) && shareName(other.name, one.name)));
  for (const one of rest)
    if (!isKnown(one) && reading.outlets.filter((outlet) => inAll(outlet) && one.outlets.has(outlet)).length >= 2)
      shared.push(one);
  const outlets = reading.outlets.filter(inAll).slice(0, named);
  // All the reports of a country write about it.
  const isPlaceAlone = shared.length === 1 && typeOf(first.name.replace(/^the /, "")) === undefined;
  if (outlets.length < 2 || isPlaceAlone) return [];
  const cited = [
    ...shared.flatMap(({ printing: [one] }) => one ?? []),
    ...outlets.flatMap((outlet) => naming(outlet, shared)),
  ];
  const names = shared.map(({ name }) => name);
  return [
    computedOf(
      phrases.allNameThese(outlets, names),
      [...outlets, ...names],
      cited,
      allowance,
      // Each outlet's own sentences, or nothing would bear out that it writes of all of them.
      Math.max(countedCitations, new Set(cited).size),
    ),
  ];
}

/** The fewest sentences of an outlet that have all of the names, those that have most of them first. */
function naming(outlet: string, shared: readonly SharedName[]): Passage[] {
  const left = new Set(shared);
  const chosen: Passage[] = [];
  const own = [...new Set(shared.flatMap((one) => one.naming))].filter((passage) => passage.outlet === outlet);
  const covers = (passage: Passage) => [...left].filter((one) => one.naming.includes(passage));
  while (left.size > 0) {
    const best = own.reduce<Passage | undefined>(
      (a, b) => (a && covers(a).length >= covers(b).length ? a : b),
      undefined,
    );
    const covered = best ? covers(best) : [];
    if (!best || covered.length === 0) break;
    chosen.push(best);
    for (const one of covered) left.delete(one);
  }
  return chosen;
}

/**
 * What each of the outlets that stand out most gives more room, two set against each other in a sentence, in clauses of their own. Words and names
 * alone say less to a reader: two outlets are told by them where fewer than three have a clause to show.
 */
export function emphasisClaims(
  stressed: ReadonlyMap<string, readonly Stressed[]>,
  context: SectionContext,
): DraftClaim[] {
  const strongest = unlike(
    [...stressed]
      .map(([outlet, words]) => ({ outlet, words: words.flatMap((one) => inItsOwnWords(one) ?? []) }))
      .flatMap(({ outlet, words }) => (words[0] ? [{ outlet, words, z: words[0].z }] : []))
      .sort((a, b) => b.z - a.z || (a.outlet < b.outlet ? -1 : 1)),
    context,
  );
  const withClause: StressedClause[] = [];
  for (const one of strongest) {
    const clause = clauseOf(one, context);
    // What two outlets have alike neither stresses against the other.
    const isShared = withClause.some(
      ({ passage }) =>
        clause && context.reading.space.overlap(passage.index, clause.passage.index) >= parameters.alignment.sameTerms,
    );
    if (clause && !isShared) withClause.push(clause);
  }
  const clauses = withClause.slice(0, withClause.length - (withClause.length % 2));
  const others = strongest
    .filter(({ outlet }) => !clauses.some((one) => one.outlet === outlet))
    .map((one) => ({ ...one, words: one.words.filter(({ word }) => tellsSomething.test(word)) }))
    .filter(({ words }) => words.length > 0);
  const byWords = clauses.length < parameters.papers.leastStressed ? others.slice(0, 2) : [];
  return [
    ...pairsOf(clauses).flatMap((pair) => clauseContrast(pair, context)),
    ...pairsOf(byWords).flatMap((pair) => wordContrast(setApart(pair), context)),
  ];
}

function clauseContrast([a, b]: readonly StressedClause[], { phrases, allowance }: SectionContext): DraftClaim[] {
  if (!a || !b) return [];
  for (const { passage } of [a, b]) allowance.tell(passage, part);
  const text = phrases.stressedClauses(a.outlet, a.clause, b.outlet, b.clause);
  return [computedOf(text, [a.outlet, a.clause, b.outlet, b.clause], [a.passage, b.passage], allowance)];
}

function wordContrast(pair: readonly Stressing[], { phrases, allowance, reading }: SectionContext): DraftClaim[] {
  const others = reading.outlets.length - 1;
  const [a, b] = pair.map(({ outlet, words }) => ({ outlet, words: words.map(({ word }) => word) }));
  if (!a) return [];
  const text = b
    ? phrases.contrast(a.outlet, a.words, b.outlet, b.words, others)
    : phrases.stresses(a.outlet, a.words, others);
  const facts = [a, ...(b ? [b] : [])].flatMap(({ outlet, words }) => [outlet, ...words]);
  return [
    computedOf(
      text,
      facts,
      pair.flatMap(({ words }) => evidenceFor(words)),
      allowance,
    ),
  ];
}

/** A name or a pair of words; one common word alone tells a reader nothing. */
const tellsSomething = /\s|^\p{Lu}[\p{L}-]{3,}|^\p{Lu}{2,}$/u;

/** The clause that has most of what an outlet stresses, of a sentence that stands alone and was not told before. */
function clauseOf({ outlet, words }: Stressing, context: SectionContext): StressedClause | undefined {
  const { allowance, reading } = context;
  let best: (StressedClause & { readonly weight: number }) | undefined;
  for (const passage of new Set(words.flatMap(({ passages }) => passages))) {
    if (!readsAlone(passage, context) || !allowance.allows(passage, part)) continue;
    if (allowance.repeatsTold(passage, reading.space) || repliesTo(passage, context).length > 0) continue;
    // Nothing of what all put first: a notice, or another story on the page.
    if (context.core(passage.text, passage.article.language) === 0) continue;
    const clause = openingClause(passage);
    const lower = clause?.toLowerCase() ?? "";
    const weight = words.reduce((sum, { word, z }) => sum + (lower.includes(word.toLowerCase()) ? z : 0), 0);
    if (clause !== undefined && weight > (best?.weight ?? 0)) best = { outlet, clause, passage, weight };
  }
  return best;
}

function pairsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 2) }, (_, pair) => all.slice(2 * pair, 2 * pair + 2));
}

/** What two outlets open with, where they open on different things: the two whose openings are least alike. */
export function openingsClaim(context: SectionContext): DraftClaim[] {
  const { reading, phrases, allowance } = context;
  const openings = firstOfEachOutlet(reading).flatMap((passage) => {
    const words =
      passage.order < 2 &&
      passage.flaw === undefined &&
      allowance.toldIn(passage) !== part &&
      !passage.cues.dangling.test(passage.text) &&
      repliesTo(passage, context).length === 0
        ? openingClause(passage)
        : undefined;
    return words === undefined ? [] : [{ passage, words }];
  });
  let best: { a: (typeof openings)[number]; b: (typeof openings)[number]; alike: number } | undefined;
  for (const [i, a] of openings.entries()) {
    for (const b of openings.slice(i + 1)) {
      if (a.passage.cues !== b.passage.cues || a.passage.origin === b.passage.origin) continue;
      const alike = reading.space.overlap(a.passage.index, b.passage.index);
      if (!best || alike < best.alike) best = { a, b, alike };
    }
  }
  if (!best || best.alike > parameters.papers.openingsAlike) return [];
  const { a, b } = best;
  const text = phrases.openings(a.passage.outlet, a.words, b.passage.outlet, b.words);
  return [computedOf(text, [a.passage.outlet, a.words, b.passage.outlet, b.words], [a.passage, b.passage], allowance)];
}

/** Numbers in a sentence each; then who hedges, who names another source, who denies, and what word each chooses. */
export function differenceClaims(differences: readonly Difference[], context: SectionContext): DraftClaim[] {
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
      const text = phrases.versions(subjectOf(frame, context), versions);
      return computedOf(text, facts, evidence, allowance, parameters.papers.countedCitations);
    });
  const words = differences.slice(0, 2).flatMap(({ kind, about, versions }) => {
    const [a, b] = versions;
    const [inA, inB] = [a?.passages[0], b?.passages[0]];
    if (!a || !b || !inA || !inB) return [];
    const facts = [inA.outlet, a.words, inB.outlet, b.words];
    if (kind === "wording")
      return [computedOf(phrases.labels(inA.outlet, a.words, inB.outlet, b.words), facts, [inA, inB], allowance)];
    const told = [a, b].map(({ words, hedged, passages }) => ({
      outlets: [passages[0]?.outlet ?? ""],
      value: hedged === undefined ? phrases.quote(words) : hedged ? phrases.hedged(words) : phrases.flat(words),
    }));
    return [computedOf(phrases.versions(phrases.difference(kind, about), told), facts, [inA, inB], allowance)];
  });
  return [...numbers, ...words];
}

/** Outlets of other owners and countries than those before them first, so that a reader hears different newsrooms. */
function unlike(stressing: readonly Stressing[], { material }: SectionContext): Stressing[] {
  const left = [...stressing];
  const chosen: Stressing[] = [];
  const families = new Set<string>();
  const countries = new Set<string>();
  while (chosen.length < parameters.papers.stressed && left.length > 0) {
    const score = ({ outlet, z }: Stressing) => {
      const { family, country } = material.outlets(outlet);
      return z - (families.has(family) ? 3 : 0) - (country !== undefined && countries.has(country) ? 0.5 : 0);
    };
    const best = left.reduce((a, b) => (score(b) > score(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    chosen.push(best);
    const { family, country } = material.outlets(best.outlet);
    families.add(family);
    if (country !== undefined) countries.add(country);
  }
  return chosen;
}

/** The word with those of its sentences that print it so: a name is known by its full form, and is quoted only as it stands. */
function inItsOwnWords({ word, passages, z }: Stressed): Stressed | undefined {
  const printing = passages.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase()));
  return printing.length > 0 ? { word, passages: printing, z } : undefined;
}

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
