import { type Match, matchWords } from "./match-words.ts";
import type { Reading } from "./read-sources.ts";
import type { Word } from "./read-words.ts";

/** A sentence of a claim held against the sources, as all signals see it. */
export interface SentenceMatch {
  readonly reading: Reading;
  readonly words: readonly Word[];
  /** The places of words that tell something. */
  readonly content: readonly number[];
  /** The sum of the words' weights. */
  readonly weight: number;
  readonly matches: readonly (readonly Match[])[];
  /** For each sentence of the sources that has any, how near its nearest word comes to each word of the claim. */
  readonly rows: ReadonlyMap<number, Float32Array>;
  /** The same over all sentences together. */
  readonly anywhere: Float32Array;
  /** Sentences of the sources, those that cover the most of the claim first. */
  readonly ranked: readonly number[];
  /** Up to three sentences that together cover the most, chosen greedily, and how near they come to each word. */
  readonly passage: readonly number[];
  readonly inPassage: Float32Array;
}

const longestPassage = 3;
/** Sentences beyond these cover too little to matter, and long sources have thousands. */
const consideredSentences = 60;

export function matchSentence(words: readonly Word[], reading: Reading): SentenceMatch {
  const matches = matchWords(words, reading);
  const rows = new Map<number, Float32Array>();
  const anywhere = new Float32Array(words.length);
  for (const [index, list] of matches.entries()) {
    for (const { at, near } of list) {
      const sentence = reading.words[at]?.sentence ?? 0;
      const row = rows.get(sentence) ?? new Float32Array(words.length);
      rows.set(sentence, row);
      row[index] = Math.max(row[index] ?? 0, near);
      anywhere[index] = Math.max(anywhere[index] ?? 0, near);
    }
  }
  const covered = [...rows].map(([sentence, row]) => [sentence, covers(words, row)] as const);
  const ranked = covered.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([sentence]) => sentence);
  const { passage, inPassage } = choosePassage(words, rows, ranked);
  const content = [...words.keys()].filter((index) => (words[index]?.weight ?? 0) > 0);
  const weight = words.reduce((sum, one) => sum + one.weight, 0);
  return { reading, words, content, weight, matches, rows, anywhere, ranked, passage, inPassage };
}

/** The weight of the claim's words that a row covers, beyond what `had` covers already. */
export function covers(words: readonly Word[], row: Float32Array, had?: Float32Array): number {
  let sum = 0;
  for (const [index, { weight }] of words.entries())
    sum += weight * Math.max(0, (row[index] ?? 0) - (had?.[index] ?? 0));
  return sum;
}

/** How near any of the sentences comes to each word. */
export function together(
  rows: ReadonlyMap<number, Float32Array>,
  sentences: Iterable<number>,
  length: number,
): Float32Array {
  const union = new Float32Array(length);
  for (const sentence of sentences) {
    const row = rows.get(sentence);
    if (row) for (let index = 0; index < length; index++) union[index] = Math.max(union[index] ?? 0, row[index] ?? 0);
  }
  return union;
}

function choosePassage(words: readonly Word[], rows: ReadonlyMap<number, Float32Array>, ranked: readonly number[]) {
  const passage: number[] = [];
  let inPassage: Float32Array = new Float32Array(words.length);
  while (passage.length < longestPassage) {
    let best = -1;
    let most = 0;
    for (const sentence of ranked.slice(0, consideredSentences)) {
      const row = rows.get(sentence);
      const gain = row ? covers(words, row, inPassage) : 0;
      if (gain > most) [best, most] = [sentence, gain];
    }
    if (best < 0) break;
    passage.push(best);
    inPassage = together(rows, passage, words.length);
  }
  return { passage, inPassage };
}
