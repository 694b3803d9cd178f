import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Citation, Voice } from "../model/claim.ts";
import { terms } from "../text/terms.ts";
import { dayOfArticle } from "./day-of.ts";
import { parameters } from "./parameters.ts";
import { citationOf, type Passage } from "./passage.ts";
import { PassageSpace } from "./passage-space.ts";
import { pickDiverse, rankPositions } from "./rank-passages.ts";
import { readPassages } from "./read-story.ts";
import { pastness } from "./tells-of-past.ts";
import { trimSentence } from "./trim-sentence.ts";

/** What came before a date, in sentences of the articles. */
export interface Background {
  readonly text: string;
  readonly claims: readonly { readonly text: string; readonly voice: Voice; readonly citations: readonly Citation[] }[];
}

export interface BackgroundOptions {
  /** ISO 8601: when the reader arrives. */
  readonly at: string;
  /** Words, to the nearest sentence. */
  readonly words: number;
}

/**
 * What a reader who arrives at a date must know of what came before: how it began and what came last, as far as the words reach, oldest first.
 * Sentences are those of articles of earlier days; where these leave room, those of the day's own articles that date the past. Pure.
 */
export function draftBackground(
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
  { at, words }: BackgroundOptions,
): Background {
  const today = at.slice(0, 10);
  const known = articles
    .filter(({ publishedAt }) => publishedAt.slice(0, 10) <= today)
    .sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
  const passages = readPassages({ articles: known, annotations }, parameters.background.read);
  const past = passages.filter((passage) => dayOfArticle(passage) < today);
  const news = passages.filter((passage) => dayOfArticle(passage) === today);
  const told = chooseSentences(past, news, words);
  const left = words - told.reduce((sum, one) => sum + one.words, 0);
  const recounted = chooseSentences(
    news.filter((passage) => pastness(passage) >= 1),
    news,
    left,
  );
  const claims = [...recounted, ...told].map((passage) => ({
    text: trimSentence(passage),
    voice: "attributed" as const,
    citations: [citationOf(passage)],
  }));
  return { text: claims.map(({ text }) => text).join(" "), claims };
}

/** Sentences of the first and the last days, and of others what lasts and what the news touches again; within the words, in order of time. */
function chooseSentences(passages: readonly Passage[], news: readonly Passage[], words: number): Passage[] {
  const { early, late, position, persistence, today, repeat, perArticle, perDay } = parameters.background;
  const usable = passages.filter(({ flaw, cues, text }) => flaw === undefined && !cues.dangling.test(text));
  const days = [...new Set(usable.map(dayOfArticle))];
  const dayOf = usable.map((passage) => days.indexOf(dayOfArticle(passage)));
  const termsOf = usable.map(({ text, article }) => terms(text, article.language));
  const lasting = rankPositions(persistenceOf(termsOf, dayOf));
  const touched = rankPositions(overlapWith(news, termsOf));
  const space = new PassageSpace(termsOf, dayOf);
  const scored = usable.map((passage, i) => {
    const day = dayOf[i] ?? 0;
    const score =
      early / (1 + day) +
      late / (days.length - day) +
      position / (1 + passage.order) +
      persistence * (lasting[i] ?? 0) +
      today * (touched[i] ?? 0);
    return { passage, i, day, score };
  });
  return pickDiverse(scored, {
    count: usable.length,
    score: ({ score }) => score,
    repeats: (a, b) => space.cosine(a.i, b.i),
    tooNear: repeat,
    accept: ({ passage, day }, picked) =>
      picked.reduce((sum, one) => sum + one.passage.words, passage.words / 2) <= words &&
      picked.filter((one) => one.passage.article.id === passage.article.id).length < perArticle &&
      picked.filter((one) => one.day === day).length < perDay,
  })
    .sort((a, b) => a.i - b.i)
    .map(({ passage }) => passage);
}

/** On how many days a sentence's terms were in the news, as the mean of the logarithms. */
function persistenceOf(termsOf: readonly (readonly string[])[], dayOf: readonly number[]): number[] {
  const days = new Map<string, Set<number>>();
  termsOf.forEach((own, i) => {
    for (const term of own) days.set(term, (days.get(term) ?? new Set()).add(dayOf[i] ?? 0));
  });
  return termsOf.map((own) => {
    const distinct = [...new Set(own)];
    return distinct.reduce((sum, term) => sum + Math.log(days.get(term)?.size ?? 1), 0) / Math.max(1, distinct.length);
  });
}

/** How many of a sentence's terms the news has, over the root of their number, so that long sentences gain little. */
function overlapWith(news: readonly Passage[], termsOf: readonly (readonly string[])[]): number[] {
  const said = new Set(news.flatMap(({ text, article }) => terms(text, article.language)));
  return termsOf.map((own) => {
    const distinct = [...new Set(own)];
    return distinct.filter((term) => said.has(term)).length / Math.sqrt(Math.max(1, distinct.length));
  });
}
