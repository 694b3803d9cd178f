import { join } from "node:path";
import { clusterParameters } from "../src/cluster/parameters.ts";
import { StoryStream } from "../src/cluster/story-stream.ts";
import { bCubed } from "../src/eval/bcubed.ts";
import { type LabelledArticle, labelledSets, readLabelledSet } from "../src/eval/clustering-sets.ts";
import { pairwise } from "../src/eval/pairwise.ts";
import { loadStoryWeights } from "../src/learned.ts";
import { backgroundOf } from "./labelled-background.ts";

/*
 * Prints the left-out figures of docs/same-story.md: each labelled set is streamed with the background of the others, at several bars for
 * joining; for each set stands what it gets with the bar that is best for the mean of the other four.
 *
 *   node --import tsx scripts/score-left-out.ts [DATA-DIR]
 */

const bars = [0.1, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18];
const [data = "../shared/data"] = process.argv.slice(2);
const { translations } = loadStoryWeights();
const sets = new Map(labelledSets.map((set) => [set, readLabelledSet(join(data, "clustering", set))]));

interface Scores {
  readonly arrival: number;
  readonly final: number;
  readonly pairs: number;
}

const scores = new Map<string, Scores[]>();
for (const [set, articles] of sets) {
  const others = labelledSets.filter((other) => other !== set).flatMap((other) => sets.get(other) ?? []);
  const background = backgroundOf(others, translations);
  scores.set(
    set,
    bars.map((bar) => score(articles, new StoryStream({ background, translations }, bar))),
  );
  console.log(`${set}: ${bars.map((bar, at) => `${bar} ${round(scores.get(set)?.[at]?.arrival)}`).join("  ")}`);
}
for (const measure of ["arrival", "final", "pairs"] as const) {
  const chosen = labelledSets.map((set) => scores.get(set)?.[bestBar((other) => other !== set)]?.[measure] ?? 0);
  const fixed = labelledSets.map((set) => scores.get(set)?.[bars.indexOf(clusterParameters.joinAt)]?.[measure] ?? 0);
  console.log(`${measure}, bar of the other four: ${chosen.map(round).join(" ")}, mean ${round(mean(chosen))}`);
  console.log(`${measure}, bar ${clusterParameters.joinAt}: ${fixed.map(round).join(" ")}, mean ${round(mean(fixed))}`);
}

function score(articles: readonly LabelledArticle[], stream: StoryStream): Scores {
  const gold = new Map(articles.map(({ article, gold: story }) => [article.id, story]));
  const online = new Map(articles.map((one) => [one.article.id, stream.assign(one).storyId]));
  stream.lookAgain();
  const final = new Map(stream.finalAssignments().map(({ articleId, storyId }) => [articleId, storyId]));
  return { arrival: bCubed(online, gold).f1, final: bCubed(final, gold).f1, pairs: pairwise(online, gold).f1 };
}

/** The place of the bar that, with its two neighbours, has the best mean at arrival over some of the sets: one bar alone is a matter of luck. */
function bestBar(isAsked: (set: string) => boolean): number {
  const means = bars.map((_, at) =>
    mean([...scores].filter(([set]) => isAsked(set)).map(([, of]) => of[at]?.arrival ?? 0)),
  );
  const smooth = means.map((_, at) => (at === 0 || at === means.length - 1 ? 0 : mean(means.slice(at - 1, at + 2))));
  return smooth.indexOf(Math.max(...smooth));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value = 0): string {
  return value.toFixed(3);
}
