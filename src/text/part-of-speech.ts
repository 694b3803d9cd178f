import { gunzipSync, gzipSync } from "node:zlib";
import { differences, FeatureRows, fullRows, sparseRows, sums } from "./feature-rows.ts";
import {
  historyFeatures,
  isShouted,
  noTag,
  pairFeatures,
  reach,
  sentenceEnd,
  sentenceStart,
  type TaggedWord,
  taggedWord,
  wordFeatures,
} from "./part-of-speech-features.ts";
import type { WordClasses } from "./word-classes.ts";

/*
 * English parts of speech by an averaged perceptron that tags from left to right (Collins 2002; Honnibal 2013). The weights are learned by
 * scripts/train-part-of-speech.ts, pruned, rounded to 8 bits and packed.
 */

/** The universal parts of speech (de Marneffe et al. 2021). A tag's number is its place here. */
export const partsOfSpeech = [
  "NOUN",
  "PUNCT",
  "VERB",
  "ADP",
  "PROPN",
  "PRON",
  "DET",
  "ADJ",
  "AUX",
  "ADV",
  "CCONJ",
  "PART",
  "NUM",
  "SCONJ",
  "SYM",
  "INTJ",
  "X",
] as const;
export type PartOfSpeech = (typeof partsOfSpeech)[number];
const tagCount = partsOfSpeech.length;

/** Tags the words of one English sentence, parted as a treebank parts them (treebankTokens). */
export interface PartOfSpeechTagger {
  tag(words: readonly string[]): PartOfSpeech[];
}

/** What is in a weights file, before packing. Features are hashes, sorted as unsigned numbers. */
export interface PartOfSpeechWeights {
  readonly features: Uint32Array;
  /** For each feature a signed byte for each part of speech. */
  readonly rows: Int8Array;
  /** WordClasses.fingerprint of the classes it was trained with. */
  readonly classes: number;
}

/** The file: gzip of [features, weights, fingerprint of the classes], then differences of hashes, bit masks of tags, and the weights. */
export function packPartOfSpeech({ features, rows, classes }: PartOfSpeechWeights): Uint8Array {
  const { masks, values } = sparseRows(rows, tagCount);
  const header = Uint32Array.of(features.length, values.length, classes);
  const columns = [header, differences(features), masks, values];
  return gzipSync(Buffer.concat(columns.map((column) => Buffer.from(column.buffer))), { level: 9 });
}

/** Reads a weights file. Throws where the bytes are no such file, or were learned with other classes of words. */
export function loadPartOfSpeech(bytes: Uint8Array, classes: WordClasses): PartOfSpeechTagger {
  const raw = gunzipSync(bytes);
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer;
  const [featureCount = 0, valueCount = 0, fingerprint = 0] = new Uint32Array(buffer, 0, 3);
  if (buffer.byteLength !== 12 + featureCount * 8 + valueCount || fingerprint !== classes.fingerprint) {
    throw new Error("The weights of the parts of speech are damaged, or were learned with other classes of words.");
  }
  const features = sums(new Uint32Array(buffer, 12, featureCount));
  const masks = new Uint32Array(buffer, 12 + featureCount * 4, featureCount);
  const values = new Int8Array(buffer, 12 + featureCount * 8, valueCount);
  return partOfSpeechTaggerOf({ features, rows: fullRows(masks, values, tagCount), classes: fingerprint }, classes);
}

/** The tagger of weights that are in memory already (loadPartOfSpeech reads a file). */
export function partOfSpeechTaggerOf(weights: PartOfSpeechWeights, classes: WordClasses): PartOfSpeechTagger {
  const learned = new FeatureRows(weights.features, weights.rows, tagCount);
  const weighed = (word: TaggedWord): WeighedWord => {
    const steps = new Int16Array((2 * reach + 1) * tagCount);
    for (let step = -reach; step <= reach; step++)
      for (const feature of wordFeatures(word, step)) learned.addTo(steps, (step + reach) * tagCount, feature);
    return { word, steps };
  };
  const start = weighed(sentenceStart);
  const end = weighed(sentenceEnd);
  const known = new Map<string, WeighedWord>();
  const wordOf = (text: string): WeighedWord => {
    let found = known.get(text);
    if (found) return found;
    if (known.size >= knownWords) known.clear();
    found = weighed(taggedWord(text, classes));
    known.set(text, found);
    return found;
  };
  return {
    tag(texts) {
      const weighedWords = texts.map(wordOf);
      const words = weighedWords.map(({ word }) => word);
      const shouted = isShouted(words);
      const scores = new Float32Array(tagCount);
      let last = noTag;
      let beforeLast = noTag;
      return words.map((_, at) => {
        scores.fill(0);
        for (let step = -reach; step <= reach; step++) {
          const { steps } = weighedWords[at + step] ?? (at + step < 0 ? start : end);
          // What a word adds to a token is kept by where the word stands from it.
          const from = (step + reach) * tagCount;
          for (let tag = 0; tag < tagCount; tag++) scores[tag] = (scores[tag] ?? 0) + (steps[from + tag] ?? 0);
        }
        for (const feature of pairFeatures(words, at, shouted)) learned.addTo(scores, 0, feature);
        for (const feature of historyFeatures(words, at, last, beforeLast)) learned.addTo(scores, 0, feature);
        beforeLast = last;
        last = bestTag(scores);
        return partsOfSpeech[last] ?? "X";
      });
    },
  };
}

/** The number of the highest score, the first of equals. */
export function bestTag(scores: ArrayLike<number>): number {
  let best = 0;
  for (let tag = 1; tag < scores.length; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  return best;
}

/** A word, and what it adds to the scores of a token `step` tokens before it, at `(step + reach) * partsOfSpeech.length`. */
interface WeighedWord {
  readonly word: TaggedWord;
  readonly steps: Int16Array;
}

/** Words whose weights are kept: 5 MB. */
const knownWords = 20_000;
