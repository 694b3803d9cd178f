import { gunzipSync, gzipSync } from "node:zlib";

/*
 * English words as points: words that stand in the same company stand near each other (GloVe, Pennington et al. 2014). The file is made by
 * scripts/build-word-vectors.ts. A vector has length 1 but for the rounding to 8 bits.
 */

/** What a component of 1 is in the file. Components of half the length and more would be cut; no word has one. */
const stepsOfOne = 254;

/** Words and their vectors, each word by its number: the commonest is 0. */
export interface WordVectors {
  readonly dimensions: number;
  readonly words: readonly string[];
  /** The number of a lower-case word; undefined for one that is not among the words. */
  numberOf(word: string): number | undefined;
  /** The cosine of two words' vectors, in [-1, 1]: 1 for the same word, near 0 for words that have nothing to do with each other. */
  similarity(one: number, other: number): number;
  /** Adds `factor` times the vector of a word to a sum. */
  addTo(sum: Float32Array, word: number, factor: number): void;
}

/** The file: gzip of [words, dimensions], the words in lines and, one word after the other, the components as signed bytes. */
export function packWordVectors(words: readonly string[], vectors: Float32Array): Uint8Array {
  const header = Uint32Array.of(words.length, vectors.length / words.length);
  const components = Int8Array.from(vectors, (value) => Math.max(-127, Math.min(127, Math.round(value * stepsOfOne))));
  const parts = [Buffer.from(header.buffer), Buffer.from(`${words.join("\n")}\n`), Buffer.from(components.buffer)];
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

/** Reads the file. Throws where the bytes are no such file. */
export function loadWordVectors(bytes: Uint8Array): WordVectors {
  const raw = gunzipSync(bytes);
  const [count = 0, dimensions = 0] = new Uint32Array(Uint8Array.from(raw.subarray(0, 8)).buffer);
  const end = raw.length - count * dimensions;
  const words = raw.toString("utf8", 8, Math.max(8, end)).split("\n").slice(0, -1);
  if (words.length !== count) throw new Error("The word vectors are damaged.");
  return wordVectorsOf(words, new Int8Array(raw.buffer, raw.byteOffset + end, count * dimensions));
}

function wordVectorsOf(words: readonly string[], components: Int8Array): WordVectors {
  const numbers = new Map(words.map((word, number) => [word, number]));
  const dimensions = components.length / Math.max(1, words.length);
  const lengths = Float32Array.from(words, (_, word) => {
    let sum = 0;
    for (let at = word * dimensions; at < (word + 1) * dimensions; at++) sum += (components[at] ?? 0) ** 2;
    return Math.sqrt(sum) || 1;
  });
  return {
    dimensions,
    words,
    numberOf: (word) => numbers.get(word),
    similarity(one, other) {
      const [from, opposite] = [one * dimensions, other * dimensions];
      let sum = 0;
      for (let at = 0; at < dimensions; at++) sum += (components[from + at] ?? 0) * (components[opposite + at] ?? 0);
      return sum / ((lengths[one] ?? 1) * (lengths[other] ?? 1));
    },
    addTo(sum, word, factor) {
      const scaled = factor / (lengths[word] ?? 1);
      for (let at = 0; at < dimensions; at++)
        sum[at] = (sum[at] ?? 0) + scaled * (components[word * dimensions + at] ?? 0);
    },
  };
}
