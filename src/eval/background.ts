import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { draftBackground } from "../write/draft-background.ts";
import { parseDelimited } from "./delimited.ts";
import type { EvalRow, EvalTable } from "./eval-table.ts";
import { readDates } from "./read-dates.ts";
import { firstWords, meanRouge, type RougeScores, rougeRows, rougeScores } from "./rouge-scores.ts";
import { allPassages, lead, lexRank } from "./summary-baselines.ts";

/** One dated step of an event as one annotator wrote it. */
interface Step {
  readonly date: string;
  readonly update: string;
  readonly background: string;
}

/** An event to be told: whose updates are read, and whose backgrounds are the references. */
interface Telling {
  readonly read: readonly (readonly Step[])[];
  readonly gold: readonly (readonly Step[])[];
}

interface Reading {
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly at: string;
  readonly words: number;
}

/**
 * Scores the background of each step of each event against those of three annotators, every system cut to their mean length. Read twice: from the
 * updates of all three, as three outlets tell one story, and from the updates of one. Mean over events, since they differ in length.
 */
export async function scoreBackground(dataDir: string): Promise<EvalTable> {
  const folder = join(dataDir, "background");
  if (!existsSync(folder)) return { name: "background", rows: [], skipped: `${folder} is absent` };
  const events = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [1, 2, 3].map((annotator) => readSteps(join(folder, name, `annotator${annotator}.tsv`))));
  return {
    name: "background",
    rows: [
      ...scoreTellings(
        "three outlets",
        events.map((gold) => ({ read: gold, gold })),
      ),
      ...scoreTellings(
        "one outlet",
        events.flatMap((gold) => gold.map((one) => ({ read: [one], gold }))),
      ),
    ],
  };
}

function readSteps(file: string): Step[] {
  return parseDelimited(readFileSync(file, "utf8"), "\t")
    .slice(1)
    .map(([date = "", update = "", background = ""]) => ({
      date: date.slice(1, 11),
      update: update.replaceAll("\\n", "\n"),
      background: background.replaceAll("\\n", "\n").trim(),
    }));
}

const systems: Readonly<Record<string, (reading: Reading) => string>> = {
  backstory: ({ articles, annotations, at, words }) => draftBackground(articles, annotations, { at, words }).text,
  "lead of all past": (reading) => lead(pastPassages(reading), reading.words),
  LexRank: (reading) => lexRank(pastPassages(reading), reading.words),
};

function pastPassages({ articles, annotations, at }: Reading) {
  return allPassages(
    articles.filter(({ publishedAt }) => publishedAt < at),
    annotations,
  );
}

function scoreTellings(set: string, tellings: readonly Telling[]): EvalRow[] {
  const byTelling = tellings.map(scoreTelling);
  return Object.keys(systems).flatMap((system) =>
    rougeRows(
      set,
      system,
      meanRouge(byTelling.map((scores) => meanRouge(scores.get(system) ?? []))),
      `${tellings.length} tellings of ${new Set(tellings.map(({ gold }) => gold)).size} events`,
    ),
  );
}

function scoreTelling({ read, gold }: Telling): Map<string, RougeScores[]> {
  const scores = new Map<string, RougeScores[]>(Object.keys(systems).map((system) => [system, []]));
  const { articles, annotations } = toArticles(read);
  (gold[0] ?? []).forEach(({ date }, step) => {
    const references = gold.flatMap((steps) => steps[step]?.background || []);
    if (step === 0 || references.length === 0) return;
    const words = Math.round(references.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / references.length);
    const at = `${date}T00:00:00.000Z`;
    for (const [system, write] of Object.entries(systems))
      scores.get(system)?.push(rougeScores(firstWords(write({ articles, annotations, at, words }), words), references));
  });
  return scores;
}

function toArticles(read: readonly (readonly Step[])[]): Pick<Reading, "articles" | "annotations"> {
  const articles = read.flatMap((steps, annotator) =>
    steps.map(
      ({ date, update }, step): Article => ({
        id: `${annotator}-${step}`,
        outlet: `Annotator ${annotator + 1}`,
        title: "",
        text: update,
        publishedAt: `${date}T00:00:00.000Z`,
        language: "en",
      }),
    ),
  );
  return { articles, annotations: readDates(articles) };
}
