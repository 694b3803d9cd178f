import { languageFor } from "../languages/registry.ts";
import type { Quantity, TimeMention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { countedNoun } from "./counted-noun.ts";
import { headOf, isSuperseded } from "./frame-statements.ts";
import { isNegated, negation } from "./negation.ts";
import { oncePerPassage } from "./once-per-passage.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import { shareNumber } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";
import { namesOf, type SlotNameKind } from "./slot-names.ts";
import { alike, contextOf, type SlotContext, sharedRun, slotOf, touchAlike } from "./slot-words.ts";
import { withoutDateline } from "./trim-sentence.ts";
import { verbatimWords } from "./verbatim-words.ts";
import { blankQuoted } from "./words-in.ts";

/** Two sentences that state one thing with one place in them filled differently: "sent to Merrin hospital", "sent to Carrow hospital". */
export interface SlotDifference {
  readonly kind: SlotKind;
  /** Where both sentences have the place: words right before or behind it, or any that they share. */
  readonly about: SlotContext | undefined;
  readonly versions: readonly [SlotVersion, SlotVersion];
}

export type SlotKind = "number" | "date" | "negation" | SlotNameKind;

export interface SlotVersion {
  /** What fills the place, as the first passage prints it. */
  readonly words: string;
  readonly passages: readonly Passage[];
}

type Pair = readonly [Span, Span];
type Finder = (
  a: Passage,
  b: Passage,
  reading: StoryReading,
) => { readonly kind: SlotKind; readonly spans: Pair } | undefined;

/**
 * The differences of one place between sentences of different origins, each with all passages that print it. A value is held to be the other
 * outlet's version of the same thing only where neither outlet prints the other's value anywhere: who knows both tells of two things.
 */
export function slotDifferencesIn(reading: StoryReading): SlotDifference[] {
  const { slotCosine, slotOverlap } = parameters.differences;
  const found = new Map<string, SlotDifference>();
  const taken = new Set<string>();
  for (const a of reading.passages) {
    if (!comparable(a)) continue;
    for (const { index, cosine } of reading.space.near(a.index)) {
      if (cosine < slotCosine) break;
      const b = reading.passages[index];
      if (!b || b.index < a.index || !comparable(b) || a.origin === b.origin || a.outlet === b.outlet) continue;
      if (a.cues !== b.cues || reading.space.overlap(a.index, b.index) < slotOverlap) continue;
      const difference = firstOf(a, b, reading);
      if (!difference) continue;
      const key = keyOf(difference);
      const known = found.get(key);
      // A sentence fills one place of a kind: another pair of values for it would tell of something else.
      const places = difference.versions.flatMap(({ passages }) =>
        passages.map((one) => `${difference.kind} ${one.index}`),
      );
      if (!known && places.some((place) => taken.has(place))) continue;
      for (const place of places) taken.add(place);
      found.set(key, known ? joined(known, difference) : difference);
    }
  }
  return [...found.values()];
}

function firstOf(a: Passage, b: Passage, reading: StoryReading): SlotDifference | undefined {
  for (const find of finders) {
    const difference = find(a, b, reading);
    if (!difference) continue;
    const { kind, spans } = difference;
    const [inA, inB] = spans;
    return {
      kind,
      about: kind === "negation" ? (claimIn(a, b) ?? saidIn(a, inA)) : aroundBoth(a, inA, b, inB),
      versions: [
        { words: printed(kind, a, inA), passages: [a] },
        { words: printed(kind, b, inB), passages: [b] },
      ],
    };
  }
  return undefined;
}

function aroundBoth(a: Passage, inA: Span, b: Passage, inB: Span): SlotContext | undefined {
  return contextOf(a, inA, b, inB) ?? claimIn(a, b);
}

const saidIn = (passage: Passage, span: Span): SlotContext => ({
  words: printed("negation", passage, span),
  side: "beside",
});

function claimIn(a: Passage, b: Passage): SlotContext | undefined {
  const words = sharedRun(a, b);
  return words === undefined ? undefined : { words, side: "beside" };
}

/** A name and a date stand for themselves; a number needs what it counts, a "not" what it denies. */
function printed(kind: SlotKind, passage: Passage, { start, end }: Span): string {
  if (kind === "negation") return verbatimWords(passage, start - passage.start, 3, 6);
  if (kind === "number") return verbatimWords(passage, start - passage.start, 0, 4);
  return passage.article.text.slice(start, end);
}

const keyOf = ({ kind, versions }: SlotDifference) =>
  [kind, ...versions.map(({ words }) => words.toLowerCase()).sort()].join("\n");

function joined(known: SlotDifference, more: SlotDifference): SlotDifference {
  const add = (version: SlotVersion): SlotVersion => {
    const same = more.versions.find(({ words }) => words.toLowerCase() === version.words.toLowerCase());
    return { ...version, passages: [...new Set([...version.passages, ...(same?.passages ?? [])])] };
  };
  const [one, other] = known.versions;
  return { ...known, versions: [add(one), add(other)] };
}

const comparable = ({ flaw, reported }: Passage) =>
  reported && (flaw === undefined || flaw === "long" || flaw === "speech");
const wordsAt = ({ article }: Passage, { start, end }: Span) => article.text.slice(start, end).toLowerCase();

const one =
  (kind: SlotKind, find: (a: Passage, b: Passage, reading: StoryReading) => Pair | undefined): Finder =>
  (a, b, reading) => {
    const spans = find(a, b, reading);
    return spans && { kind, spans };
  };

const finders: readonly Finder[] = [
  one("negation", negationsOf),
  one("number", numbersOf),
  one("date", datesOf),
  namesOf,
];

/** One says that it is not so: the same word, in the same form and between the same words, stands in the other without its "not". */
function negationsOf(a: Passage, b: Passage, { space }: StoryReading): Pair | undefined {
  // Quoted speech is compared only where both give the same speech.
  const overlap = space.overlap(a.index, b.index);
  const { sameHappening, sameSpeech } = parameters.differences;
  const whole = overlap >= sameHappening;
  const negatedIn = whole ? negatedAnywhere : negatedUnquoted;
  const [inA, inB] = [negatedIn(a), negatedIn(b)];
  if ((inA.length === 0) === (inB.length === 0)) return undefined;
  const [denier, other, spans] = inA.length > 0 ? [a, b, inA] : [b, a, inB];
  const plain = whole ? other.text : blankQuoted(other.text);
  if (plain.search(negation) >= 0) return undefined;
  const least = overlap >= sameSpeech ? 1 : overlap >= sameHappening ? 2 : 3;
  // "72 per cent trust", "27 per cent do not": two shares of one whole agree.
  if ([a, b].every(({ numbers }) => numbers.some(({ unit }) => unit === "%")) && !shareNumber(a, b)) return undefined;
  if (turningsIn(plain).some((word) => !turningsIn(denier.text).includes(word))) return undefined;
  for (const { verb, span } of spans) {
    for (const { index, 0: word } of plain.matchAll(longWord)) {
      if (word.toLowerCase() !== verb) continue;
      const there = { start: other.start + index, end: other.start + index + word.length };
      // What had to be done and was not done yet is no denial that it has to be.
      if (leading.test(plain.slice(0, index)) && !leading.test(denier.text.slice(0, span.start - denier.start)))
        continue;
      if (anybody.test(denier.text.slice(0, span.start - denier.start)) !== anybody.test(plain.slice(0, index)))
        continue;
      const [here, place] = [slotOf(denier, span), slotOf(other, there)];
      if (!touchAlike(here, place) || alike(here, place) < least) continue;
      return denier === a ? [span, there] : [there, span];
    }
  }
  return undefined;
}

const longWord = /\p{L}{3,}/gu;
const verbBehind = /^\s+(?:been\s+|be\s+|being\s+)?(\p{L}{3,})/u;
/** A word right before a verb by which it is not told as done. */
const leading =
  /\b(to|will|would|shall|should|must|may|might|can|could|soll|muss|kann|wird|peut|doit|puede|debe)\s+(?:be\s+|have\s+|been\s+)*(?:\p{L}+ly\s+)?$/iu;
/** "You would not think so" says what anybody may think, not what its speaker does. */
const anybody = /\byou\s+(?:\p{L}+\s*)?$/iu;
/** Other ways to say no: a sentence that has one may agree with a "not". */
const turning =
  /\b(?:no|nor|none|nobody|nothing|nowhere|neither|without|hardly|zero|fail\p{L}*|refus\p{L}*|unable|rather than|instead|prevent\p{L}*|stop\p{L}*|avoid\p{L}*|bann?\p{L}*|den(?:y|ies|ied)|declin\p{L}*|reject\p{L}*|lack\p{L}*|belatedly|initially|at first|kein\p{L}*|ohne|aucune?|sans|ningun[ao]?|sin)\b/giu;
const turningsIn = (text: string) => [...text.matchAll(turning)].map(([word]) => word.toLowerCase());

/** Each negation with the word right behind it and the place of the two. */
function negated({ start, article }: Passage, own: string): { readonly verb: string; readonly span: Span }[] {
  const { stopWords } = languageFor(article.language);
  return [...own.matchAll(negation)].flatMap(({ index, 0: word }) => {
    const behind = verbBehind.exec(own.slice(index + word.length));
    const verb = behind?.[1]?.toLowerCase();
    if (!behind || verb === undefined || stopWords.has(verb)) return [];
    return [{ verb, span: { start: start + index, end: start + index + word.length + behind[0].length } }];
  });
}

const negatedAnywhere = oncePerPassage((passage) => negated(passage, passage.text));
const negatedUnquoted = oncePerPassage((passage) => negated(passage, blankQuoted(passage.text)));

/** Numbers that count one thing, or stand between the same words. */
function numbersOf(a: Passage, b: Passage, reading: StoryReading): Pair | undefined {
  if (a.numbers.length === 0 || b.numbers.length === 0 || isSuperseded(a) || isSuperseded(b)) return undefined;
  for (const x of a.numbers) {
    if (x.start < a.start || isClock(a, x) || printsNumber(b.outlet, x, reading)) continue;
    for (const y of b.numbers) {
      if (
        y.start < b.start ||
        x.unit !== y.unit ||
        isClock(b, y) ||
        (x.unit === "%" && isNegated(a.text) !== isNegated(b.text)) ||
        near(x, y) ||
        apart(x, y) ||
        printsNumber(a.outlet, y, reading)
      )
        continue;
      const [inA, inB] = [slotOf(a, x), slotOf(b, y)];
      const [nounA, nounB] = [nounBehind(a, x), nounBehind(b, y)];
      const sameNoun = nounA !== undefined && nounA === nounB;
      if (sameNoun ? alike(inA, inB) > 0 || a.numbers.length + b.numbers.length === 2 : alike(inA, inB) > 1)
        return [x, y];
    }
  }
  return undefined;
}

/** Equal, one within the other, or the same but for rounding. */
function near(x: Quantity, y: Quantity): boolean {
  if (x.low <= y.high && y.low <= x.high) return true;
  const [less, more] = [Math.min(x.low, y.low), Math.max(x.low, y.low)];
  return more >= 100 && less >= parameters.differences.rounding * more;
}

/** Of another order: a branch's staff and a bank's. */
function apart(x: Quantity, y: Quantity): boolean {
  return Math.max(x.low, y.low) > parameters.frames.otherScope * Math.max(1, Math.min(x.low, y.low));
}

function isClock({ article }: Passage, { start, end }: Span): boolean {
  return (
    /^\s?(?:[ap]\.?m\b|uhr|h\d)/i.test(article.text.slice(end, end + 8)) ||
    /\d[.:]$/.test(article.text.slice(start - 2, start))
  );
}

function printsNumber(outlet: string, number: Quantity, { passagesBy }: StoryReading): boolean {
  return passagesBy(outlet).some(({ numbers }) => numbers.some((one) => near(one, number)));
}

function nounBehind({ article }: Passage, { end }: Span): string | undefined {
  const counted = countedNoun(article.text.slice(end, end + 60), article.language);
  return counted === undefined ? undefined : headOf(counted);
}

/** Days told by number and month, one in each sentence, behind the same word. */
function datesOf(a: Passage, b: Passage, { passagesBy, space }: StoryReading): Pair | undefined {
  const [x, ...moreX] = daysOf(a);
  const [y, ...moreY] = daysOf(b);
  if (
    !x ||
    !y ||
    moreX.length > 0 ||
    moreY.length > 0 ||
    dayOfYear(x) === dayOfYear(y) ||
    x.value.slice(0, 4) !== y.value.slice(0, 4) ||
    dayNumber(a, x) === dayNumber(b, y)
  )
    return undefined;
  const prints = (outlet: string, { value }: TimeMention) =>
    passagesBy(outlet).some(({ dates }) => dates.some((date) => dayOfYear(date) === dayOfYear({ value })));
  if (prints(a.outlet, y) || prints(b.outlet, x)) return undefined;
  const [inA, inB] = [slotOf(a, x), slotOf(b, y)];
  const same = space.overlap(a.index, b.index) >= parameters.differences.sameHappening;
  return same || inA.before.some((word) => inB.before.includes(word)) ? [x, y] : undefined;
}

/** "11-08": a day told without its year is the same day. */
const dayOfYear = ({ value }: Pick<TimeMention, "value">) => value.slice(5, 10);

/** The day as printed, whatever was read of the rest of the date. */
const dayNumber = (passage: Passage, date: Span) => /\d{1,2}/.exec(wordsAt(passage, date))?.[0];

/** None of a dateline, and no part of a range. */
function daysOf({ dates, article, text, start: from }: Passage): TimeMention[] {
  if (dates.length === 0) return [];
  const body = from + text.length - withoutDateline(text).length;
  return dates.filter(({ start, end, grain }) => {
    const words = article.text.slice(start, end);
    const told =
      /\d/.test(words) &&
      !/\d\s?(?:[-–]|to|and)\s?\d/.test(words) &&
      /\p{L}{3}/u.test(words) &&
      !/\b(?:days?|weeks?|months?|years?|ago)\b/i.test(words);
    return (
      grain === "day" &&
      told &&
      start >= body &&
      !/^\s?(?:[-–]|to\b|and\b|until\b|bis\b)/i.test(article.text.slice(end, end + 6))
    );
  });
}
