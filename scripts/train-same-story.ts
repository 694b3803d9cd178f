import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { countFields, termsIn } from "../src/cluster/article-fields.ts";
import type { ClusterWeights } from "../src/cluster/cluster-weights.ts";
import { joinFeatures } from "../src/cluster/join-features.ts";
import type { LiveArticle } from "../src/cluster/live-article.ts";
import { loadClusterWeights, packFrequencies } from "../src/cluster/load-cluster-weights.ts";
import type { OpenStory } from "../src/cluster/open-story.ts";
import { StoryStream } from "../src/cluster/story-stream.ts";
import { StoryWindow } from "../src/cluster/story-window.ts";
import { bCubed } from "../src/eval/bcubed.ts";
import { DocumentFrequencies, type SavedFrequencies } from "../src/text/document-frequencies.ts";
import { type Example, learnTrees } from "./gradient-boosting.ts";
import { type LabelledArticle, readLabelledSet } from "./labelled-stories.ts";

/*
 * node --import tsx scripts/train-same-story.ts DATA [CACHE] [--folds]: learns weights/same-story.json.gz and weights/background.json.gz
 * from the labelled sets in DATA/clustering. With --folds it also trains without each set, scores the stream on the one left out, and
 * prints the figures of docs/same-story.md.
 */

const risingFeatures = [
  "bodyCentre",
  "bodyBest",
  "bodyNearest",
  "leadBest",
  "leadNearest",
  "titleBest",
  "titleNearest",
  "pairsBest",
  "namesBest",
  "namesNearest",
  "numbersBest",
  "lead",
  "leadOverNext",
  "sharedRare",
  "titleInStory",
  "storyTitleInArticle",
  "leadInStory",
] as const;
const sets = [
  "newscope.jsonl",
  "allsides_2016_2020.jsonl.gz",
  "newscluster.jsonl",
  "ecbplus_1_35.jsonl",
  "mcms_dev.jsonl",
];

/** More likeness never speaks against one story, more days between never for it. */
const rising = new Map<number, 1 | -1>([
  ...risingFeatures.map((name) => [joinFeatures.indexOf(name), 1] as const),
  ...(["gapLast", "gapNearest"] as const).map((name) => [joinFeatures.indexOf(name), -1] as const),
]);
/** What a stream of cut texts weighs beside the same stream of whole ones. */
const cutShare = 0.4;

const [data = "../shared/data", cache] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const { translations } = loadClusterWeights({
  join: gzipSync("{}"),
  background: gzipSync("{}"),
  translations: readFileSync(new URL("../weights/translations.json.gz", import.meta.url)),
});
const labelled = new Map(sets.map((set) => [set, readLabelledSet(join(data, "clustering", set), cache)]));

const examples = new Map<string, Example[]>();
for (const set of sets) {
  const background = backgroundOf(sets.filter((other) => other !== set));
  // Feeds often give a line or two only: the same stream is walked a second time with most texts cut short.
  examples.set(set, [
    ...examplesOf(articlesOf(set), background),
    ...examplesOf(articlesOf(set).map(cutShort), background, cutShare),
  ]);
  console.log(`${set}: ${examples.get(set)?.length} examples`);
}
const all = weightsFrom(sets);
writeFileSync(
  new URL("../weights/same-story.json.gz", import.meta.url),
  gzipSync(JSON.stringify(all.join), { level: 9 }),
);
const packed = Object.fromEntries([...all.background].map(([language, saved]) => [language, packFrequencies(saved)]));
writeFileSync(
  new URL("../weights/background.json.gz", import.meta.url),
  gzipSync(JSON.stringify(packed), { level: 9 }),
);

/** As feeds give it: every third article whole, the others their first 160 or 400 characters. */
function cutShort(labelled: LabelledArticle, index: number): LabelledArticle {
  const length = [Number.POSITIVE_INFINITY, 160, 400][index % 3] ?? Number.POSITIVE_INFINITY;
  const { article, annotation } = labelled;
  const within = <T extends { readonly end: number }>(spans: readonly T[]) => spans.filter(({ end }) => end <= length);
  return {
    ...labelled,
    article: { ...article, text: article.text.slice(0, length) },
    annotation: { ...annotation, mentions: within(annotation.mentions), numbers: within(annotation.numbers) },
  };
}

if (process.argv.includes("--folds")) for (const set of sets) scoreFold(set);

function articlesOf(set: string): readonly LabelledArticle[] {
  return labelled.get(set) ?? [];
}

/** In how many articles of some sets each term stands; what stands once says nothing yet. */
function backgroundOf(from: readonly string[]): ReadonlyMap<string, SavedFrequencies> {
  const counts = new Map<string, DocumentFrequencies>();
  for (const { article, annotation } of from.flatMap(articlesOf)) {
    const language = String(article.language.split("-")[0]);
    const known = counts.get(language) ?? new DocumentFrequencies();
    counts.set(language, known);
    known.add(termsIn(countFields(article, annotation, translations)));
  }
  return new Map([...counts].map(([language, frequencies]) => [language, frequencies.save(2)]));
}

/** Each article of a stream beside the stories that came up for it, while every story holds exactly the articles it should. */
function examplesOf(
  articles: readonly LabelledArticle[],
  background: ReadonlyMap<string, SavedFrequencies>,
  share = 1,
): Example[] {
  const window = new StoryWindow(background);
  const stories = new Map<string, OpenStory>();
  const made: Omit<Example, "weight">[] = [];
  for (const { article, annotation, gold } of articles) {
    const live: LiveArticle = window.read(article, countFields(article, annotation, translations));
    const own = stories.get(gold);
    const candidates = window.candidates(live);
    for (const { story, row } of candidates) made.push({ row, positive: story === own });
    const home = own ?? window.open(gold);
    stories.set(gold, home);
    window.place(live, home);
  }
  // A set counts by the root of its size: the largest would drown the others.
  return made.map((example) => ({ ...example, weight: (share * Math.sqrt(articles.length)) / made.length }));
}

function weightsFrom(from: readonly string[]): ClusterWeights {
  return {
    join: rounded(
      learnTrees(
        from.flatMap((set) => examples.get(set) ?? []),
        rising,
      ),
    ),
    background: backgroundOf(from),
    translations,
  };
}

function rounded(trees: ClusterWeights["join"]): ClusterWeights["join"] {
  return { ...trees, threshold: trees.threshold.map((value) => Number(value.toPrecision(6))) };
}

function scoreFold(set: string): void {
  const stream = new StoryStream(weightsFrom(sets.filter((other) => other !== set)));
  const gold = new Map(articlesOf(set).map((one) => [one.article.id, one.gold]));
  const online = new Map(articlesOf(set).map((one) => [one.article.id, stream.assign(one).storyId]));
  stream.lookAgain();
  const final = new Map(stream.finalAssignments().map(({ articleId, storyId }) => [articleId, storyId]));
  const line = ({ f1, precision, recall }: ReturnType<typeof bCubed>) =>
    `${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`;
  console.log(`${set}: left out, at arrival ${line(bCubed(online, gold))}, final ${line(bCubed(final, gold))}`);
}
