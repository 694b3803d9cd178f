import { quotedWords, spaced, standsVerbatim } from "./quoted-words.ts";
import type { Reading } from "./read-sources.ts";
import { readWords, type Word } from "./read-words.ts";

/** Shorter quotations ("so-called") are words that anybody may use. */
const leastWords = 3;
/** Who speaks may be named so many sentences before the quotation, where its own names nobody. */
const sentencesBefore = 3;

/**
 * What is wrong with the quotations of a claim: "unseen-quotation" where the words between the marks stand in no source to the letter,
 * "wrong-speaker" where they do, but beside another name than the claim gives. Undefined where nothing is.
 */
export function quotationFault(claim: string, reading: Reading): "unseen-quotation" | "wrong-speaker" | undefined {
  const quotations = quotedWords(claim).map((words) => spaced(words).replace(/[,.]$/, ""));
  for (const words of quotations) if (words !== "" && !standsThere(words, reading.sources)) return "unseen-quotation";
  const long = quotations.filter((words) => words.split(" ").length >= leastWords);
  if (long.length === 0) return undefined;
  const claimed = namesOutside(claim, reading.language);
  if (claimed.size === 0) return undefined;
  return long.every((words) => isByOneOf(claimed, words, reading)) ? undefined : "wrong-speaker";
}

/** To the letter; around a mark of omission each part by itself. What is written like a title may be set otherwise: it is the same in other letters. */
function standsThere(words: string, sources: readonly string[]): boolean {
  const parts = words.split(/\[?(?:…|\.\.\.)\]?/u).filter((part) => /[\p{L}\d]/u.test(part));
  if (parts.length === 0 || parts.every((part) => standsVerbatim(part, sources))) return true;
  const title = lettersOf(words);
  return isTitle(words) && sources.some((source) => lettersOf(source).includes(title));
}

/** True where every word but the small ones begins with a capital: a work, a case, a ship, and no speech. */
function isTitle(words: string): boolean {
  return (
    words.split(/[\s-]+/).every((word) => /^\P{L}*(?:\p{Lu}|\p{Ll}{1,3}\P{L}*$|$)/u.test(word)) && /\p{Lu}/u.test(words)
  );
}

/** Letters and digits in small, one space at the ends of each word. */
function lettersOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(" ")} `;
}

function isByOneOf(names: ReadonlySet<string>, quotation: string, reading: Reading): boolean {
  const key = quotation.slice(0, 40);
  const holders = [...reading.sentences.keys()].filter((at) => spaced(textOf(at, reading)).includes(key));
  // A quotation that runs over sentences is found in none of them.
  if (holders.length === 0) return true;
  return holders.some((at) => {
    const beside = namesOutside(textOf(at, reading), reading.language);
    const known = beside.size > 0 ? beside : namesBefore(at, reading);
    return known.size === 0 || [...names].some((name) => known.has(name));
  });
}

function namesBefore(at: number, reading: Reading): Set<string> {
  const names = new Set<string>();
  for (let before = Math.max(0, at - sentencesBefore); before < at; before++)
    for (const name of namesOutside(textOf(before, reading), reading.language)) names.add(name);
  return names;
}

/** The stems of the names in a text that stand outside its quotation marks. */
function namesOutside(text: string, language: string): Set<string> {
  const outside = text.replace(/[“"][^”"]*[”"]/gu, (quoted) => " ".repeat(quoted.length));
  const words: Word[] = readWords(outside, { start: 0, end: outside.length }, 0, language);
  return new Set(words.filter(({ kind }) => kind === "name").map(({ stem }) => stem));
}

function textOf(at: number, { sentences, sources }: Reading): string {
  const { source, start, end } = sentences[at] ?? { source: 0, start: 0, end: 0 };
  return sources[source]?.slice(start, end) ?? "";
}
