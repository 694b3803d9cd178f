import { type Command, InvalidArgumentError } from "commander";
import { findCopies } from "../cluster/origins.ts";
import { genreOf } from "../extract/genre.ts";
import { loadLearned } from "../learned.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Briefing } from "../model/briefing.ts";
import { UserError } from "../model/errors.ts";
import { loadRegister, readEdition, registerOf } from "../outlet-editions.ts";
import { annotate } from "../pipeline/annotate.ts";
import { composeBriefing } from "../pipeline/compose-briefing.ts";
import { languageOf } from "../text/language-of.ts";
import { draftBackground } from "../write/draft-background.ts";
import { draftTimeline } from "../write/draft-timeline.ts";
import { parameters } from "../write/parameters.ts";
import { articleReader } from "./article-record.ts";
import { wholeNumber } from "./edition-options.ts";
import { parseIsoTime } from "./iso-time.ts";
import { BadRecord, openInput, readRecords, writeError, writeRecord } from "./json-lines.ts";
import { articleFields, withRecords } from "./record-help.ts";
import { addStoryClusterCommand } from "./story-cluster.ts";

/** The plain commands on the articles of stories: cluster, write, timeline, background. */
export function addPlainStoryCommands(story: Command): void {
  addStoryClusterCommand(story);
  withRecords(story.command("write"), {
    in: `${articleFields}, all of one story`,
    out: 'one briefing: {"storyId", "revision", "language", "engine", "writtenAt", "headline", "standfirst", "sections", "sources", "skipped"}',
  })
    .description("plain: write the page of one story")
    .argument("[file]", "the story's article records, one a line; standard input when absent")
    .option("--now <iso>", "the time of writing; the newest article's by default", isoTime)
    .option("--language <tag>", "the language of the page; that of most articles by default", mainLanguage)
    .option("--id <id>", "the story's id", "story")
    .action(write);
  withRecords(story.command("timeline"), {
    in: articleFields,
    out: '{"date", "sentences": [{"text", "citations"}]}, oldest first',
  })
    .description("plain: write a timeline from articles on one subject")
    .argument("[file]", "article records, one a line; standard input when absent")
    .option("--days <n>", "how many days at most", wholeNumber, 20)
    .option("--sentences <n>", "how many sentences a day", wholeNumber, parameters.timeline.perEntry)
    .option("--query <words>", "what the timeline is about", "")
    .action(timeline);
  withRecords(story.command("background"), { in: articleFields, out: '{"text", "claims"}' })
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
  if (articles.length === 0) return writeError("no-article", "There is no article to write about.");
  const input = {
    storyId: options.id,
    articles,
    annotations,
    copies: findCopies(articles),
    outlets: registerOf([], loadRegister(readEdition().register)),
    language: options.language ?? languageOfMost(articles),
    now: options.now ?? newest(articles),
  };
  try {
    await writeRecord(withGenres(composeBriefing(input, loadLearned()), articles));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await writeError("nothing-to-cite", error.message);
  }
}

/** Whoever gives a few articles wants all of them used: their genre is told to the reader, and keeps none of them from the page. */
function withGenres(briefing: Briefing, articles: readonly Article[]): Briefing {
  const genres = new Map(articles.map((article) => [article.id, genreOf(article)]));
  const sources = briefing.sources.map((source) => ({
    ...source,
    genre: genres.get(source.articleId) ?? source.genre,
  }));
  return { ...briefing, sources };
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
  if (articles.length === 0) return writeError("no-article", "There is no article to draw a background from.");
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
    const before = articles.find(({ id }) => id === article.id);
    if (before && before.text !== article.text)
      throw new BadRecord("same-id", "Another article has this id; citations could not tell the two apart.");
    if (before) return void process.stderr.write(`warning: article ${article.id} came twice; it is read once.\n`);
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

/** The language of most articles; one that is not known counts only where no other is. */
function languageOfMost(articles: readonly Article[]): string {
  const counts = new Map<string, number>();
  for (const tag of articles.map(({ language }) => String(language.split("-")[0])))
    counts.set(tag, (counts.get(tag) ?? 0) + (tag === "und" ? 0 : 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "en";
}

/** "en-GB" is "en": pages are written in languages, not in their regions. */
function mainLanguage(value: string): string {
  try {
    return String(Intl.getCanonicalLocales(value)[0]?.split("-")[0]);
  } catch {
    throw new InvalidArgumentError("It must be a language tag (BCP 47), such as en.");
  }
}

function isoTime(value: string): string {
  const time = parseIsoTime(value);
  if (time === undefined) throw new InvalidArgumentError("It must be an ISO 8601 date or time, such as 2026-11-23.");
  return time;
}
