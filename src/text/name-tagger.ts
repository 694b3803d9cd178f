import { gunzipSync, gzipSync } from "node:zlib";
import { differences, FeatureRows, fullRows, sparseRows, sums } from "./feature-rows.ts";
import {
  contextFeatures,
  reach,
  sentenceEnd,
  sentenceStart,
  type WordTraits,
  wordFeatures,
  wordTraits,
} from "./name-features.ts";
import { Gazetteer } from "./name-gazetteer.ts";
import type { Token } from "./tokens.ts";
import { WordClasses } from "./word-classes.ts";

/*
 * Names by a structured perceptron over BIOES tags with Viterbi decoding (Collins 2002). The weights are learned by
 * scripts/train-name-tagger.ts, pruned, rounded to 8 bits and packed.
 */

/** Finds names in one sentence. */
export interface NameTagger {
  /** A tag for each token: "O", or "B-" or "I-" and PER, ORG, LOC or MISC. */
  tag(tokens: readonly Token[]): string[];
  /** The lists of names the tagger was trained with; the rules for other languages use them too. */
  readonly gazetteer: Gazetteer;
  /** The classes of words it was trained with. */
  readonly classes: WordClasses;
}

const types = ["PER", "LOC", "ORG", "MISC"];

/** Tag numbers: 0 is O, then B, I, E, S of each type. */
export const nameTags: readonly string[] = [
  "O",
  ...types.flatMap((type) => ["B", "I", "E", "S"].map((part) => `${part}-${type}`)),
];
const tagCount = nameTags.length;
const isOpen = nameTags.map((tag) => /^[BI]/.test(tag));
const canStart = nameTags.map((tag) => /^[OBS]/.test(tag));
/** For each tag, the tags that may stand before it. */
const predecessors = nameTags.map((tag, index) =>
  nameTags.flatMap((_, from) => {
    const continues = /^[IE]/.test(tag);
    if (!continues) return isOpen[from] ? [] : [from];
    return isOpen[from] && nameTags[from]?.slice(2) === nameTags[index]?.slice(2) ? [from] : [];
  }),
);

/**
 * The best allowed sequence of tags. `scores` holds a row of nameTags.length numbers for each of `count` tokens,
 * `transitions` the score of tag `to` after tag `from` at `from * nameTags.length + to`.
 */
export function bestTags(scores: Float32Array, transitions: ArrayLike<number>, count: number): number[] {
  if (count === 0) return [];
  const best = new Float64Array(count * tagCount).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(count * tagCount);
  for (let tag = 0; tag < tagCount; tag += 1) if (canStart[tag]) best[tag] = scores[tag] ?? 0;
  for (let i = 1; i < count; i += 1) {
    const row = i * tagCount;
    for (let tag = 0; tag < tagCount; tag += 1) {
      let top = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (const candidate of predecessors[tag] ?? []) {
        const value = (best[row - tagCount + candidate] ?? 0) + (transitions[candidate * tagCount + tag] ?? 0);
        if (value > top) {
          top = value;
          from = candidate;
        }
      }
      best[row + tag] = top + (scores[row + tag] ?? 0);
      back[row + tag] = from;
    }
  }
  const last = (count - 1) * tagCount;
  let tag = 0;
  for (let end = 1; end < tagCount; end += 1) {
    if (!isOpen[end] && (best[last + end] ?? 0) > (best[last + tag] ?? 0)) tag = end;
  }
  const tags: number[] = new Array(count);
  for (let i = count - 1; i >= 0; i -= 1) {
    tags[i] = tag;
    tag = back[i * tagCount + tag] ?? 0;
  }
  return tags;
}

/** BIOES tag numbers as BIO tags. */
export function toBio(tags: readonly number[]): string[] {
  return tags.map((tag) => (nameTags[tag] ?? "O").replace(/^S/, "B").replace(/^E/, "I"));
}

/** What is in a weights file, before packing. Rows and phrases are sorted by hash (as unsigned numbers). */
export interface NameWeights {
  /** Feature hashes, and for each its weights, nameTags.length signed bytes. */
  readonly features: Uint32Array;
  readonly rows: Int8Array;
  /** nameTags.length squared. */
  readonly transitions: Float32Array;
  readonly phrases: Uint32Array;
  readonly kinds: Uint16Array;
  /** Word hashes and their classes (WordClasses). */
  readonly words: Uint32Array;
  readonly classes: Uint16Array;
}

/**
 * The file: gzip of five little-endian counts and columns, made small by differences of sorted hashes and by leaving
 * zeros out: [features, phrases, weights, transitions, words], transitions, feature hash differences, a bit mask of the
 * tags with a weight (32 bits), phrase and word hash differences, phrase kinds, word classes, the weights themselves.
 */
