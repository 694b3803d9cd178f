import { join } from "node:path";
import { realStories } from "../src/eval/real-stories.ts";
import { loadLearned } from "../src/learned.ts";
import { unknownOutlet } from "../src/model/outlet.ts";
import { annotate } from "../src/pipeline/annotate.ts";
import { composeBriefing } from "../src/pipeline/compose-briefing.ts";

const articlesEach = 20;
const rounds = 12;
/** The first pages are written while the code is still being compiled. */
const warmUp = 4;

/** What it costs to write the page of a story of twenty articles that are read already: of all such stories of newscope, on one core. */
export async function benchWrite(shared: string): Promise<void> {
  const learned = loadLearned();
  const inputs = realStories(join(shared, "data"), "newscope.jsonl", 3)
    .filter(({ articles }) => articles.length === articlesEach)
    .map(({ id, articles }) => ({
      storyId: id,
      articles,
      annotations: new Map(articles.map((article) => [article.id, annotate(article, learned)])),
      copies: new Map(),
      outlets: unknownOutlet,
      language: "en",
      now: "2026-01-01T00:00:00Z",
    }));
  const costs: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const input of inputs) {
      // The processor's time: other work on the machine slows the clock.
      const before = process.cpuUsage();
      composeBriefing(input, learned);
      const { user, system } = process.cpuUsage(before);
      if (round >= warmUp) costs.push((user + system) / 1000);
    }
  costs.sort((a, b) => a - b);
  const at = (share: number) => costs[Math.floor(share * (costs.length - 1))]?.toFixed(0);
  console.log(
    `write   a page of ${articlesEach} articles in ${at(0.5)} ms of processor time, p90 ${at(0.9)} ms, over ${inputs.length} stories (bar: 60 ms)`,
  );
}
