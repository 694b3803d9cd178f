import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { fnv1a } from "../src/text/fnv1a.ts";
import { tokenize } from "../src/text/tokens.ts";

/** Sets of unlabelled news from which only which word stands beside which is counted. */
const sets = ["newscope.jsonl", "allsides_2016_2020.jsonl.gz", "newscluster.jsonl", "ecbplus_1_35.jsonl"];
/** Rarer words have too few neighbours to be placed. */
const leastCount = 10;
const contextWords = 1500;
const fineClasses = 400;
const coarseClasses = 50;
const rounds = 10;

interface Vector {
  readonly at: Int32Array;
  readonly weight: Float32Array;
}

/**
 * Classes of words that keep the same company in news, after Brown et al. (1992) in aim and Schütze (1995) in method: spherical k-means over
 * positive pointwise mutual information with the word before and the word after. `classes[i]` is of the word whose hash (of its form, capitals
 * kept) is `words[i]`: a fine class in the low 9 bits, a coarse one above them. Deterministic.
 */
export function wordClasses(dataDir: string): { words: Uint32Array; classes: Uint16Array } {
  const texts = sets.flatMap((set) => readTexts(join(dataDir, "clustering", set)));
  const counts = new Map<string, number>();
  for (const text of texts) for (const form of formsOf(text)) counts.set(form, (counts.get(form) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const vocabulary = byCount.filter(([, count]) => count >= leastCount).map(([form]) => form);
  const rowOf = new Map(vocabulary.map((form, row) => [form, row]));
  const contextOf = new Map(byCount.slice(0, contextWords).map(([form], at) => [form, at]));
  const beside: Map<number, number>[] = vocabulary.map(() => new Map());
  for (const text of texts) {
    let previous = "";
    for (const form of formsOf(text)) {
      addTo(beside[rowOf.get(form) ?? -1], contextOf.get(previous), 0);
      addTo(beside[rowOf.get(previous) ?? -1], contextOf.get(form), contextWords);
      previous = form;
    }
  }
  const vectors = mutualInformation(beside);
  const fine = kMeans(vectors, fineClasses);
  const coarse = kMeans(vectors, coarseClasses);
  const sorted = vocabulary
    .map((form, row) => ({ hash: fnv1a(form) >>> 0, both: (fine[row] ?? 0) | ((coarse[row] ?? 0) << 9) }))
    .sort((a, b) => a.hash - b.hash);
  return {
    words: Uint32Array.from(sorted, ({ hash }) => hash),
    classes: Uint16Array.from(sorted, ({ both }) => both),
  };
}

function readTexts(file: string): string[] {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

/** The forms of a text; numbers of one length are one form. */
function* formsOf(text: string): Generator<string> {
  for (const { text: form, kind } of tokenize(text)) yield kind === "number" ? "0".repeat(form.length) : form;
}

function addTo(row: Map<number, number> | undefined, context: number | undefined, offset: number): void {
  if (row && context !== undefined) row.set(context + offset, (row.get(context + offset) ?? 0) + 1);
}

function mutualInformation(beside: readonly Map<number, number>[]): Vector[] {
  const columns = new Float64Array(contextWords * 2);
  let all = 0;
  for (const row of beside)
    for (const [at, count] of row) {
      columns[at] = (columns[at] ?? 0) + count;
      all += count;
    }
  return beside.map((row) => {
    const sum = [...row.values()].reduce((a, b) => a + b, 0);
    const kept = [...row]
      .map(([at, count]) => [at, Math.log((count * all) / (sum * (columns[at] ?? 1)))] as const)
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => a[0] - b[0]);
    const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
    return {
      at: Int32Array.from(kept, ([at]) => at),
      weight: Float32Array.from(kept, ([, weight]) => weight / length),
    };
  });
}

function kMeans(vectors: readonly Vector[], count: number): Int32Array {
  const width = contextWords * 2;
  const of = new Int32Array(vectors.length);
  let centres = new Float32Array(count * width);
  // The most frequent words begin a class each.
  for (let one = 0; one < count; one++) addVector(centres, one * width, vectors[one]);
  for (let round = 0; round < rounds; round++) {
    for (const [row, { at, weight }] of vectors.entries()) {
      let best = 0;
      let top = -1;
      for (let one = 0; one < count; one++) {
        let score = 0;
        for (let i = 0; i < at.length; i++) score += (weight[i] ?? 0) * (centres[one * width + (at[i] ?? 0)] ?? 0);
        if (score > top) {
          top = score;
          best = one;
        }
      }
      of[row] = best;
    }
    const next = new Float32Array(count * width);
    for (const [row, vector] of vectors.entries()) addVector(next, (of[row] ?? 0) * width, vector);
    for (let one = 0; one < count; one++) {
      const part = next.subarray(one * width, (one + 1) * width);
      const length = Math.sqrt(part.reduce((sum, value) => sum + value * value, 0)) || 1;
      for (let at = 0; at < width; at++) part[at] = (part[at] ?? 0) / length;
    }
    centres = next;
  }
  return of;
}

function addVector(into: Float32Array, offset: number, vector: Vector | undefined): void {
  if (!vector) return;
  for (let i = 0; i < vector.at.length; i++) {
    const at = offset + (vector.at[i] ?? 0);
    into[at] = (into[at] ?? 0) + (vector.weight[i] ?? 0);
  }
}
