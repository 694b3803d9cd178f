import {
  changed,
  changeOf,
  type LemmaChange,
  type LemmaTable,
  lemmaBase,
  lemmaKey,
  longestEnding,
} from "../text/lemma.ts";
import { type PartOfSpeech, partsOfSpeech } from "../text/part-of-speech.ts";
import type { TreebankSentence } from "./treebanks.ts";

/** A word, its part of speech and its lemma, as a treebank has it. */
interface LemmaExample {
  readonly form: string;
  readonly tag: PartOfSpeech;
  readonly lemma: string;
  /** How many times it counts. */
  readonly weight: number;
}

/** The words of a treebank. Where treebanks differ ("people" is of "person", or of itself) the weightier has its way: edited text counts double. */
export function lemmaExamples(sentences: readonly TreebankSentence[], weight: number): LemmaExample[] {
  return sentences.flatMap(({ toks }) =>
    toks.flatMap(({ f, l, u }) => {
      const tag = partsOfSpeech.find((one) => one === u);
      return tag ? [{ form: f, tag, lemma: l, weight }] : [];
    }),
  );
}

/** An ending has to be seen on this many words, and this share of them has to change alike. */
const leastWords = 3;
const leastShare = 0.6;

/**
 * Learns the table of lemmas: the change most words of an ending make, for every ending that is common enough, and the words that go
 * another way. An ending that changes as the next shorter one does is left out.
 */
export function trainLemmas(examples: readonly LemmaExample[]): LemmaTable {
  const words = changesOfWords(examples);
  const endings = new Map<string, { tag: PartOfSpeech; letters: string; times: Map<string, number> }>();
  for (const { tag, base, change } of words) {
    for (let size = 0; size <= Math.min(longestEnding, base.length - 1); size++) {
      const letters = base.slice(base.length - size);
      const ending = endings.get(`${tag} ${letters}`) ?? { tag, letters, times: new Map() };
      endings.set(`${tag} ${letters}`, ending);
      ending.times.set(keyOf(change), (ending.times.get(keyOf(change)) ?? 0) + 1);
    }
  }
  const table = new Map<number, LemmaChange>();
  for (const { tag, letters, times } of [...endings.values()].sort((a, b) => a.letters.length - b.letters.length)) {
    const [[top, count] = ["", 0]] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const all = [...times.values()].reduce((a, b) => a + b, 0);
    if (all < leastWords || count < all * leastShare) continue;
    const shorter = changeOf(`\0${letters.slice(1)}`, tag, (key) => table.get(key));
    if (letters === "" || !shorter || keyOf(shorter) !== top) table.set(lemmaKey(tag, letters, false), changeIn(top));
  }
  const exceptions = words.filter(({ tag, base, change }) => {
    const byEnding = changeOf(base, tag, (key) => table.get(key));
    return changed(base, byEnding ?? none) !== changed(base, change) || (byEnding?.capital ?? false) !== change.capital;
  });
  for (const { tag, base, change } of exceptions) table.set(lemmaKey(tag, base, true), change);
  const keys = [...table.keys()].sort((a, b) => a - b);
  const kinds = [...new Set([...table.values()].map(keyOf))].sort();
  const numberOf = new Map(kinds.map((kind, number) => [kind, number]));
  return {
    changes: kinds.map(changeIn),
    keys,
    of: keys.map((key) => numberOf.get(keyOf(table.get(key) ?? none)) ?? 0),
  };
}

/** Words whose case comes from where they stand. */
const openTags: ReadonlySet<PartOfSpeech> = new Set(["NOUN", "ADJ", "VERB", "ADV"]);

const none: LemmaChange = { strip: 0, add: "", capital: false };
const keyOf = ({ strip, add, capital }: LemmaChange): string => `${strip} ${capital ? 1 : 0} ${add}`;

function changeIn(key: string): LemmaChange {
  const [strip, capital, ...add] = key.split(" ");
  return { strip: Number(strip), capital: capital === "1", add: add.join(" ") };
}

/** The change each word makes most often. */
function changesOfWords(examples: readonly LemmaExample[]): { tag: PartOfSpeech; base: string; change: LemmaChange }[] {
  const small = new Set(
    examples.filter(({ form }) => form === form.toLowerCase()).map(({ tag, form }) => `${tag} ${form}`),
  );
  const words = new Map<string, { tag: PartOfSpeech; base: string; times: Map<string, number> }>();
  for (const { form, tag, lemma, weight } of examples) {
    const base = lemmaBase(form, tag);
    // What is also written small has its capital from where it stands.
    const change = changeBetween(tag, base, lemma, !small.has(`${tag} ${form.toLowerCase()}`));
    const word = words.get(`${tag} ${base}`) ?? { tag, base, times: new Map() };
    words.set(`${tag} ${base}`, word);
    word.times.set(keyOf(change), (word.times.get(keyOf(change)) ?? 0) + weight);
  }
  return [...words.values()].map(({ tag, base, times }) => {
    const [[top] = [keyOf(none)]] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return { tag, base, change: changeIn(top) };
  });
}

function changeBetween(tag: PartOfSpeech, base: string, lemma: string, mayBeCapital: boolean): LemmaChange {
  const hasOwnCase = base !== base.toLowerCase() || !openTags.has(tag);
  const shouted = lemma.length > 1 && lemma === lemma.toUpperCase();
  const inSmall = shouted ? lemma.toLowerCase() : lemma.charAt(0).toLowerCase() + lemma.slice(1);
  const plain = hasOwnCase ? lemma : inSmall;
  let same = 0;
  while (same < base.length && base[same] === plain[same]) same++;
  const capital = mayBeCapital && !shouted && lemma.charAt(0) !== plain.charAt(0);
  return { strip: base.length - same, add: plain.slice(same), capital };
}
