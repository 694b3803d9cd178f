import type { Mention, Quote } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { oncePerPassage } from "./once-per-passage.ts";
import { parameters } from "./parameters.ts";
import { type Passage, shareNumber } from "./passage.ts";
import type { StoryReading } from "./read-story.ts";
import { alike, alikeAround, type Slot, slotOf, touchAlike } from "./slot-words.ts";
import { withoutDateline } from "./trim-sentence.ts";

export type SlotNameKind = "person" | "body" | "place";

const kinds: Readonly<Partial<Record<Mention["type"], SlotNameKind>>> = { PER: "person", ORG: "body", LOC: "place" };

/** Names of one type between the same words, or of those who said the same words; none whose parts the other outlet prints. */
export function namesOf(
  a: Passage,
  b: Passage,
  reading: StoryReading,
): { readonly kind: SlotNameKind; readonly spans: readonly [Span, Span] } | undefined {
  const [inA, inB] = [mentionsOf(a, reading), mentionsOf(b, reading)];
  const overlap = reading.space.overlap(a.index, b.index);
  for (const x of inA) {
    const kind = kinds[x.type];
    if (!kind || printsName(b.outlet, x.name, reading)) continue;
    for (const y of inB) {
      if (sameThing(x, y) || printsName(a.outlet, y.name, reading)) continue;
      // A tagger that does not know a name may take a person for a body.
      if (x.type !== y.type && !(x.type !== "LOC" && y.type !== "LOC" && filledSurely(slotOf(a, x), slotOf(b, y))))
        continue;
      const isPerson = x.type === "PER" && y.type === "PER";
      // A single name may be anybody's, or of no person.
      if (isPerson && !(x.name.includes(" ") && y.name.includes(" "))) continue;
      // A town and its country do not contradict each other unless all else is alike.
      const sure = overlap >= parameters.differences.sameHappening && isCountry(x) === isCountry(y);
      const likely = overlap >= parameters.differences.tellOverlap;
      if (
        filledAlike(slotOf(a, x), slotOf(b, y), sure || (likely && shareNumber(a, b))) ||
        (isPerson && sure && alikeAround(slotOf(a, x, 4), slotOf(b, y, 4)) > 1) ||
        (isPerson && likely && isOnlyOtherName(inA, inB)) ||
        (isPerson && speaksIn(x, a) && speaksIn(y, b) && sameSpeech(a, b))
      )
        return { kind: y.type === "PER" ? "person" : kind, spans: [x, y] };
    }
  }
  return undefined;
}

function filledAlike(a: Slot, b: Slot, sure: boolean): boolean {
  return touchAlike(a, b) && alike(a, b) >= (sure ? 1 : 2);
}

const filledSurely = (a: Slot, b: Slot) => touchAlike(a, b) && alike(a, b) > 2;

/** Two lists of people, all but one of whom are the same. */
function isOnlyOtherName(a: readonly Mention[], b: readonly Mention[]): boolean {
  const people = (mentions: readonly Mention[]) =>
    new Set(mentions.filter(({ type, name }) => type === "PER" && name.includes(" ")).map(({ name }) => name));
  const [inA, inB] = [people(a), people(b)];
  const shared = [...inA].filter((name) => inB.has(name)).length;
  return shared > 1 && inA.size === shared + 1 && inB.size === shared + 1;
}

/** One under two names: by the base of facts, by its letters, by a title more or less, or spelled otherwise ("Melaka", "Malacca"). */
function sameThing(x: Mention, y: Mention): boolean {
  if (x.entityId !== undefined && x.entityId === y.entityId) return true;
  const [a, b] = [initials(x.name), initials(y.name)];
  const isOfLetters = (name: string, letters: string) => letters.length > 2 && name.split(" ").includes(letters);
  if (isOfLetters(x.name, b) || isOfLetters(y.name, a) || shortened(x.name, y.name)) return true;
  if (a.length > 1 && b.length > 1 && (a.startsWith(b) || b.startsWith(a))) return true;
  return bare(x.name) === bare(y.name);
}

/** "UNICEF" and a body in full may be one. */
const shortened = (a: string, b: string) => /^[\p{Lu}.]{2,7}$/u.test(a) !== /^[\p{Lu}.]{2,7}$/u.test(b);

const wordByInitial = /(\p{L})\p{L}*[\s.]*/gu;
const initials = (name: string) => (/[ .]/.test(name) ? name.replace(wordByInitial, "$1") : name).toUpperCase();

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}]|[aeiouyàâéèêëïîôùûüäö]/gu, "")
    .replace(/(.)\1/g, "$1")
    .replaceAll("k", "c");

/** The base of facts knows countries. */
const isCountry = ({ type, entityId }: Mention) =>
  type === "LOC" && entityId !== undefined && !entityId.startsWith("local:");

/** A newsroom that asks is no part of what happened. */
const asking = /\b(?:quer(?:y|ies)|told|asked|questions from|in response to)\b/i;

const mentionsOf = oncePerPassage((passage, { material, isOutlet }: StoryReading): readonly Mention[] => {
  const { article, start, end, text, cues } = passage;
  const own = material.annotations.get(article.id)?.mentions ?? [];
  const body = start + text.length - withoutDateline(text).length;
  return own.filter((one) => {
    if (one.start < body || one.end > end) return false;
    const surface = article.text.slice(one.start, one.end);
    const opens = one.start === body && cues.plainStart.test(surface.split(" ")[0] ?? "");
    return (
      !isOutlet(one.name) &&
      !opens &&
      !asking.test(article.text.slice(Math.max(start, one.start - 25), one.end + 15)) &&
      surface.length > 3
    );
  });
});

const speaksIn = ({ start, end }: Mention, { quotes }: Passage) =>
  quotes.some(({ speaker }) => speaker !== undefined && speaker.start < end && speaker.end > start);

/** Words in quotation marks that both give, long enough to be the same speech. */
function sameSpeech(a: Passage, b: Passage): boolean {
  const spoken = ({ article, quotes }: Passage) =>
    quotes
      .filter(({ direct }) => direct)
      .flatMap(({ start, end }: Quote) => [...article.text.slice(start, end).matchAll(/[“"]([^“”"]+)[”"]/gu)])
      .map(([, words = ""]) => words.toLowerCase().replace(/[.,]+$/, ""));
  const theirs = spoken(b);
  return spoken(a).some((words) =>
    theirs.some((other) => {
      const [short, long] = words.length < other.length ? [words, other] : [other, words];
      return short.split(" ").length >= parameters.differences.speechWords && long.includes(short);
    }),
  );
}

const longWord = /\p{L}{4,}/gu;
const capitalised = /\p{Lu}\p{L}{3,}/gu;

/** A name is known to an outlet where any of its longer words is. */
function printsName(outlet: string, name: string, reading: StoryReading): boolean {
  const printed = wordsPrintedBy(outlet, reading);
  return (name.match(longWord) ?? [name]).some((part) => printed.has(part));
}

const printedBy = new WeakMap<StoryReading, Map<string, ReadonlySet<string>>>();

/** Words with a capital in all an outlet printed, titles too. */
function wordsPrintedBy(outlet: string, reading: StoryReading): ReadonlySet<string> {
  const known = printedBy.get(reading) ?? new Map<string, ReadonlySet<string>>();
  printedBy.set(reading, known);
  const own = reading.articles.filter((article) => article.outlet === outlet);
  const words =
    known.get(outlet) ?? new Set(own.flatMap(({ title, text }) => `${title}\n${text}`.match(capitalised) ?? []));
  known.set(outlet, words);
  return words;
}
