import { type AlignedFact, sameAs } from "./aligned-facts.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { DifferenceKind } from "./phrases/phrases.ts";
import type { SectionContext } from "./section-context.ts";
import { verbatimWords } from "./verbatim-words.ts";
import { blankQuoted } from "./words-in.ts";

/** Something outlets tell differently, beside numbers. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Words both sides share, as printed. */
  readonly about: readonly string[];
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
 * another has denied; or they choose another word. Only sentences that state one thing are compared, one difference a fact.
 */
export function differencesOf(context: SectionContext): Difference[] {
  const found = [...disputesIn(context)];
  for (const fact of context.facts) {
    if (fact.origins < 2) continue;
    const difference = certaintyIn(fact) ?? attributionIn(fact) ?? wordingIn(fact);
    if (difference && !found.some((other) => touches(other, difference))) found.push(difference);
  }
  return found;
}

function touches(a: Difference, b: Difference): boolean {
  const of = ({ versions }: Difference) => versions.flatMap(({ passages }) => passages.map(({ index }) => index));
  return of(a).some((index) => of(b).includes(index)) || (a.kind === b.kind && a.about.join() === b.about.join());
}

/** One outlet hedges what another states as a fact, in its own words and without a source. */
function certaintyIn({ passages }: AlignedFact): Difference | undefined {
  for (const unsure of passages) {
    const hedge = unsure.cues.hedge.exec(blankQuoted(unsure.text));
    if (!hedge) continue;
    for (const sure of passages) {
      if (sure.origin === unsure.origin || sure.cues !== unsure.cues) continue;
      const text = blankQuoted(sure.text);
      if (sure.cues.hedge.test(text) || sure.cues.attributed.test(text) || sure.cues.unknown.test(text)) continue;
      const verb = sure.cues.finiteVerb.exec(text);
      if (!verb || !sameWordsFollow(unsure.text.slice(hedge.index + hedge[0].length), text.slice(verb.index))) continue;
      return {
        kind: "certainty",
        about: aboutOf(unsure, sure),
        versions: [
          { words: verbatimWords(unsure, hedge.index, 1, 7), hedged: true, passages: [unsure] },
          { words: verbatimWords(sure, verb.index, 1, 7), hedged: false, passages: [sure] },
        ],
      };
    }
  }
  return undefined;
}

/** True where one of the first words of the one stands early in the other. */
function sameWordsFollow(unsure: string, sure: string): boolean {
  const stems = (text: string, most: number) =>
    (text.match(/[\p{L}-]{5,}/gu) ?? []).slice(0, most).map((word) => word.slice(0, 5).toLowerCase());
  const early = new Set(stems(sure, 8));
  return stems(unsure, 3).some((stem) => early.has(stem));
}

/** Outlets name different sources for one thing. */
function attributionIn({ passages }: AlignedFact): Difference | undefined {
  const named = passages.flatMap((passage) => {
    if (passage.quotes.some(({ direct }) => direct)) return [];
    const speaker = passage.quotes
      .map((quote) => quote.speaker)
      .find((one) => one && one.start >= passage.start && one.end <= passage.end);
    const words = speaker && passage.article.text.slice(speaker.start, speaker.end);
    return words && /\p{L}{4}/u.test(words) && words.split(" ").length <= 5 ? [{ passage, words }] : [];
  });
  const first = named[0];
  const other = first && named.find((one) => one.passage.origin !== first.passage.origin && apart(first, one));
  if (!first || !other) return undefined;
  return {
    kind: "attribution",
    about: aboutOf(first.passage, other.passage),
    versions: [first, other].map(({ passage, words }) => ({ words, passages: [passage] })),
  };
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
  for (const a of passages) {
    for (const b of passages) {
      if (a.origin >= b.origin || a.cues !== b.cues) continue;
      for (const group of a.cues.labels) {
        const [inA, inB] = [labelIn(a, group), labelIn(b, group)];
        if (!inA || !inB || inA.toLowerCase() === inB.toLowerCase()) continue;
        return {
          kind: "wording",
          about: [],
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

function labelIn(passage: Passage, group: readonly string[]): string | undefined {
  const text = blankQuoted(passage.text);
  const found = group.flatMap((label) => new RegExp(`(?<![\\p{L}-])${label}(?![\\p{L}-])`, "iu").exec(text)?.[0] ?? []);
  return found.length === 1 ? found[0] : undefined;
}

/** What one outlet tells and another says is denied. */
function* disputesIn({ reading }: SectionContext): Generator<Difference> {
  const taken = new Set<number>();
  for (const denial of reading.passages) {
    const cue = denial.cues.dispute.exec(denial.text);
    if (!cue || denial.flaw !== undefined || !denial.reported) continue;
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
    const claimed = passage.cues.accusation.exec(passage.text) ?? passage.cues.attributed.exec(passage.text);
    if (!claimed) continue;
    yield {
      kind: "dispute",
      about: aboutOf(passage, denial),
      versions: [
        { words: verbatimWords(passage, claimed.index, 2, 9), passages: [passage] },
        { words: verbatimWords(denial, cue.index, 2, 9), passages: [denial, ...sameAs(reading, denial)] },
      ],
    };
  }
}

/** A name both have, or the longest word both have. */
function aboutOf(a: Passage, b: Passage): string[] {
  const name = a.names.find((one) => b.names.includes(one));
  const own = a.text.match(/[\p{L}-]{5,}/gu) ?? [];
  const common = own
    .filter((word) => !name?.includes(word) && new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, "u").test(b.text))
    .sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
  return [name, common[0]].filter((word) => word !== undefined);
}
