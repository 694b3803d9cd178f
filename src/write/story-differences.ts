import { type AlignedFact, sameAs } from "./aligned-facts.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { DifferenceAbout, DifferenceKind } from "./phrases/phrases.ts";
import type { SectionContext } from "./section-context.ts";
import { slotDifferencesIn } from "./slot-differences.ts";
import { sharedRun } from "./slot-words.ts";
import { withoutDateline } from "./trim-sentence.ts";
import { verbatimWords } from "./verbatim-words.ts";
import { blankQuoted } from "./words-in.ts";

/** Something outlets tell differently, beside numbers. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Words of the outlets that say what it is about. */
  readonly about: DifferenceAbout | undefined;
  readonly versions: readonly DifferenceVersion[];
}

export interface DifferenceVersion {
  /** Words of the first passage, as printed. */
  readonly words: string;
  /** True where the version says that it may be so. */
  readonly hedged?: boolean;
  readonly passages: readonly Passage[];
}

/**
 * Where outlets differ on the same facts: one says it is so and another that it may be; they name different sources; one tells what
 * another has denied; a number, a name, a date or a "not" stands in one and not in the other; or they choose another word. Only sentences that state one thing are compared, one difference a fact.
 */
export function differencesOf(context: SectionContext): Difference[] {
  const found = [...disputesIn(context), ...slotsIn(context)].flatMap((one) => withSidesApart(one) ?? []);
  for (const fact of context.facts) {
    if (fact.origins < 2) continue;
    const difference =
      withSidesApart(certaintyIn(fact, context)) ??
      withSidesApart(attributionIn(fact, context)) ??
      withSidesApart(wordingIn(fact));
    if (difference && !found.some((other) => touches(other, difference))) found.push(difference);
  }
  return found;
}

/** The difference without outlets that print several of its versions, since they take no side. Undefined where one side is left, or a version reads as none. */
function withSidesApart(difference: Difference | undefined): Difference | undefined {
  if (!difference?.versions.every(({ words }) => readsAs(difference.kind, words))) return undefined;
  const onSides = difference.versions.map(({ passages }) => new Set(passages.map(({ outlet }) => outlet)));
  const takesSide = ({ outlet }: Passage) => onSides.filter((outlets) => outlets.has(outlet)).length === 1;
  const versions = difference.versions
    .map((version) => ({ ...version, passages: version.passages.filter(takesSide) }))
    .filter(({ passages }) => passages.length > 0);
  return versions.length > 1 ? { ...difference, versions } : undefined;
}

