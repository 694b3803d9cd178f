import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { draftTimeline, type TimelineDay } from "../write/draft-timeline.ts";
import { parameters } from "../write/parameters.ts";
import { parseDelimited } from "./delimited.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { readDates } from "./read-dates.ts";
import { rougeN, rougeTokens } from "./rouge.ts";
import { readTarGz } from "./tar-archive.ts";

/** A person or firm with dated articles and a timeline written by journalists. */
interface Entity {
  readonly name: string;
  readonly articles: readonly Article[];
  readonly goldDates: readonly string[];
  readonly goldText: string;
}

interface Dated {
  readonly date: string;
  readonly text: string;
}

/**
 * Scores timelines of the Entities set (Ghalandari and Ifrim 2020): F1 of the dates among those within the articles' range, and among all, with as
 * many days as the gold has; ROUGE-1 of the whole text. Beside it the date-wise lead: the days with most articles, by their first sentences. The name
 * of the entity is the query.
 */
export async function scoreTimeline(dataDir: string): Promise<EvalTable> {
  const archive = join(dataDir, "timeline", "entities.tar.gz");
  if (!existsSync(archive)) return { name: "timeline", rows: [], skipped: `${archive} is absent` };
  const scores = new Map<string, Score[]>();
  const note = (system: string, score: Score) => scores.set(system, [...(scores.get(system) ?? []), score]);
  for (const entity of readEntities(archive)) {
    const annotations = readDates(entity.articles);
    note(
      "backstory",
      scoreSystem(entity, (days) => ours(entity, annotations, days, entity.name)),
    );
    note(
      "backstory without a query",
      scoreSystem(entity, (days) => ours(entity, annotations, days, "")),
    );
    note(
      "date-wise lead",
      scoreSystem(entity, (days) => dateWiseLead(entity, annotations, days)),
    );
  }
  return { name: "timeline", rows: [...scores].flatMap(([system, list]) => rowsOf(system, list)) };
}

function readEntities(archive: string): Entity[] {
  const files = new Map(readTarGz(archive).map(({ path, bytes }) => [path, bytes]));
  const text = (path: string) => Buffer.from(files.get(path) ?? new Uint8Array()).toString("utf8");
  return [...files.keys()].flatMap((path) => {
    const folder = /^(.*)\/outputwithpub\.csv$/.exec(path)?.[1];
    if (folder === undefined) return [];
    const [dates = "", goldText = ""] = parseDelimited(text(`${folder}/outputTimelines.csv`), ",")[1] ?? [];
    return {
      name: (folder.split("/").at(-1) ?? "").replaceAll("_", " "),
      articles: parseDelimited(text(path), ",").map(([date = "", body = ""], i) => ({
        id: String(i),
        outlet: "archive",
        title: "",
        text: body,
        publishedAt: `${date.slice(0, 10)}T00:00:00.000Z`,
        language: "en",
      })),
      goldDates: dates.match(/\d{4}-\d\d-\d\d/g) ?? [],
      goldText,
    };
  });
}

type Annotations = ReadonlyMap<ArticleId, Annotation>;

function ours({ articles }: Entity, annotations: Annotations, days: number, query: string): Dated[] {
  return draftTimeline(articles, annotations, { days, sentences: parameters.timeline.perEntry, query }).map(
    ({ date, sentences }: TimelineDay) => ({ date, text: sentences.map((sentence) => sentence.text).join(" ") }),
  );
}

function dateWiseLead({ articles }: Entity, annotations: Annotations, days: number): Dated[] {
  const byDay = new Map<string, Article[]>();
  for (const article of articles) {
    const day = article.publishedAt.slice(0, 10);
    byDay.set(day, [...(byDay.get(day) ?? []), article]);
  }
  return [...byDay]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, days)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([date, [first]]) => {
      const sentences = first
        ? (annotations.get(first.id)?.sentences ?? []).slice(0, parameters.timeline.perEntry)
        : [];
      return { date, text: sentences.map(({ start, end }) => first?.text.slice(start, end) ?? "").join(" ") };
    });
}

interface Score {
  readonly inside: number;
  readonly all: number;
  readonly rouge1: number;
}

function scoreSystem({ articles, goldDates, goldText }: Entity, write: (days: number) => Dated[]): Score {
  const published = articles.map(({ publishedAt }) => publishedAt.slice(0, 10)).sort();
  const [first = "", last = ""] = [published[0], published.at(-1)];
  const inRange = goldDates.filter((date) => first <= date && date <= last);
  const inside = write(inRange.length);
  const whole = goldDates.length === inRange.length ? inside : write(goldDates.length);
  return {
    inside: f1Of(inside, inRange),
    all: f1Of(whole, goldDates),
    rouge1: rougeN(rougeTokens(whole.map(({ text }) => text).join("\n")), rougeTokens(goldText), 1).f1,
  };
}

function f1Of(days: readonly Dated[], gold: readonly string[]): number {
  const right = days.filter(({ date }) => gold.includes(date)).length;
  return days.length + gold.length === 0 ? 0 : (2 * right) / (days.length + gold.length);
}

function rowsOf(system: string, scores: readonly Score[]): EvalRow[] {
  const mean = (pick: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length);
  const row = (measure: string, value: number): EvalRow => ({
    set: system,
    measure,
    value,
    note: `${scores.length} entities`,
  });
  return [
    row(
      "date F1",
      mean(({ inside }) => inside),
    ),
    row(
      "date F1, all dates",
      mean(({ all }) => all),
    ),
    row(
      "ROUGE-1",
      mean(({ rouge1 }) => rouge1),
    ),
  ];
}
