import { gunzipSync, gzipSync } from "node:zlib";
import { featureHash } from "./feature-hash.ts";
import { fnv1a } from "./fnv1a.ts";
import { type PartOfSpeech, partsOfSpeech } from "./part-of-speech.ts";

/*
 * English lemmas: a word loses an ending and gains another, by its part of speech and its longest ending that is in the table. A whole
 * word in the table is an exception. The table is learned by scripts/train-part-of-speech.ts; case and "her" are rules.
 */

/** Gives the lemma of each word of one sentence; words as a treebank parts them. */
export interface Lemmatizer {
  lemmas(words: readonly string[], tags: readonly PartOfSpeech[]): string[];
}

/** How a lemma is made of a word: letters taken off its end, letters put there, and whether a capital stays ("Kenyan"). */
export interface LemmaChange {
  readonly strip: number;
  readonly add: string;
  readonly capital: boolean;
}

/** Changes by `lemmaKey`, sorted as unsigned numbers; `of[i]` is the number of the change for `keys[i]`. */
export interface LemmaTable {
  readonly changes: readonly LemmaChange[];
  readonly keys: readonly number[];
  readonly of: readonly number[];
}

/** Endings longer than this are whole words or nothing. */
export const longestEnding = 6;

const tagNumber = new Map<PartOfSpeech, number>(partsOfSpeech.map((tag, number) => [tag, number]));
const nominal: ReadonlySet<PartOfSpeech> = new Set(["NOUN", "ADJ", "NUM", "PROPN"]);
/** Words of these are looked up as they are written. */
const asWritten: ReadonlySet<PartOfSpeech> = new Set(["PROPN", "X", "SYM", "PUNCT"]);

/** The key of an ending of a word, or of the whole word, of one part of speech. */
export function lemmaKey(tag: PartOfSpeech, letters: string, whole: boolean): number {
  return featureHash((tagNumber.get(tag) ?? 0) * 2 + (whole ? 1 : 0), fnv1a(letters)) >>> 0;
}

/** What is looked up of a word. */
export function lemmaBase(word: string, tag: PartOfSpeech): string {
  return asWritten.has(tag) ? word : word.toLowerCase();
}

/** The word with its change made. */
export function changed(base: string, { strip, add }: LemmaChange): string {
  return base.slice(0, base.length - strip) + add;
}

/** The change of the longest ending of a word that `find` knows by its key; the whole word is the longest. */
export function changeOf(
  base: string,
  tag: PartOfSpeech,
  find: (key: number) => LemmaChange | undefined,
): LemmaChange | undefined {
  const exception = find(lemmaKey(tag, base, true));
  if (exception) return exception;
  for (let size = Math.min(longestEnding, base.length - 1); size >= 0; size--) {
    const change = find(lemmaKey(tag, base.slice(base.length - size), false));
    if (change && change.strip < base.length) return change;
  }
  return undefined;
}

export function packLemmas(table: LemmaTable): Uint8Array {
  const steps = table.keys.map((key, at) => key - (table.keys[at - 1] ?? 0));
  const changes = table.changes.map(({ strip, add, capital }) => [strip, add, capital ? 1 : 0]);
  return gzipSync(JSON.stringify({ changes, steps, of: table.of }), { level: 9 });
}

/** Reads the table of `packLemmas`; throws where the bytes are none. */
export function loadLemmatizer(bytes: Uint8Array): Lemmatizer {
  const packed = JSON.parse(gunzipSync(bytes).toString("utf8")) as {
    changes: [strip: number, add: string, capital: number][];
    steps: number[];
    of: number[];
  };
  const changes = packed.changes.map(([strip, add, capital]) => ({ strip, add, capital: capital === 1 }));
  const table = new Map<number, LemmaChange | undefined>();
  let key = 0;
  for (const [at, step] of packed.steps.entries()) {
    key += step;
    table.set(key, changes[packed.of[at] ?? 0]);
  }
  return lemmatizerOf((wanted) => table.get(wanted));
}

/** The lemmatizer of changes by their key. */
export function lemmatizerOf(find: (key: number) => LemmaChange | undefined): Lemmatizer {
  return {
    lemmas(words, tags) {
      const inCapitals = capitalsTellNothing(words);
      return words.map((word, at) => {
        const tag = tags[at] ?? "X";
        if (/^her$/i.test(word)) return nominal.has(tags[at + 1] ?? "X") ? "her" : "she";
        if (tag === "NUM") return word.toLowerCase().replace(/(?<=\d),(?=\d)/g, "");
        const isOpen = tag === "NOUN" || tag === "ADJ" || tag === "VERB";
        if (isOpen && !inCapitals && /^\p{Lu}[\p{Lu}\d&.-]+$/u.test(word)) return word;
        const base = lemmaBase(word, tag);
        const change = changeOf(base, tag, find);
        const lemma = change ? changed(base, change) : base;
        const isName = keepsCapital(tag, tags[at - 1], tags[at + 1], inCapitals);
        const capital = isOpen && /^\p{Lu}/u.test(word) && (change?.capital || (isName && !beginsSentence(words, at)));
        return withCapitals(lemma, word, capital);
      });
    },
  };
}

/**
 * Within a sentence adjectives and nouns have a capital in names ("New York", "Kenyan", "Bank"), and so has a verb beside one ("United"). Where capitals
 * tell nothing only an adjective before a name keeps its own ("National Park").
 */
function keepsCapital(
  tag: PartOfSpeech,
  before: PartOfSpeech | undefined,
  after: PartOfSpeech | undefined,
  inCapitals: boolean,
): boolean {
  if (inCapitals) return tag === "ADJ" && after === "PROPN";
  return tag === "ADJ" || tag === "NOUN" || (tag === "VERB" && (before === "PROPN" || after === "PROPN"));
}

/** The first word, and the first of a quotation: its capital is the sentence's. */
function beginsSentence(words: readonly string[], at: number): boolean {
  if (at === 0) return true;
  return /^(?:["“„«]|``)$/.test(words[at - 1] ?? "") && (at === 1 || /^[,:.;!?]$/.test(words[at - 2] ?? ""));
}

/** The lemma with the capital of its word where that stays, and those behind its hyphens ("pro-Norvane"). */
function withCapitals(lemma: string, word: string, capital: boolean): string {
  const name = capital ? lemma.charAt(0).toUpperCase() + lemma.slice(1) : lemma;
  if (!/-\p{Lu}\p{Ll}/u.test(word)) return name;
  return name.replace(/(?<=-)\p{Ll}/gu, (letter, at: number) =>
    /\p{Lu}/u.test(word.charAt(at)) ? word.charAt(at) : letter,
  );
}

/** True of a headline with a capital in most of its long words. */
export function capitalsTellNothing(words: readonly string[]): boolean {
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word));
  return long.length > 1 && long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.7;
}
