import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { articleReader } from "../cli/article-record.ts";
import { extractPage } from "../extract/extract-page.ts";
import { genreOf } from "../extract/genre.ts";
import type { Genre } from "../model/article.ts";
import { languageOf } from "../text/language-of.ts";
import type { EvalRow } from "./eval-table.ts";

/** Lines "id <tab> genre <tab> draw" of articles read by a person; kept out of the repository beside the sets they are of. */
const judgedFile = "data/genre-judged.tsv";
/** A page of the article benchmark is "page:" and the beginning of its name. */
const pagePrefix = "page:";

/** How far a text that is called a report is one, and how many reports are called so, by each draw of articles that a person has read. */
export function scoreGenres(dataDir: string): EvalRow[] {
  if (!existsSync(judgedFile) || !existsSync(join(dataDir, "clustering"))) return [];
  const judged = readFileSync(judgedFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const given = new Map([
    ...articleGenres(dataDir),
    ...pageGenres(
      dataDir,
      judged.map(([id = ""]) => id),
    ),
  ]);
  return [...new Set(judged.map(([, , draw = ""]) => draw))].flatMap((draw) => {
    const own = judged.filter(([id = "", , of]) => of === draw && given.has(id));
    const called = own.filter(([id = ""]) => given.get(id) === "report");
    const right = called.filter(([, genre]) => genre === "report").length;
    const reports = own.filter(([, genre]) => genre === "report").length;
    const note = `${right} of ${called.length} called reports, ${own.length} articles read`;
    return [
      { set: `genre, ${draw} draw`, measure: "report precision", value: right / Math.max(1, called.length), note },
      { set: `genre, ${draw} draw`, measure: "report recall", value: right / Math.max(1, reports) },
    ];
  });
}

function* articleGenres(dataDir: string): Generator<[string, Genre]> {
  const reader = articleReader(languageOf, () => {});
  for (const file of ["newscope.jsonl", "allsides_2016_2020.jsonl.gz"]) {
    const bytes = readFileSync(join(dataDir, "clustering", file));
    const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split("\n");
    for (const line of lines) {
      const article = reader.read(JSON.parse(line) as Record<string, unknown>);
      yield [article.id, genreOf(article)];
    }
  }
}

function* pageGenres(dataDir: string, wanted: readonly string[]): Generator<[string, Genre]> {
  const folder = join(dataDir, "extraction", "article_benchmark");
  const truth = join(folder, "ground-truth.json");
  if (!existsSync(truth)) return;
  for (const [name, { url }] of Object.entries(
    JSON.parse(readFileSync(truth, "utf8")) as Record<string, { url: string }>,
  )) {
    const id = wanted.find((one) => one.startsWith(pagePrefix) && name.startsWith(one.slice(pagePrefix.length)));
    const file = join(folder, "html", `${name}.html.gz`);
    if (id === undefined || !existsSync(file)) continue;
    const result = extractPage(gunzipSync(readFileSync(file)).toString("utf8"), { url });
    if ("page" in result) yield [id, result.page.genre];
  }
}