export function packNameWeights(weights: NameWeights): Uint8Array {
  const { features, rows, transitions, phrases, kinds, words, classes } = weights;
  const { masks, values } = sparseRows(rows, tagCount);
  const header = Uint32Array.of(features.length, phrases.length, values.length, transitions.length, words.length);
  const columns = [
    header,
    transitions,
    differences(features),
    masks,
    differences(phrases),
    differences(words),
    kinds,
    classes,
    values,
  ];
  return gzipSync(Buffer.concat(columns.map((column) => Buffer.from(column.buffer))), { level: 9 });
}

/** Reads a weights file (packNameWeights). Throws where the bytes are no such file. */
export function loadNameTagger(bytes: Uint8Array): NameTagger {
  return nameTaggerOf(unpackNameWeights(bytes));
}

/** Reads the numbers of a weights file; throws where the bytes are no such file. */
export function unpackNameWeights(bytes: Uint8Array): NameWeights {
  const raw = gunzipSync(bytes);
  const buffer = raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength) as ArrayBuffer;
  const header = new Uint32Array(buffer, 0, 5);
  const [featureCount = 0, phraseCount = 0, valueCount = 0, transitionCount = 0, wordCount = 0] = header;
  const expected = 20 + transitionCount * 4 + featureCount * 8 + (phraseCount + wordCount) * 6 + valueCount;
  if (transitionCount !== tagCount * tagCount || buffer.byteLength !== expected) {
    throw new Error("The name tagger's weights are damaged or of another version.");
  }
  let at = 20;
  const take = (length: number): number => {
    at += length;
    return at - length;
  };
  const transitions = new Float32Array(buffer, take(transitionCount * 4), transitionCount);
  const features = sums(new Uint32Array(buffer, take(featureCount * 4), featureCount));
  const masks = new Uint32Array(buffer, take(featureCount * 4), featureCount);
  const phrases = sums(new Uint32Array(buffer, take(phraseCount * 4), phraseCount));
  const words = sums(new Uint32Array(buffer, take(wordCount * 4), wordCount));
  const kinds = new Uint16Array(buffer, take(phraseCount * 2), phraseCount);
  const classes = new Uint16Array(buffer, take(wordCount * 2), wordCount);
  const values = new Int8Array(buffer, take(valueCount), valueCount);
  const rows = fullRows(masks, values, tagCount);
  return { features, rows, transitions, phrases, kinds, words, classes };
}

/** The tagger of weights that are in memory already (loadNameTagger reads a file). */
export function nameTaggerOf(weights: NameWeights): NameTagger {
  const gazetteer = new Gazetteer(weights.phrases, weights.kinds);
  const classes = new WordClasses(weights.words, weights.classes);
  const { transitions } = weights;
  const learned = new FeatureRows(weights.features, weights.rows, tagCount);
  const weighed = (traits: WordTraits): WeighedWord => {
    // Sums of at most a hundred signed bytes.
    const steps = new Int16Array((2 * reach + 1) * tagCount);
    for (let step = -reach; step <= reach; step += 1) {
      for (const feature of wordFeatures(traits, step)) learned.addTo(steps, (step + reach) * tagCount, feature);
    }
    return { traits, steps };
  };
  const start = weighed(sentenceStart);
  const end = weighed(sentenceEnd);
  const known = new Map<string, WeighedWord>();
  const wordOf = (text: string): WeighedWord => {
    let word = known.get(text);
    if (word) return word;
    if (known.size >= knownWords) known.clear();
    word = weighed(wordTraits(text, classes));
    known.set(text, word);
    return word;
  };
  return {
    gazetteer,
    classes,
    tag(tokens) {
      const words = tokens.map((token) => wordOf(token.text));
      const scores = new Float32Array(tokens.length * tagCount);
      const context = contextFeatures(
        tokens,
        words.map((word) => word.traits),
        gazetteer,
      );
      for (let i = 0; i < words.length; i += 1) {
        const score = i * tagCount;
        for (let step = -reach; step <= reach; step += 1) {
          const { steps } = words[i + step] ?? (i + step < 0 ? start : end);
          const from = (step + reach) * tagCount;
          for (let tag = 0; tag < tagCount; tag += 1) {
            scores[score + tag] = (scores[score + tag] ?? 0) + (steps[from + tag] ?? 0);
          }
        }
        for (const feature of context[i] ?? []) learned.addTo(scores, score, feature);
      }
      return toBio(bestTags(scores, transitions, tokens.length));
    },
  };
}

/** A word, and what it adds to the scores of the tags of a token `step` tokens before it, at `(step + reach) * nameTags.length`. */
interface WeighedWord {
  readonly traits: WordTraits;
  readonly steps: Int16Array;
}

/** Words whose weights are kept; with them a sentence is tagged three times as fast as without. 8 MB. */
const knownWords = 20_000;
