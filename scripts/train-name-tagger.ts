import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { nameFeatures } from "../src/text/name-features.ts";
import { Gazetteer } from "../src/text/name-gazetteer.ts";
import { bestTags, nameTags, packNameWeights, toBio } from "../src/text/name-tagger.ts";
import type { Token } from "../src/text/tokens.ts";
import { gazetteerPhrases } from "./gazetteer-phrases.ts";

/*
 * Trains the name tagger and writes weights/names.bin.gz: a structured perceptron with averaged weights (Collins 2002) over the openly
 * licensed sets that NOTICE lists. The same data give the same bytes.
 *
 *   node --import tsx scripts/train-name-tagger.ts [DATA-DIR]
 */

interface TaggedSentence {
  readonly w: readonly string[];
  readonly t: readonly string[];
  readonly genre?: string;
}

const epochs = 6;
/** Weights below this share of the largest are dropped: at 1 of 25 the size halves for a loss of .003 F1 on held-out text. */
const smallestWeight = 0.5;
const largestWeight = 25;
/** The genres of GUM whose annotations may be shipped. */
const openGenres = new Set(["academic", "bio", "court", "interview", "news", "speech", "voyage", "textbook"]);

const dataDir = process.argv[2] ?? fileURLToPath(new URL("../../shared/data", import.meta.url));
const tagCount = nameTags.length;
const tagNumber = new Map(nameTags.map((tag, index) => [tag, index]));

function load(name: string): TaggedSentence[] {
  return JSON.parse(gunzipSync(readFileSync(join(dataDir, "tagging", `${name}.json.gz`))).toString("utf8"));
}

/** Treebank words as tokens; places in a text play no part in tagging. */
function tokensOf(words: readonly string[]): Token[] {
  return words.map((text) => ({
    start: 0,
    end: 0,
    text,
    lower: text.toLowerCase(),
    kind: /^\p{L}/u.test(text) ? "word" : /^\p{N}/u.test(text) ? "number" : "punctuation",
  }));
}

/** BIO tags as BIOES numbers; types we do not keep are O. */
function toBioes(tags: readonly string[]): number[] {
  return tags.map((tag, i) => {
    const type = tag.slice(2);
    if (tag === "O" || !tagNumber.has(`B-${type}`)) return 0;
    const begins = tag.startsWith("B") || tags[i - 1]?.slice(2) !== type;
    const ends = tags[i + 1] !== `I-${type}`;
    return tagNumber.get(`${begins ? (ends ? "S" : "B") : ends ? "E" : "I"}-${type}`) ?? 0;
  });
}

const seen = new Set<string>();
const sentences = [
  ...load("open"),
  ...load("uner-dev"),
  ...load("wikigold"),
  ...load("gum-ner").filter(({ genre }) => genre !== undefined && openGenres.has(genre)),
].filter(({ w }) => {
  const key = w.join(" ");
  if (seen.has(key) || w.length > 150) return false;
  seen.add(key);
  return true;
});

const { hashes, kinds } = gazetteerPhrases(dataDir);
const gazetteer = new Gazetteer(hashes, kinds);
const counts = new Map<number, number>();
const prepared = sentences.map(({ w, t }) => {
  const features = nameFeatures(tokensOf(w), gazetteer);
  for (const token of features) for (const feature of token) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return { features, gold: toBioes(t) };
});
const rowOf = new Map<number, number>();
for (const [feature, count] of counts) if (count >= 2) rowOf.set(feature, rowOf.size);
counts.clear();
const examples = prepared.map(({ features, gold }) => ({
  gold,
  rows: features.map((token) => Int32Array.from([...token].flatMap((feature) => rowOf.get(feature) ?? []))),
}));
console.error(`${examples.length} sentences, ${rowOf.size} features, ${hashes.length} phrases`);

const weights = new Float32Array(rowOf.size * tagCount);
const totals = new Float64Array(rowOf.size * tagCount);
const stamps = new Int32Array(rowOf.size * tagCount);
const transitions = new Float32Array(tagCount * tagCount);
const transitionTotals = new Float64Array(tagCount * tagCount);
let step = 0;

function change(at: number, by: number): void {
  totals[at] = (totals[at] ?? 0) + (step - (stamps[at] ?? 0)) * (weights[at] ?? 0);
  stamps[at] = step;
  weights[at] = (weights[at] ?? 0) + by;
}

function changeTransition(from: number, to: number, by: number): void {
  const at = from * tagCount + to;
  transitions[at] = (transitions[at] ?? 0) + by;
  // Summed as if it had changed at the start of time: what it missed before `step` is taken off.
  transitionTotals[at] = (transitionTotals[at] ?? 0) + by * step;
}

/** A fixed sequence of pseudo-random numbers (Park & Miller 1988), so that every training is the same. */
let seed = 20260211;
const random = () => {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};

for (let epoch = 1; epoch <= epochs; epoch++) {
  let wrong = 0;
  const order = examples.map((example) => ({ example, at: random() })).sort((a, b) => a.at - b.at);
  for (const { example } of order) {
    step++;
    const { rows, gold } = example;
    const scores = new Float32Array(gold.length * tagCount);
    for (const [i, token] of rows.entries())
      for (const row of token)
        for (let tag = 0; tag < tagCount; tag++)
          scores[i * tagCount + tag] = (scores[i * tagCount + tag] ?? 0) + (weights[row * tagCount + tag] ?? 0);
    const found = bestTags(scores, transitions, gold.length);
    if (found.every((tag, i) => tag === gold[i])) continue;
    wrong++;
    for (const [i, tag] of found.entries()) {
      const right = gold[i] ?? 0;
      if (tag !== right)
        for (const row of rows[i] ?? []) {
          change(row * tagCount + right, 1);
          change(row * tagCount + tag, -1);
        }
      if (i > 0 && (tag !== right || found[i - 1] !== gold[i - 1])) {
        changeTransition(gold[i - 1] ?? 0, right, 1);
        changeTransition(found[i - 1] ?? 0, tag, -1);
      }
    }
  }
  console.error(`epoch ${epoch}: ${wrong} sentences wrong`);
}

const averaged = (at: number) => ((totals[at] ?? 0) + (step - (stamps[at] ?? 0)) * (weights[at] ?? 0)) / step;
const scale = 127 / largestWeight;
const kept: { feature: number; row: Int8Array }[] = [];
for (const [feature, row] of rowOf) {
  const values = new Int8Array(tagCount);
  for (let tag = 0; tag < tagCount; tag++) {
    const value = averaged(row * tagCount + tag);
    if (Math.abs(value) >= smallestWeight) values[tag] = Math.max(-127, Math.min(127, Math.round(value * scale)));
  }
  if (values.some((value) => value !== 0)) kept.push({ feature: feature >>> 0, row: values });
}
kept.sort((a, b) => a.feature - b.feature);
const rows = new Int8Array(kept.length * tagCount);
for (const [index, { row }] of kept.entries()) rows.set(row, index * tagCount);
const packed = packNameWeights({
  features: Uint32Array.from(kept, ({ feature }) => feature),
  rows,
  transitions: transitions.map((value, at) => (value - (transitionTotals[at] ?? 0) / step) * scale),
  phrases: hashes,
  kinds,
});
writeFileSync(new URL("../weights/names.bin.gz", import.meta.url), packed);
console.error(
  `${kept.length} features kept, ${(packed.length / 1e6).toFixed(2)} MB; tags such as ${toBio([1]).join()}`,
);
