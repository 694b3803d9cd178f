import { languageFor } from "../languages/registry.ts";
import { quotedWords, spaced, standsVerbatim } from "./quoted-words.ts";
import type { Reading } from "./read-sources.ts";
import { readWords, type Word } from "./read-words.ts";

/** Shorter quotations ("so-called") are words that anybody may use. */
const leastWords = 3;
/** Who speaks may be named so many sentences before the quotation, where its own names nobody by its verb. */
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
  const claimed = outside(claim, reading.language).names;
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
  const found = placesOf(quotation, reading);
  // A page that prints the words again as its own text says nothing of who spoke.
  const marked = found.filter(({ source, from, to }) =>
    /[“"”„«]/u.test(reading.sources[source]?.slice(from, to) ?? ""),
  );
  const places = marked.length > 0 ? marked : found;
  // What cannot be found again, as where a mark of omission stands in it, was said by nobody we could name.
  if (places.length === 0) return true;
  return places.some(({ source, from, to }) => {
    const beside = outside(reading.sources[source]?.slice(from, to) ?? "", reading.language);
    const before = beside.named ? undefined : outside(textBefore(source, from, reading), reading.language);
    const known = beside.names.size + (before?.names.size ?? 0);
    return known === 0 || [...names].some((name) => beside.words.has(name) || before?.words.has(name));
  });
}

interface Place {
  readonly source: number;
  readonly from: number;
  readonly to: number;
}

/** Where the words stand in the sources: from the start of the sentence they begin in to the end of the one they end in. */
function placesOf(quotation: string, { sources, sentences }: Reading): Place[] {
  const words = quotation
    .split(" ")
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['"]/g, "['\"‘’“”„«»]"));
  const pattern = new RegExp(words.join("\\s+"), "gu");
  return sources.flatMap((text, source) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => {
      const end = index + found.length;
      const touched = sentences.filter((one) => one.source === source && one.start < end && one.end > index);
      return {
        source,
        from: Math.min(index, ...touched.map((one) => one.start)),
        to: Math.max(end, ...touched.map((one) => one.end)),
      };
    }),
  );
}

/** Who spoke last may be named before a quotation whose own sentence names nobody by its verb. */
function textBefore(source: number, from: number, { sentences, sources }: Reading): string {
  const before = sentences.filter((one) => one.source === source && one.end <= from).slice(-sentencesBefore);
  return before.map(({ start, end }) => sources[source]?.slice(start, end) ?? "").join(" ");
}

interface Outside {
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** A name stands by a verb of speech. */
  readonly named: boolean;
}

/** So many words lie between a name and its verb at most ("Irja Solund, who has led the council since May, said"). */
const nameToVerb = 8;
/** ... and between a name and what it says ("Solund: ...", "..., Solund shared"). */
const nameToSpeech = 4;
/** Nobody is named as the speaker so many words behind what was said: there another text runs on without a full stop. */
const speechToName = 24;
/** Stands where a quotation stood. */
const stand = "quotation";
const spoken = /[“"„«][^“”"„«»]*(?:[”"“»]|$)/gu;

/** The words of a text that stand outside its quotation marks. */
function outside(text: string, language: string): Outside {
  // A small word in front, since the first word behind a quotation, as that of a claim, may be the speaker's name.
  const rest = `so ${text.replace(spoken, ` , ${stand} , `)}`;
  const all: Word[] = readWords(rest, { start: 0, end: rest.length }, 0, language);
  const last = all.findLastIndex(({ lower }) => lower === stand);
  const words = last < 0 ? all : all.slice(0, last + 1 + speechToName);
  const { speechVerbs, quoteVerbs, stem } = languageFor(language);
  // "Republicans" are not a Republican senator; "U.S." and "United States" are one.
  const keyOf = (word: Word) => (word.stem === stem(word.lower) ? word.lower : word.stem);
  const speaks = (word: Word | undefined) =>
    word !== undefined && (speechVerbs.has(word.lower) || quoteVerbs.has(word.lower) || word.lower === "saying");
  // "May said": no month speaks.
  const isName = ({ kind, text: written }: Word, at: number) =>
    kind === "name" || (kind === "date" && /^\p{Lu}/u.test(written) && speaks(words[at + 1]));
  const near = (reach: number, test: (word: Word) => boolean, at: number) =>
    words.slice(Math.max(0, at - reach), at + reach + 1).some(test);
  const names = words.filter(isName);
  const named = words.some(
    (word, at) =>
      isName(word, at) && (near(nameToVerb, speaks, at) || near(nameToSpeech, ({ lower }) => lower === stand, at)),
  );
  return {
    words: new Set(words.map(keyOf)),
    names: new Set(names.map(keyOf)),
    named,
  };
}
