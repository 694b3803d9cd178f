import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findQuotations } from "../annotate/quotation-marks.ts";
import { languageFor } from "../languages/registry.ts";
import { loadLearned } from "../learned.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import { annotate } from "../pipeline/annotate.ts";
import { splitSentences } from "../text/sentences.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { scoreGenres } from "./genre-scores.ts";
import { scoreLanguages } from "./language-scores.ts";
import { scoreLinks } from "./link-scores.ts";
import { scoreMentions } from "./mention-scores.ts";
import { scoreOwnLists } from "./own-lists.ts";
import { scoreQuotations } from "./quotation-scores.ts";
import { scoreTags } from "./tag-scores.ts";

type Read = (article: Article) => Annotation;

/** Everything a machine reads in an article, each part against its own gold: docs/reading.md says what each row means. */
export async function scoreReading(dataDir: string): Promise<EvalTable> {
  const learned = loadLearned();
  const read: Read = (article) => annotate(article, learned);
  return {
    name: "reading",
    rows: [
      ...scoreOwnLists(learned.nameTagger),
      ...falseCuts(dataDir),
      ...scoreMentions(dataDir, learned.nameTagger),
      ...scoreQuotations(dataDir, read),
      ...germanMarks(dataDir, read),
      ...scoreLinks(dataDir, learned.facts, read),
      ...scoreLanguages(dataDir),
      ...scoreGenres(dataDir),
      ...speed(dataDir, read),
      // Last: reading an article tags nothing, and the treebanks would be counted in its memory.
      ...scoreTags(dataDir),
    ],
  };
}

/** Cuts inside a gold sentence of UD English-EWT, over its paragraphs of weblogs and newsgroups. */
function falseCuts(dataDir: string): EvalRow[] {
  const file = join(dataDir, "tagging", "ewt-paras.json.gz");
  if (!existsSync(file)) return [];
  const paragraphs = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as string[][];
  let cuts = 0;
  for (const sentences of paragraphs) {
    const text = sentences.join(" ");
    const ends = new Set<number>();
    let at = 0;
    for (const sentence of sentences) {
      at += sentence.length;
      ends.add(at);
      at++;
    }
    cuts += splitSentences(text, "en").filter(({ end }) => !ends.has(end)).length;
  }
  return [
    { set: "sentences UD-EWT", measure: "minus false cuts", value: -cuts, note: `${paragraphs.length} paragraphs` },
  ];
}

/** German Wikinews has no gold here: every pair of quotation marks must come out as a quotation. */
function germanMarks(dataDir: string, read: Read): EvalRow[] {
  const file = join(dataDir, "quotes", "wikinews_de", "wikinews_de.jsonl.gz");
  if (!existsSync(file)) return [];
  let pairs = 0;
  let found = 0;
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").trimEnd().split("\n")) {
    const { text } = JSON.parse(line) as { text: string };
    const { quotes } = read({
      id: "a",
      outlet: "",
      title: "",
      text,
      publishedAt: "2010-01-01T00:00:00.000Z",
      language: "de",
    });
    const direct = quotes.filter((quote) => quote.direct);
    for (const { start, end } of findQuotations(text, languageFor("de"))) {
      pairs++;
      if (direct.some((quote) => quote.start <= start && end <= quote.end)) found++;
    }
  }
  return [
    {
      set: "quotations wikinews_de",
      measure: "marks accounted for",
      value: found / pairs,
      note: `${pairs} pairs, no text failed`,
    },
  ];
}

/** Processor time, not the clock's: other work on the machine does not count. */
function speed(dataDir: string, read: Read): EvalRow[] {
  const file = join(dataDir, "clustering", "newscope.jsonl");
  if (!existsSync(file)) return [];
  const articles = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => ({
      title: "",
      outlet: "",
      language: "en",
      ...(JSON.parse(line) as { id: string; text: string; publishedAt: string }),
    }));
  for (const article of articles.slice(0, 20)) read(article);
  const before = process.cpuUsage();
  for (const article of articles) read(article);
  const { user, system } = process.cpuUsage(before);
  const rate = articles.length / ((user + system) / 1e6);
  return [
    { set: "speed newscope", measure: "articles/s", value: rate, note: "whole annotation, seconds of one core" },
    {
      set: "speed newscope",
      measure: "MB",
      value: process.memoryUsage().rss / 1e6,
      note: "resident, the sets just scored included",
    },
  ];
}
