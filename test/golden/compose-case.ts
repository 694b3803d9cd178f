import { readFileSync } from "node:fs";
import { articleReader } from "../../src/cli/article-record.ts";
import { findCopies } from "../../src/cluster/origins.ts";
import { loadLearned } from "../../src/learned.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import { unknownOutlet } from "../../src/model/outlet.ts";
import { annotate } from "../../src/pipeline/annotate.ts";
import { composeBriefing, type StoryInput } from "../../src/pipeline/compose-briefing.ts";

/** The page of a golden case, from its articles. */
export function composeCase(name: string): Briefing {
  return composeBriefing(storyOfCase(name), loadLearned());
}

/** The articles of a golden case, read. */
export function storyOfCase(name: string): StoryInput {
  const lines = readFileSync(new URL(`${name}/articles.jsonl`, import.meta.url), "utf8").trimEnd().split("\n");
  const reader = articleReader((_text, declared) => declared ?? "en");
  const articles = lines.map((line) => reader.read(JSON.parse(line) as Record<string, unknown>));
  const learned = loadLearned();
  return {
    storyId: name,
    articles,
    annotations: new Map(articles.map((article) => [article.id, annotate(article, learned)])),
    copies: findCopies(articles),
    outlets: unknownOutlet,
    language: "en",
    now: "2026-03-10T09:00:00.000Z",
  };
}
