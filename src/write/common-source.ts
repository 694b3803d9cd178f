import { languageFor } from "../languages/registry.ts";
import type { Mention, Quote } from "../model/annotation.ts";
import type { StoryMaterial } from "../model/draft.ts";
import type { Passage } from "./passage.ts";

/** The one statement, document or unnamed source on which several outlets rest. */
export interface CommonSource {
  /** As the passage prints it: "the Ministry of Harbours", "the ministry", "two officials". */
  readonly words: string;
  readonly passage: Passage;
}

interface Source extends CommonSource {
  /** Words of meaning in it and in the office beside it, lower case. */
  readonly says: ReadonlySet<string>;
  readonly bodies: readonly string[];
  readonly people: readonly string[];
}

/** Nouns that say from whom or from what something is known, without a name. */
const institution =
  /^(?:police|officials?|authorit(?:y|ies)|ministry|government|army|military|navy|company|court|prosecutors?|agency|statement|report|study|filing|document|documents|letter|memo|source|sources|union|bank|office|department|committee|party|board|council|commission|polizei|behörden?|regierung|ministerium|gericht|bericht|préfecture|ministère|gouvernement|tribunal|rapport|policía|gobierno|ministerio|informe)$/u;
const unnamed =
  /\b(?:sources?|people (?:familiar|with knowledge|briefed)|(?:an?|two|three|several|some) (?:\p{L}+ ){0,2}(?:officials?|persons?|people)|on condition of anonymity|asked not to be named|insiders?)\b/iu;

/**
 * The source that all of the passages name, and none beside it: then they are one voice, however many print it. Undefined where a passage
 * names none, another, or several.
 */
export function commonSourceOf(passages: readonly Passage[], material: StoryMaterial): CommonSource | undefined {
  if (new Set(passages.map(({ origin }) => origin)).size < 2) return undefined;
  const named: Source[] = [];
  for (const passage of passages) {
    const sources = sourcesIn(passage, material);
    const [first] = sources;
    if (!first || sources.some((one) => !isSame(first, one))) return undefined;
    named.push(first);
  }
  if (named.some((one) => named.some((other) => !isSame(one, other)))) return undefined;
  return named.reduce((best, one) => (weight(one) > weight(best) ? one : best));
}

/** True where the passages are more than one voice: of several origins that neither rest on one source nor belong to one state. */
export function areIndependent(passages: readonly Passage[], material: StoryMaterial): boolean {
  return (
    new Set(passages.map(({ origin }) => origin)).size > 1 &&
    commonSourceOf(passages, material) === undefined &&
    !areMediaOfOneState(
      passages.map(({ outlet }) => outlet),
      material,
    )
  );
}

/** "Dr Ilse Varn" and "the Ministry of Harbours" say more than "Varn" and "the ministry". */
const weight = ({ words }: CommonSource) => Math.min(words.length, 40);

/** True where all that report are owned by one state: one voice, too. */
export function areMediaOfOneState(outlets: readonly string[], { outlets: register }: StoryMaterial): boolean {
  const known = [...new Set(outlets)].map((name) => register(name));
  const [first] = known;
  const stateOf = ({ country, place }: { readonly country?: string; readonly place?: string }) => country ?? place;
  return (
    known.length > 1 &&
    first !== undefined &&
    stateOf(first) !== undefined &&
    known.every((one) => one.kind === "state-medium" && stateOf(one) === stateOf(first))
  );
}

function sourcesIn(passage: Passage, material: StoryMaterial): Source[] {
  const mentions = material.annotations.get(passage.article.id)?.mentions ?? [];
  return passage.quotes.flatMap((quote) => sourceOf(quote, passage, mentions) ?? []);
}

/** Undefined of a quote whose speaker stands in another sentence or is a pronoun. */
function sourceOf({ speaker }: Quote, passage: Passage, mentions: readonly Mention[]): Source | undefined {
  const { text, start, end, article } = passage;
  if (!speaker || speaker.start < start || speaker.end > end) return undefined;
  const before = officeBefore.exec(text.slice(0, speaker.start - start))?.[0].length ?? 0;
  const behind = officeBehind.exec(text.slice(speaker.end - start))?.[0].length ?? 0;
  const [from, to] = [speaker.start - before, speaker.end + behind];
  const { stopWords } = languageFor(article.language);
  const said = (
    article.text
      .slice(from, to)
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? []
  ).filter((word) => !stopWords.has(word));
  const whose = said.filter((word) => !speaksForOthers.test(word));
  if (said.length === 0) return undefined;
  const names = mentions.filter(
    // "Sources" at the start of a sentence is no name.
    (one) => one.start >= from && one.end <= to && !institution.test(one.name.toLowerCase()),
  );
  return {
    words: withinSentence(
      article.text.slice(speaker.start, speaker.end),
      article.text.slice(start, speaker.start),
      names,
    ),
    passage,
    says: new Set(whose.length > 0 ? whose : said),
    bodies: names.filter(({ type }) => type === "ORG").map(({ name }) => name),
    people: names.filter(({ type }) => type === "PER").map(({ name }) => name),
  };
}

/** The words as they stand within a sentence: with the article before them, and small where only the sentence's start made them large. */
function withinSentence(words: string, before: string, names: readonly Mention[]): string {
  if (/\bthe $/i.test(before)) return `the ${words}`;
  const isName = names.some(({ name }) => words.startsWith(name.split(" ")[0] ?? name));
  return isName ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** "ministry spokeswoman" before a name, ", a spokeswoman for the ministry" behind it. */
const officeBefore =
  /(?:[\p{L}'’-]+\s){0,5}(?:spokes\p{L}+|minister|secretary|chief|director|head|officials?|sprecher(?:in)?|porte-parole|portavoz)\s$/iu;
const officeBehind = /^,\s(?:an?|the|its|who is|der|die|le|la|el)\s[^,.;:“”"]{3,60}(?=,|\.?$)/iu;
const speaksForOthers =
  /^(?:spokes\p{L}+|minister|secretary|chief|director|head|official|officials|sprecher|sprecherin|portavoz|said|late|new|the)$/u;

function isSame(a: Source, b: Source): boolean {
  if (a === b || [a, b].every(isUnnamed)) return true;
  if (
    a.people.some((name) => b.people.includes(name)) ||
    a.bodies.some((name) => b.bodies.some((other) => isOneBody(name, other)))
  )
    return true;
  // Two bodies, or two people, under different names are two.
  if ((a.bodies.length > 0 && b.bodies.length > 0) || (a.people.length > 0 && b.people.length > 0)) return false;
  const [few, many] = a.says.size <= b.says.size ? [a.says, b.says] : [b.says, a.says];
  return [...few].every((word) => many.has(word)) && [...few].some((word) => institution.test(word));
}

const isUnnamed = ({ words, bodies, people }: Source) =>
  bodies.length === 0 && people.length === 0 && unnamed.test(words);

/** "CHB" and "Coastal Harbour Board" are one, "the Harbour Board" is it as well. */
function isOneBody(a: string, b: string): boolean {
  const letters = (name: string) => (name.match(/\p{Lu}/gu) ?? []).join("");
  return a.includes(b) || b.includes(a) || letters(a) === b || letters(b) === a;
}
