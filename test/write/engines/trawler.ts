import { fileURLToPath } from "node:url";
import { findCopies } from "../../../src/cluster/origins.ts";
import { loadLearned } from "../../../src/learned.ts";
import type { Article } from "../../../src/model/article.ts";
import { unknownOutlet } from "../../../src/model/outlet.ts";
import { annotate } from "../../../src/pipeline/annotate.ts";
import type { StoryInput } from "../../../src/pipeline/compose-briefing.ts";
import { loadSamples } from "../../../src/sample-edition.ts";

const now = new Date("2026-11-20T12:00:00.000Z");

/** A story of the sample edition: seven reports of six outlets on a trawler that was seized and freed. */
export function trawlerStory(change: (article: Article) => Article = (article) => article): StoryInput {
  const { articles } = loadSamples(fileURLToPath(new URL("../../../samples", import.meta.url)), now);
  const own = articles.filter(({ story, language }) => story === "trawler-agnes-dorr" && language === "en").map(change);
  const learned = loadLearned();
  return {
    storyId: "trawler",
    articles: own,
    annotations: new Map(own.map((article) => [article.id, annotate(article, learned)])),
    copies: findCopies(own),
    outlets: unknownOutlet,
    language: "en",
    now: now.toISOString(),
  };
}
