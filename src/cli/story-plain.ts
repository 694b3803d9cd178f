import { type Command, InvalidArgumentError } from "commander";
import { findCopies } from "../cluster/origins.ts";
import { loadLearned } from "../learned.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { UserError } from "../model/errors.ts";
import { loadRegister, readEdition, registerOf } from "../outlet-editions.ts";
import { annotate } from "../pipeline/annotate.ts";
import { composeBriefing } from "../pipeline/compose-briefing.ts";
import { languageOf } from "../text/language-of.ts";
import { draftBackground } from "../write/draft-background.ts";
import { draftTimeline } from "../write/draft-timeline.ts";
import { articleReader } from "./article-record.ts";
import { openInput, readRecords, writeRecord } from "./json-lines.ts";
import { addStoryClusterCommand } from "./story-cluster.ts";

/** The plain commands on the articles of stories: cluster, write, timeline, background. */
export function addPlainStoryCommands(story: Command): void {
  addStoryClusterCommand(story);
  story
    .command("write")
    .description("plain: write the page of one story")
    .argument("[file]", "the story's article records, one a line; standard input when absent")
    .option("--now <iso>", "the time of writing; the newest article's by default", isoTime)
    .option("--language <tag>", "the language of the page; that of most articles by default")
    .option("--id <id>", "the story's id", "story")
    .action(write);
  story
    .command("timeline")
    .description("plain: write a timeline from articles on one subject")
    .argument("[file]", "article records, one a line; standard input when absent")
    .option("--days <n>", "how many days at most", wholeNumber, 20)
    .option("--sentences <n>", "how many sentences a day", wholeNumber, 2)
    .option("--query <words>", "what the timeline is about", "")
    .action(timeline);
  story
    .command("background")
    .description("plain: write what a reader who arrives at a date must know of what came before")
    .argument("[file]", "article records, one a line; standard input when absent")
    .option("--at <date>", "the date; that of the newest article by default", isoTime)
    .option("--words <n>", "how many words at most", wholeNumber, 250)
    .action(background);
}

async function write(
  file: string | undefined,
  options: { now?: string; language?: string; id: string },
): Promise<void> {
  const { articles, annotations } = await readArticles(file);
  if (articles.length === 0) throw new UserError("usage", "There is no article to write about.");
  const briefing = composeBriefing(
    {
      storyId: options.id,
      articles,
      annotations,
      copies: findCopies(articles),
      outlets: registerOf([], loadRegister(readEdition().register)),
      language: options.language ?? mostFrequent(articles.map(({ language }) => String(language.split("-")[0]))),
      now: options.now ?? newest(articles),
    },
    loadLearned(),
  );
  await writeRecord(briefing);
}

async function timeline(
  file: string | undefined,
  options: { days: number; sentences: number; query: string },
): Promise<void> {
  const { articles, annotations } = await readArticles(file);
  for (const entry of draftTimeline(articles, annotations, options)) await writeRecord(entry);
}

async function background(file: string | undefined, options: { at?: string; words: number }): Promise<void> {
  const { articles, annotations } = await readArticles(file);
  if (articles.length === 0) throw new UserError("usage", "There is no article to draw a background from.");
  await writeRecord(
    draftBackground(articles, annotations, { at: options.at ?? newest(articles), words: options.words }),
  );
}

async function readArticles(
  file: string | undefined,
): Promise<{ articles: Article[]; annotations: Map<ArticleId, Annotation> }> {
  const reader = articleReader(languageOf);
  const learned = loadLearned();
  const articles: Article[] = [];
  const annotations = new Map<ArticleId, Annotation>();
  await readRecords(await openInput(file), (record) => {
    const article = reader.read(record);
    if (annotations.has(article.id)) return;
    articles.push(article);
    annotations.set(article.id, annotate(article, learned));
  });
  return { articles, annotations };
}

function newest(articles: readonly Article[]): string {
  return (
    articles
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? new Date(0).toISOString()
  );
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "en";
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number above 0.");
  return number;
}

function isoTime(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new InvalidArgumentError("It must be an ISO 8601 date or time, such as 2026-11-23.");
  return new Date(time).toISOString();
}
