import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { articleReader } from "../src/cli/article-record.ts";
import { loadLearned } from "../src/learned.ts";
import type { Annotation } from "../src/model/annotation.ts";
import type { Article } from "../src/model/article.ts";
import { annotate } from "../src/pipeline/annotate.ts";
import { languageOf } from "../src/text/language-of.ts";

/** An article of a labelled set, read and annotated, with the story it belongs to. */
export interface LabelledArticle {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly gold: string;
}

/**
 * The articles of a labelled set in stream order.
 *
 * @param cacheDir where annotations are kept between runs: reading 5,000 articles takes minutes
 */
export function readLabelledSet(file: string, cacheDir?: string): LabelledArticle[] {
  const cache =
    cacheDir === undefined ? undefined : join(cacheDir, `${String(file.split("/").at(-1)?.split(".")[0])}.cache.jsonl`);
  if (cache !== undefined && existsSync(cache))
    return readFileSync(cache, "utf8")
      .split("\n")
      .map((line) => JSON.parse(line) as LabelledArticle);
  const bytes = readFileSync(file);
  const reader = articleReader(languageOf, () => {});
  const learned = loadLearned();
  const articles = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line): LabelledArticle => {
      const record = JSON.parse(line) as Record<string, unknown>;
      const article = reader.read(record);
      return { article, annotation: annotate(article, learned), gold: String(record.goldStoryId) };
    });
  if (cache !== undefined) writeFileSync(cache, articles.map((one) => JSON.stringify(one)).join("\n"));
  return articles;
}
