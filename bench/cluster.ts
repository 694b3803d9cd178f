import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articleReader } from "../src/cli/article-record.ts";
import { clusterParameters } from "../src/cluster/parameters.ts";
import { type ClusterInput, StoryStream } from "../src/cluster/story-stream.ts";
import { loadLearned, loadStoryWeights } from "../src/learned.ts";
import { annotate } from "../src/pipeline/annotate.ts";
import { languageOf } from "../src/text/language-of.ts";
import { grownArticles } from "./grown-articles.ts";
import { PlainSinglePass } from "./plain-single-pass.ts";

const articles = 300_000;
/** The peer compares each article with every story: it is stopped here, and its cost at this window stands in the table. */
const peerArticles = 12_000;
const step = 10_000;

/**
 * Articles given to stories in a window of 100,000 live ones, and what one costs as the window grows; beside it a plain single pass. The script of
 * package.json limits the heap: what is live fits, and garbage is not let lie until it is a gigabyte.
 */
export async function benchCluster(shared: string): Promise<void> {
  const seeds = seedStories(join(shared, "data/clustering/newscope.jsonl"), 400);
  const stream = new StoryStream(loadStoryWeights());
  const costs: Cost[] = [];
  let times: number[] = [];
  let spent = 0;
  let peakMb = 0;
  let done = 0;
  for (const batch of inBatches(grownArticles(seeds, articles), 100)) {
    // The processor's time, collecting garbage included: other work on the machine slows the clock.
    const before = process.cpuUsage();
    for (const input of batch) {
      const began = performance.now();
      stream.assign(input);
      times.push(performance.now() - began);
    }
    const { user, system } = process.cpuUsage(before);
    spent += (user + system) / 1000;
    done += batch.length;
    if (done % step !== 0) continue;
    stream.takeChanges();
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 1e6);
    times.sort((a, b) => a - b);
    const cost = {
      window: Math.min(done, clusterParameters.liveArticles),
      mean: spent / step,
      p50: at(times, 0.5),
      p99: at(times, 0.99),
    };
    costs.push(cost);
    if (done <= clusterParameters.liveArticles || done === articles)
      console.log(
        `        ${String(cost.window).padStart(7)} live  ${cost.mean.toFixed(2)} ms of processor time  by the clock p50 ${cost.p50.toFixed(2)}  p99 ${cost.p99.toFixed(2)}  ${"#".repeat(Math.round(cost.mean * 40))}`,
      );
    times = [];
    spent = 0;
  }
  const peer = new PlainSinglePass();
  const peerTimes: number[] = [];
  for (const { article } of grownArticles(seeds, peerArticles)) {
    const began = performance.now();
    peer.assign(article);
    peerTimes.push(performance.now() - began);
  }
  const small = costs.find(({ window }) => window === 10_000);
  const full = costs.filter(({ window }) => window === clusterParameters.liveArticles);
  const fullMean = mean(full.map((cost) => cost.mean));
  const growth = fullMean / (small?.mean ?? fullMean);
  console.log(
    `cluster ${done} grown articles, ${(1000 / mean(costs.map((cost) => cost.mean))).toFixed(0)} a second of processor time (bar: 1000); at ${clusterParameters.liveArticles} live ${fullMean.toFixed(2)} ms, by the clock p50 ${mean(full.map((cost) => cost.p50)).toFixed(2)} ms, p99 ${mean(full.map((cost) => cost.p99)).toFixed(2)} ms; one costs ${growth.toFixed(2)} times that at 10,000 live (bar: 2); ${peakMb.toFixed(0)} MB (bar: 1500)`,
  );
  const peerEnd = mean(peerTimes.slice(-1000));
  console.log(
    `        a plain TF-IDF single pass: ${(1000 / mean(peerTimes)).toFixed(0)} a second over ${peerArticles}, ${peerEnd.toFixed(2)} ms an article at their end, ${(peerEnd / mean(peerTimes.slice(1000, 2000))).toFixed(1)} times that at 1,000 to 2,000`,
  );
}

/** What an article costs in a window of so many live ones, in milliseconds: in the mean of processor time, and by the clock. */
interface Cost {
  readonly window: number;
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
}

function* inBatches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
}

/** Real stories read and annotated once; grown articles carry annotations along. */
function seedStories(file: string, most: number): ClusterInput[][] {
  const reader = articleReader(languageOf, () => {});
  const learned = loadLearned();
  const stories = new Map<string, ClusterInput[]>();
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n").slice(0, most)) {
    const record = JSON.parse(line) as Record<string, unknown>;
    const article = reader.read(record);
    const story = String(record.goldStoryId);
    stories.set(story, [...(stories.get(story) ?? []), { article, annotation: annotate(article, learned) }]);
  }
  return [...stories.values()];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