/** What is denied, unsure or sourced is told in three words at least and in no half of a quotation; a number, a date, a name or a word speaks for itself. */
function readsAs(kind: DifferenceKind, words: string): boolean {
  if (kind !== "dispute" && kind !== "certainty" && kind !== "attribution") return true;
  return words.split(/\s+/).length >= 3 && !/["“”„«»]/.test(blankQuoted(words));
}

/** Places filled differently, but for numbers that the frames set side by side already; each version with all outlets that print it. */
function* slotsIn({ reading, frames }: SectionContext): Generator<Difference> {
  const framed = new Set(
    frames
      .filter(({ standing }) => standing.length > 1)
      .flatMap(({ standing }) => standing.flatMap(({ statements }) => statements.map(({ passage }) => passage.index))),
  );
  for (const difference of slotDifferencesIn(reading)) {
    const all = difference.versions.flatMap(({ passages }) => passages);
    if (difference.kind === "number" && all.every(({ index }) => framed.has(index))) continue;
    yield difference;
  }
}

function touches(a: Difference, b: Difference): boolean {
  const of = ({ versions }: Difference) => versions.flatMap(({ passages }) => passages.map(({ index }) => index));
  return of(a).some((index) => of(b).includes(index)) || (a.kind === b.kind && a.about?.words === b.about?.words);
}

/** One outlet hedges what another states as a fact, in its own words and without a source. */
function certaintyIn({ passages }: AlignedFact, context: SectionContext): Difference | undefined {
  for (const unsure of passages) {
    const hedge = unsure.cues.hedge.exec(blankQuoted(unsure.text));
    if (!hedge) continue;
    for (const sure of passages) {
      if (sure.origin === unsure.origin || sure.cues !== unsure.cues || !tellOneThing(sure, unsure, context)) continue;
      const text = blankQuoted(sure.text);
      if (caseThat.test(text)) continue;
      if (sure.cues.hedge.test(text) || sure.cues.attributed.test(text) || sure.cues.unknown.test(text)) continue;
      if (sure.cues.accusation.test(text) || modal.test(hedge[0])) continue;
      const verb = sure.cues.finiteVerb.exec(text);
      if (
        !verb ||
        sharedRun(unsure, sure) === undefined ||
        !sameWordsFollow(unsure.text.slice(hedge.index + hedge[0].length), text.slice(verb.index))
      )
        continue;
      const stated = verbatimWords(sure, verb.index, 1, 7);
      return {
        kind: "certainty",
        about: { words: sharedRun(unsure, sure) ?? stated, side: "beside" },
        versions: [
          { words: verbatimWords(unsure, hedge.index, 1, 7), hedged: true, passages: [unsure] },
          { words: stated, hedged: false, passages: [sure] },
        ],
      };
    }
  }
  return undefined;
}

/** "The prosecution's case is that ..." states nothing as a fact. */
const caseThat = /\b(?:case|claim|argument|theory|allegation|view|belief|contention) (?:is|was) that\b/i;

/** What may come, or is allowed, is not told with less certainty than by others. */
const modal = /^(?:could|may|might) (?:not )?be$/i;

/** Half of the words of the shorter sentence stand in the other. */
function tellOneThing(a: Passage, b: Passage, { reading }: SectionContext): boolean {
  return reading.space.overlap(a.index, b.index) >= parameters.differences.tellOverlap;
}

/** True where the first longer word of the one stands early in the other, and one of those after it near it. */
function sameWordsFollow(unsure: string, sure: string): boolean {
  const stems = (text: string, most: number) =>
    (text.match(/[\p{L}-]{5,}/gu) ?? []).slice(0, most).map((word) => word.slice(0, 5).toLowerCase());
  const early = new Set(stems(sure, 6));
  const [first, ...rest] = stems(unsure, 4);
  return first !== undefined && new Set(stems(sure, 3)).has(first) && rest.some((stem) => early.has(stem));
}

/** Outlets name different sources for one thing. */
function attributionIn({ passages }: AlignedFact, context: SectionContext): Difference | undefined {
  const named = passages.flatMap((passage) => {
    if (passage.quotes.some(({ direct }) => direct)) return [];
    const speaker = passage.quotes
      .map((quote) => quote.speaker)
      .find((one) => one && one.start >= passage.start && one.end <= passage.end);
    const words = speaker && passage.article.text.slice(speaker.start, speaker.end);
    return words && isSource(words) && !context.reading.isOutlet(words) ? [{ passage, words }] : [];
  });
  const first = named[0];
  const other =
    first &&
    named.find(
      (one) =>
        one.passage.origin !== first.passage.origin &&
        apart(first, one) &&
        tellOneThing(one.passage, first.passage, context),
    );
  if (!first || !other) return undefined;
  const shared = sharedRun(first.passage, other.passage);
  if (shared === undefined) return undefined;
  return {
    kind: "attribution",
    about: { words: shared, side: "beside" },
    versions: [first, other].map(({ passage, words }) => ({ words, passages: [passage] })),
  };
}

/** A body or an office ("the interior ministry"), or a person in full; a last name alone may be the same person's as a first name. */
function isSource(words: string): boolean {
  const count = words.split(" ").length;
  const named = /^\p{Lu}/u.test(words.replace(/^The /, ""));
  return /\p{L}{5}/u.test(words) && count <= 5 && (!named || count > 1) && !/^(?:Mr|Mrs|Ms|Dr|Prof|PM)\b/.test(words);
}

interface Sourced {
  readonly passage: Passage;
  readonly words: string;
}

/** True where neither sentence knows the other's source: "police" and "a police spokesman" are one. */
function apart(a: Sourced, b: Sourced): boolean {
  return otherSource(a.words, b.passage.text) && otherSource(b.words, a.passage.text);
}

function otherSource(a: string, b: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return !words(a).some((word) =>
    words(b).some((other) => word.startsWith(other.slice(0, 5)) || other.startsWith(word.slice(0, 5))),
  );
}

/** Outlets' own words for one thing, never those of the people they quote. */
function wordingIn({ passages }: AlignedFact): Difference | undefined {
  const labelled = passages.map((passage) => ({ passage, labels: labelsIn(passage) }));
  for (const { passage: a, labels } of labelled) {
    for (const { passage: b, labels: theirs } of labelled) {
      if (a.origin >= b.origin || a.cues !== b.cues) continue;
      for (const [group, inA] of labels.entries()) {
        const inB = theirs[group];
        if (!inA || !inB || inA.toLowerCase() === inB.toLowerCase()) continue;
        return {
          kind: "wording",
          about: undefined,
          versions: [
            { words: inA, passages: [a] },
            { words: inB, passages: [b] },
          ],
        };
      }
    }
  }
  return undefined;
}

/** The label of each group that the passage uses in its own words, where it uses one alone. */
function labelsIn(passage: Passage): (string | undefined)[] {
  const text = blankQuoted(passage.text);
  return passage.cues.labels.map((group) => {
    const found = group.flatMap((label) => labelPattern(label).exec(text)?.[0] ?? []);
    return found.length === 1 ? found[0] : undefined;
  });
}

const labelPatterns = new Map<string, RegExp>();

/** Making a pattern costs more than asking it. */
function labelPattern(label: string): RegExp {
  const pattern = labelPatterns.get(label) ?? new RegExp(`(?<![\\p{L}-])${label}(?![\\p{L}-])`, "iu");
  labelPatterns.set(label, pattern);
  return pattern;
}

/** What one outlet tells and another says is denied. */
function* disputesIn({ reading }: SectionContext): Generator<Difference> {
  const taken = new Set<number>();
  for (const denial of reading.passages) {
    const cue = denial.cues.dispute.exec(denial.text);
    if (!cue || isRefused(denial.text, cue) || denial.flaw !== undefined || !denial.reported) continue;
    const told = reading.space.near(denial.index).find(({ index, cosine }) => {
      const other = reading.passages[index];
      return (
        other !== undefined &&
        cosine >= parameters.differences.dispute &&
        other.outlet !== denial.outlet &&
        other.flaw === undefined &&
        other.reported &&
        other.cues === denial.cues &&
        !other.cues.denial.test(other.text) &&
        !other.cues.dispute.test(other.text) &&
        other.names.some((name) => denial.names.includes(name))
      );
    });
    const passage = told && reading.passages[told.index];
    if (!passage || taken.has(passage.index) || taken.has(denial.index)) continue;
    taken.add(passage.index).add(denial.index);
    const words = claimedIn(passage, reading.space.overlap(passage.index, denial.index));
    if (words === undefined || negative.test(passage.text)) continue;
    // What is near to the denial may be the claim itself.
    const denying = sameAs(reading, denial).filter(({ cues, text }) => cues.dispute.test(text));
    yield {
      kind: "dispute",
      about: { words: passage.names.find((name) => denial.names.includes(name)) ?? words, side: "beside" },
      versions: [
        { words, passages: [passage] },
        { words: verbatimWords(denial, cue.index, 2, 9), passages: [denial, ...denying] },
      ],
    };
  }
}

/** "Their applications were denied": refused, not disputed. */
function isRefused(text: string, cue: RegExpExecArray): boolean {
  return (
    /^denied$/i.test(cue[0].split(" ")[0] ?? "") &&
    /\b(?:be|been|being|is|are|was|were|get|got)\s+$/i.test(text.slice(0, cue.index))
  );
}

const negative = /\b(?:not|never|no|denie[ds]|den(?:y|ying))\b|n['’]t\b/i;

/** What a passage claims, in its words: who looks into an allegation claims nothing, and who says something claims what the denial is near to. */
function claimedIn(passage: Passage, overlap: number): string | undefined {
  const { cues, text } = passage;
  const accused = cues.accusation.exec(text);
  if (accused && !/(?:ations?|claims|charges)$/i.test(accused[0])) return verbatimWords(passage, accused.index, 0, 9);
  if (!cues.attributed.test(text) || overlap < parameters.differences.tellOverlap) return undefined;
  const words = verbatimWords(passage, text.length - withoutDateline(text).length, 0, 9);
  // Who says it, up to a comma, is no claim.
  return cues.finiteVerb.test(words) ? words : undefined;
}
