import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { articleReader } from "../cli/article-record.ts";
import { StoryStream } from "../cluster/story-stream.ts";
import { loadLearned } from "../learned.ts";
import { annotate } from "../pipeline/annotate.ts";
import { languageOf } from "../text/language-of.ts";
import { bCubed } from "./bcubed.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";

/** Sets whose texts are headlines without stop words, or whose stories cross languages, are scored by later measures. */
const sets = [
  "newscope.jsonl",
  "allsides_2016_2020.jsonl.gz",
  "newscluster.jsonl",
  "ecbplus_1_35.jsonl",
  "mcms_dev.jsonl",
];

/** Scores same-story detection in stream order on the public sets: B-cubed at arrival and after all merges, with one setting for all. */
export async function scoreClustering(dataDir: string): Promise<EvalTable> {
  const folder = join(dataDir, "clustering");
  if (!existsSync(folder)) return { name: "clustering", rows: [], skipped: `${folder} is absent` };
  const present = new Set(readdirSync(folder));
  const rows: EvalRow[] = [];
  for (const file of sets.filter((name) => present.has(name)))
    rows.push(...scoreSet(join(folder, file), file.split(".")[0] ?? file));
  return { name: "clustering", rows };
}

function scoreSet(file: string, set: string): EvalRow[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const records = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const learned = loadLearned();
  const reader = articleReader(languageOf, () => {});
  const streams = new Map<string, StoryStream>();
  const gold = new Map<string, string>();
  const online = new Map<string, string>();
  let milliseconds = 0;
  for (const record of records) {
    const article = reader.read(record);
    const annotation = annotate(article, learned);
    const started = performance.now();
    const language = String(article.language.split("-")[0]);
    const stream = streams.get(language) ?? new StoryStream();
    streams.set(language, stream);
    online.set(article.id, stream.assign({ article, annotation }).storyId);
    milliseconds += performance.now() - started;
    if (typeof record.goldStoryId === "string") gold.set(article.id, record.goldStoryId);
  }
  const final = new Map(
    [...streams.values()].flatMap((stream) =>
      stream.finalAssignments().map(({ articleId, storyId }) => [articleId, storyId] as const),
    ),
  );
  const atArrival = bCubed(online, gold);
  const atEnd = bCubed(final, gold);
  return [
    { set, measure: "B3 F1", value: atArrival.f1, note: `${gold.size} articles, at arrival` },
    { set, measure: "B3 precision", value: atArrival.precision },
    { set, measure: "B3 recall", value: atArrival.recall },
    { set, measure: "B3 F1 final", value: atEnd.f1, note: "after all merges" },
    { set, measure: "articles/s", value: (records.length / milliseconds) * 1000, note: "assignment alone, one core" },
  ];
}
