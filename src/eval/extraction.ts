import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extractPage } from "../extract/extract-page.ts";
import type { EvalTable } from "./eval-table.ts";
import { scoreReadabilityPages } from "./readability-pages.ts";
import { shingleScore } from "./shingle-score.ts";

/**
 * Scores page extraction on the public article benchmark (scrapinghub/article-extraction-benchmark): means of precision and recall
 * over counted 4-word shingles, and their F1, as its evaluate.py has them; beside ours, the systems whose outputs come with it. Then on
 * the test pages of Mozilla's Readability, for what is known of a page beside its text.
 */
export async function scoreExtraction(dataDir: string): Promise<EvalTable> {
  const folder = join(dataDir, "extraction", "article_benchmark");
  if (!existsSync(folder)) return { name: "extraction", rows: [], skipped: `${folder} is absent` };
  const truth = readBodies(join(folder, "ground-truth.json"));
  const ids = [...truth.keys()].filter((id) => existsSync(join(folder, "html", `${id}.html.gz`)));
  const ours = new Map<string, string>();
  const started = performance.now();
  for (const id of ids) {
    const result = extractPage(gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8"));
    ours.set(id, "page" in result ? result.page.text : "");
  }
  const millisecondsPerPage = (performance.now() - started) / ids.length;
  const rows = [
    ...rowsOf("backstory", ours, truth, ids),
    { set: "backstory", measure: "ms/page", value: millisecondsPerPage },
    ...readdirSync(join(folder, "output"))
      .sort()
      .flatMap((file) => rowsOf(file.replace(".json", ""), readBodies(join(folder, "output", file)), truth, ids)),
  ];
  const archive = join(dataDir, "extraction", "readability.tar.gz");
  return { name: "extraction", rows: [...rows, ...(existsSync(archive) ? scoreReadabilityPages(archive) : [])] };
}

function rowsOf(
  set: string,
  bodies: ReadonlyMap<string, string>,
  truth: ReadonlyMap<string, string>,
  ids: readonly string[],
) {
  const scores = ids.map((id) => shingleScore(bodies.get(id) ?? "", truth.get(id) ?? ""));
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  return [
    { set, measure: "F1", value: (2 * precision * recall) / (precision + recall), note: `${ids.length} pages` },
    { set, measure: "precision", value: precision },
    { set, measure: "recall", value: recall },
  ];
}

function readBodies(file: string): Map<string, string> {
  const parsed = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const bodies = (parsed.output ?? parsed) as Record<string, { articleBody?: string }>;
  return new Map(Object.entries(bodies).map(([id, one]) => [id, one.articleBody ?? ""]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
