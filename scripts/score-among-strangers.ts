import { join } from "node:path";
import { StoryStream } from "../src/cluster/story-stream.ts";
import { bCubed } from "../src/eval/bcubed.ts";
import { type LabelledArticle, labelledSets, readLabelledSet } from "../src/eval/clustering-sets.ts";
import { loadStoryWeights } from "../src/learned.ts";
import { backgroundOf } from "./labelled-background.ts";

/*
 * Prints what labelled sets get when most articles of the stream are strangers: allsides is laid over the time of each, unlabelled. The background
 * knows neither.
 *
 *   node --import tsx scripts/score-among-strangers.ts [DATA-DIR]
 */

const strangerSet = "allsides_2016_2020.jsonl.gz";
const asked = ["newscope.jsonl", "newscluster.jsonl", "mcms_dev.jsonl"];
const [data = "../shared/data"] = process.argv.slice(2);
const { translations } = loadStoryWeights();
const sets = new Map(labelledSets.map((set) => [set as string, readLabelledSet(join(data, "clustering", set))]));

for (const set of asked) {
  const own = sets.get(set) ?? [];
  const strangers = laidOver(sets.get(strangerSet) ?? [], own);
  const others = [...sets]
    .filter(([other]) => other !== set && other !== strangerSet)
    .flatMap(([, articles]) => articles);
  const stream = new StoryStream({ background: backgroundOf(others, translations), translations });
  const inTime = [...own, ...strangers].sort((a, b) => timeOf(a) - timeOf(b));
  const online = new Map(inTime.map((one) => [one.article.id, stream.assign(one).storyId]));
  const { f1 } = bCubed(online, new Map(own.map(({ article, gold }) => [article.id, gold])));
  console.log(`${set}: ${f1.toFixed(3)} among ${strangers.length} strangers`);
}

/** The same articles with their times moved and stretched to those of others. */
function laidOver(articles: readonly LabelledArticle[], over: readonly LabelledArticle[]): LabelledArticle[] {
  const [from, to] = [timeOf(over[0]), timeOf(over.at(-1))];
  const [first, last] = [timeOf(articles[0]), timeOf(articles.at(-1))];
  return articles.map((one) => {
    const at = from + ((timeOf(one) - first) / (last - first)) * (to - from);
    return { ...one, article: { ...one.article, publishedAt: new Date(at).toISOString() } };
  });
}

function timeOf(one: LabelledArticle | undefined): number {
  return Date.parse(one?.article.publishedAt ?? "");
}
