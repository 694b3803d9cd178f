import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { articleReader } from "../cli/article-record.ts";
import type { Article } from "../model/article.ts";
import { languageOf } from "../text/language-of.ts";

/** A story as people grouped it. */
export interface RealStory {
  readonly id: string;
  readonly articles: readonly Article[];
}

/** The labelled stories of a set with at least so many outlets, in the file's order; none where the file is absent. English only. */
export function realStories(dataDir: string, file: string, leastOutlets: number, mostArticles = 20): RealStory[] {
  const path = join(dataDir, "clustering", file);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split("\n");
  const reader = articleReader(languageOf, () => {});
  const stories = new Map<string, Article[]>();
  for (const line of lines) {
    const record = JSON.parse(line) as Record<string, unknown>;
    const article = reader.read(record);
    if (typeof record.goldStoryId !== "string" || !article.language.startsWith("en")) continue;
    stories.set(record.goldStoryId, [...(stories.get(record.goldStoryId) ?? []), article]);
  }
  return [...stories]
    .map(([id, articles]) => ({ id, articles: articles.slice(0, mostArticles) }))
    .filter(({ articles }) => new Set(articles.map(({ outlet }) => outlet)).size >= leastOutlets);
}
