import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { articleReader } from "../cli/article-record.ts";
import type { ClusterInput } from "../cluster/story-stream.ts";
import { emptyAnnotation } from "../model/annotation.ts";
import { languageOf } from "../text/language-of.ts";

/** The sets of DATA/clustering that the background is counted from and the bar was chosen on. */
export const labelledSets = [
  "newscope.jsonl",
  "allsides_2016_2020.jsonl.gz",
  "newscluster.jsonl",
  "ecbplus_1_35.jsonl",
  "mcms_dev.jsonl",
] as const;

/** An article of a labelled set with the story it belongs to. Names, numbers and dates are not read: stories are formed without them. */
export interface LabelledArticle extends ClusterInput {
  readonly gold: string;
}

/** The articles of a labelled set in stream order. */
export function readLabelledSet(file: string): LabelledArticle[] {
  const bytes = readFileSync(file);
  const reader = articleReader(languageOf, () => {});
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const record = JSON.parse(line) as Record<string, unknown>;
      const article = reader.read(record);
      return { article, annotation: emptyAnnotation(article.id, article.language), gold: String(record.goldStoryId) };
    });
}
