import { languageFor } from "../languages/registry.ts";
import type { Mention, Quantity, TimeMention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { countedNoun } from "./counted-noun.ts";
import { headOf } from "./frame-statements.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";
import { withoutDateline } from "./trim-sentence.ts";
import { verbatimWords } from "./verbatim-words.ts";
import { blankQuoted } from "./words-in.ts";

/** Two sentences that state one thing with one place in them filled differently: "sent to Merrin hospital", "sent to Carrow hospital". */
export interface SlotDifference {
  readonly kind: "number" | "name" | "date" | "negation";
  readonly a: SlotVersion;
  readonly b: SlotVersion;
}

export interface SlotVersion {
  /** The words around the place, as printed. */
  readonly words: string;
  readonly passage: Passage;
}

/** The words of meaning around a place in a sentence, two on each side, the nearest first. */
interface Slot {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Finder = (a: Passage, b: Passage, reading: StoryReading) => readonly [Span, Span] | undefined;

/**
 * The differences of one place between sentences of different origins. A value is held to be the other outlet's version of the same thing
 * only where neither outlet prints the other's value anywhere: who knows both tells of two things.
 */
export function slotDifferencesIn(reading: StoryReading): SlotDifference[] {
  const { slotCosine, slotOverlap } = parameters.differences;
  const found: SlotDifference[] = [];
  const taken = new Set<string>();
  for (const a of reading.passages) {
    if (!comparable(a)) continue;
    for (const { index, cosine } of reading.space.near(a.index)) {
      if (cosine < slotCosine) break;
      const b = reading.passages[index];
      if (!b || b.index < a.index || !comparable(b) || a.origin === b.origin || a.outlet === b.outlet) continue;
      if (a.cues !== b.cues || reading.space.overlap(a.index, b.index) < slotOverlap) continue;
      for (const [kind, find] of finders) {
        const spans = find(a, b, reading);
        const [inA, inB] = spans ?? [];
        if (!inA || !inB) continue;
        const key = [kind, wordsAt(a, inA), wordsAt(b, inB)].sort().join("\n");
        if (taken.has(key)) continue;
        taken.add(key);
        found.push({
          kind,
          a: { words: verbatimWords(a, inA.start - a.start, 3, 6), passage: a },
          b: { words: verbatimWords(b, inB.start - b.start, 3, 6), passage: b },
        });
        break;
      }
    }
  }
  return found;
}

const comparable = ({ flaw, reported }: Passage) => reported && (flaw === undefined || flaw === "long");
const wordsAt = ({ article }: Passage, { start, end }: Span) => article.text.slice(start, end).toLowerCase();

const finders: readonly (readonly [SlotDifference["kind"], Finder])[] = [
  ["negation", negationsOf],
  ["number", numbersOf],
  ["date", datesOf],
  ["name", namesOf],
];

/** One says that it is not so: the same word, in the same form and between the same words, stands in the other without its "not". */
function negationsOf(a: Passage, b: Passage, { space }: StoryReading): readonly [Span, Span] | undefined {
  // Quoted speech is compared only where both give the same speech.
  const textOf = ({ text }: Passage) =>
    space.overlap(a.index, b.index) >= parameters.differences.sameSpeech ? text : blankQuoted(text);
  const [inA, inB] = [negated(a, textOf(a)), negated(b, textOf(b))];
  if ((inA.length === 0) === (inB.length === 0)) return undefined;
  const [denier, other, spans] = inA.length > 0 ? [a, b, inA] : [b, a, inB];
  const plain = textOf(other);
  if (plain.search(negation) >= 0) return undefined;
  const least = space.overlap(a.index, b.index) >= parameters.differences.sameHappening ? 2 : 3;
  if (turningsIn(plain).some((word) => !turningsIn(denier.text).includes(word))) return undefined;
  for (const { verb, span } of spans) {
    for (const { index, 0: word } of plain.matchAll(/\p{L}{3,}/gu)) {
      if (word.toLowerCase() !== verb) continue;
      const there = { start: other.start + index, end: other.start + index + word.length };
      if (alike(slotOf(denier, span), slotOf(other, there)) < least) continue;
      return denier === a ? [span, there] : [there, span];
    }
  }
  return undefined;
}

const negation =
  /\b(?:not|never|nicht|nie|pas|jamais)\b(?!\s+(?:only|just|yet|nur|seulement|all|every|many|much|enough))|n['’]t\b/giu;
/** Other ways to say no: a sentence that has one may agree with a "not". */
const turning =
  /\b(?:no|nor|none|nobody|nothing|neither|without|hardly|zero|fail\p{L}*|refus\p{L}*|unable|rather than|instead|prevent\p{L}*|stop\p{L}*|avoid\p{L}*|bann?\p{L}*|den(?:y|ies|ied)|declin\p{L}*|reject\p{L}*|lack\p{L}*|kein\p{L}*|ohne|aucune?|sans|ningun[ao]?|sin)\b/giu;
const turningsIn = (text: string) => [...text.matchAll(turning)].map(([word]) => word.toLowerCase());

/** Each negation with the word right behind it and the place of the two. */
function negated({ start, article }: Passage, own: string): { readonly verb: string; readonly span: Span }[] {
  const { stopWords } = languageFor(article.language);
  return [...own.matchAll(negation)].flatMap(({ index, 0: word }) => {
    const behind = /^\s+(?:been\s+|be\s+|being\s+)?(\p{L}{3,})/u.exec(own.slice(index + word.length));
    const verb = behind?.[1]?.toLowerCase();
    if (!behind || verb === undefined || stopWords.has(verb)) return [];
    return [{ verb, span: { start: start + index, end: start + index + word.length + behind[0].length } }];
  });
}

/** Numbers that count one thing, or stand between the same words. */
function numbersOf(a: Passage, b: Passage, reading: StoryReading): readonly [Span, Span] | undefined {
  for (const x of a.numbers) {
    if (x.start < a.start || isClock(a, x) || printsNumber(b.outlet, x, reading)) continue;
    for (const y of b.numbers) {
      if (
        y.start < b.start ||
        isClock(b, y) ||
        x.unit !== y.unit ||
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

function printsNumber(outlet: string, number: Quantity, { passages }: StoryReading): boolean {
  return passages.some((passage) => passage.outlet === outlet && passage.numbers.some((one) => near(one, number)));
}

function nounBehind({ article }: Passage, { end }: Span): string | undefined {
  const counted = countedNoun(article.text.slice(end, end + 60), article.language);
  return counted === undefined ? undefined : headOf(counted);
}

/** Days told by number and month, one in each sentence, behind the same word. */
function datesOf(a: Passage, b: Passage, { passages, space }: StoryReading): readonly [Span, Span] | undefined {
  const [x, ...moreX] = daysOf(a);
  const [y, ...moreY] = daysOf(b);
  if (
    !x ||
    !y ||
    moreX.length > 0 ||
    moreY.length > 0 ||
    dayOfYear(x) === dayOfYear(y) ||
    dayNumber(a, x) === dayNumber(b, y)
  )
    return undefined;
  const prints = (outlet: string, { value }: TimeMention) =>
    passages.some((one) => one.outlet === outlet && one.dates.some((date) => dayOfYear(date) === dayOfYear({ value })));
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

/** Names of one type between the same words, none of whose parts the other outlet prints. */
function namesOf(a: Passage, b: Passage, reading: StoryReading): readonly [Span, Span] | undefined {
  const [inA, inB] = [mentionsOf(a, reading), mentionsOf(b, reading)];
  for (const x of inA) {
    if (printsName(b.outlet, x.name, reading)) continue;
    for (const y of inB) {
      if (
        x.type !== y.type ||
        shortened(x.name, y.name) ||
        (x.type === "LOC" && isCountry(x) !== isCountry(y)) ||
        initials(x.name) === initials(y.name) ||
        spelled(x.name, y.name) ||
        printsName(a.outlet, y.name, reading)
      )
        continue;
      const sure = reading.space.overlap(a.index, b.index) >= parameters.differences.sameHappening;
      const least = x.type === "LOC" && !sure ? 2 : 1;
      if (alike(slotOf(a, x), slotOf(b, y)) >= least) return [x, y];
    }
  }
  return undefined;
}

/** "UNICEF" and a body in full may be one. */
const shortened = (a: string, b: string) => /^[\p{Lu}.]{2,7}$/u.test(a) !== /^[\p{Lu}.]{2,7}$/u.test(b);

/** The base of facts knows countries; a town and its country do not contradict each other. */
const isCountry = ({ entityId }: Mention) => entityId !== undefined && !entityId.startsWith("local:");

/** A newsroom that asks is no part of what happened. */
const asking = /\b(?:quer(?:y|ies)|told|asked|questions from|in response to)\b/i;

function mentionsOf({ article, start, end, text }: Passage, { material }: StoryReading): readonly Mention[] {
  const own = material.annotations.get(article.id)?.mentions ?? [];
  const body = start + text.length - withoutDateline(text).length;
  return own.filter(
    (one) =>
      material.outlets(one.name).kind === "unknown" &&
      one.start >= body &&
      one.end <= end &&
      one.type !== "MISC" &&
      !asking.test(article.text.slice(Math.max(start, one.start - 25), one.end + 15)) &&
      text.slice(one.start - start, one.end - start).length > 3,
  );
}

/** A name is known to an outlet where any of its longer words is. */
function printsName(outlet: string, name: string, reading: StoryReading): boolean {
  const printed = wordsPrintedBy(outlet, reading);
  return (name.match(/\p{L}{4,}/gu) ?? [name]).some((part) => printed.has(part));
}

const printedBy = new WeakMap<StoryReading, Map<string, ReadonlySet<string>>>();

/** Words with a capital in all an outlet printed, titles too. */
function wordsPrintedBy(outlet: string, reading: StoryReading): ReadonlySet<string> {
  const known = printedBy.get(reading) ?? new Map<string, ReadonlySet<string>>();
  printedBy.set(reading, known);
  const own = reading.articles.filter((article) => article.outlet === outlet);
  const words =
    known.get(outlet) ??
    new Set(own.flatMap(({ title, text }) => `${title}\n${text}`.match(/\p{Lu}\p{L}{3,}/gu) ?? []));
  known.set(outlet, words);
  return words;
}

/** "Melaka" and "Malacca" are one place. */
function spelled(a: string, b: string): boolean {
  const bare = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}]|[aeiouyàâéèêëïîôùûüäö]/gu, "")
      .replace(/(.)\1/g, "$1")
      .replaceAll("k", "c");
  return bare(a) === bare(b);
}

const initials = (name: string) => (name.includes(" ") ? name.replace(/(\p{L})\p{L}*\s*/gu, "$1") : name).toUpperCase();

/** How many of the words on the one side and on the other are the same, in [0, 4]; to open the sentence counts as one. */
function alike(a: Slot, b: Slot): number {
  const shared = (x: readonly string[], y: readonly string[]) => x.filter((word) => y.includes(word)).length;
  const opening = Number(a.before.length === 0 && b.before.length === 0);
  return opening + shared(a.before, b.before) + shared(a.after, b.after);
}

function slotOf({ text, start: from, article }: Passage, { start, end }: Span): Slot {
  const { stem, stopWords } = languageFor(article.language);
  const wordsOf = (part: string) =>
    (part.toLowerCase().match(/\p{L}{2,}/gu) ?? []).filter((word) => !stopWords.has(word)).map(stem);
  return {
    before: wordsOf(text.slice(text.length - withoutDateline(text).length, start - from))
      .slice(-2)
      .reverse(),
    after: wordsOf(text.slice(end - from)).slice(0, 2),
  };
}
