import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddingModel } from "../src/ask/open-embedding-model.ts";
import type { ClusterWeights } from "../src/cluster/cluster-weights.ts";
import { StoryStream } from "../src/cluster/story-stream.ts";
import { loadConfig } from "../src/config.ts";
import { bCubed } from "../src/eval/bcubed.ts";
import { type LabelledArticle, labelledSets, readLabelledSet } from "../src/eval/clustering-sets.ts";
import { randomNumbers } from "../src/eval/random-numbers.ts";
import { loadStoryWeights } from "../src/learned.ts";
import type { Embedding } from "../src/model/embedding.ts";
import { type EmbeddedText, embeddedText } from "../src/pipeline/embedded-text.ts";
import { backgroundOf } from "./labelled-background.ts";

/*
 * Prints what an embedding model is worth (docs/same-story.md). Within a language: the labelled sets with several shares for the model that the
 * environment names, each set with the background of the others. Between languages: Wikinews in four languages, where the vector of a translation is that of its
 * English original turned away from it by chance to a given cosine, once with the words as they are and once with the letters of all
 * but the English articles exchanged, so that no word is shared: what a model that places translations so near would do, without one at hand.
 *
 *   BACKSTORY_EMBEDDING_MODEL=openai-compatible:http://127.0.0.1:8080/v1#NAME node --import tsx scripts/score-embeddings.ts [DATA-DIR [SET…]]
 *
 * Vectors are kept in VECTORS.json in the folder for temporary files, so that a second run asks nothing.
 */

const [data = "../shared/data", ...named] = process.argv.slice(2);
const { embedding: settings } = loadConfig(undefined).config;
const weights = loadStoryWeights();
const kept = join(process.env.TMPDIR ?? "/tmp", "backstory-VECTORS.json");
const vectors = new Map<string, number[]>(existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : []);
const sets = new Map(labelledSets.map((set) => [set, readLabelledSet(join(data, "clustering", set))]));

for (const share of [0, 0.1, 0.2, 0.3]) {
  const scores: string[] = [];
  for (const set of labelledSets.filter((one) => named.length === 0 || named.some((name) => one.startsWith(name)))) {
    const others = labelledSets.filter((one) => one !== set).flatMap((one) => sets.get(one) ?? []);
    const articles = sets.get(set) ?? [];
    const found = await embedAll(articles, settings);
    const background = backgroundOf(others, weights.translations);
    const of = ({ article }: LabelledArticle) => embeddingOf(found.get(article.id), share);
    scores.push(`${set} ${score(articles, { ...weights, background }, of)}`);
  }
  console.log(`share ${share}: ${scores.join("  ")}`);
}

const wikinews = readLabelledSet(join(data, "clustering", "meantime_crosslingual.jsonl"));
const originals = await embedAll(
  wikinews.filter(({ article }) => article.language.startsWith("en")),
  settings,
);
for (const [words, articles] of [
  ["words as they are", wikinews],
  ["no word shared", wikinews.map(withoutWords)],
] as const) {
  console.log(`${words}: without a model ${score(articles, weights, () => undefined)}`);
  for (const cosine of [0.5, 0.7, 0.9]) {
    const random = randomNumbers(7);
    const of = ({ article }: LabelledArticle) => {
      const original = originals.get(article.id.replace(/-(?:en|es|it|nl)-/, "-en-"));
      const isOriginal = article.language.startsWith("en");
      return embeddingOf(original && (isOriginal ? original : turned(original, cosine, random)), 0);
    };
    console.log(`${words}: translations at a cosine of ${cosine}: ${score(articles, weights, of)}`);
  }
}

async function embedAll(articles: readonly LabelledArticle[], given: EmbeddedText): Promise<Map<string, number[]>> {
  const { use = "", key, timeoutSeconds, batch } = settings;
  const model = openEmbeddingModel(use, { timeoutMs: timeoutSeconds * 1000, ...(key !== undefined && { key }) });
  const texts = articles.flatMap(({ article }) => {
    const text = embeddedText(article, given);
    return text === undefined ? [] : [{ id: article.id, text, key: `${model.name}\n${text}` }];
  });
  const open = texts.filter((one) => !vectors.has(one.key));
  for (let from = 0; from < open.length; from += batch) {
    const part = open.slice(from, from + batch);
    const reply = await model.embed(part.map(({ text }) => text));
    if ("failed" in reply) throw new Error(reply.detail);
    for (const [at, one] of part.entries()) vectors.set(one.key, [...(reply.vectors[at] ?? [])]);
    writeFileSync(kept, JSON.stringify([...vectors]));
  }
  return new Map(texts.flatMap(({ id, key: text }) => [[id, vectors.get(text) ?? []]]));
}

function embeddingOf(vector: readonly number[] | undefined, share: number): Embedding | undefined {
  return vector && { model: "scored", share, vector: Float32Array.from(vector) };
}

function score(
  articles: readonly LabelledArticle[],
  background: ClusterWeights,
  embed: (one: LabelledArticle) => Embedding | undefined,
): string {
  const stream = new StoryStream(background);
  const gold = new Map(articles.map(({ article, gold: story }) => [article.id, story]));
  const online = new Map(
    articles.map((one) => {
      const embedding = embed(one);
      return [one.article.id, stream.assign({ ...one, ...(embedding && { embedding }) }).storyId];
    }),
  );
  stream.lookAgain();
  const final = new Map(stream.finalAssignments().map(({ articleId, storyId }) => [articleId, storyId]));
  return `${bCubed(online, gold).f1.toFixed(3)}/${bCubed(final, gold).f1.toFixed(3)}`;
}

/** A vector at a cosine from another, in a direction of chance. */
function turned(vector: readonly number[], cosine: number, random: () => number): number[] {
  // The sum of twelve evenly drawn numbers is nearly normal.
  const noise = vector.map(() => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6));
  const [own, other] = [Math.hypot(...vector), Math.hypot(...noise)];
  return vector.map((value, at) => (cosine * value) / own + (Math.sqrt(1 - cosine ** 2) * (noise[at] ?? 0)) / other);
}

/** An article whose letters are exchanged for others by its language, and whose capitals and digits are lost. */
function withoutWords(one: LabelledArticle): LabelledArticle {
  const { article } = one;
  const shift = { es: 3, it: 7, nl: 11 }[article.language.slice(0, 2)];
  if (shift === undefined) return one;
  const exchange = (text: string) =>
    text
      .toLowerCase()
      .replace(/\d/g, "x")
      .replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + shift) % 26)));
  return { ...one, article: { ...article, title: exchange(article.title), text: exchange(article.text) } };
}
