import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Citation, Voice } from "../model/claim.ts";
import { terms } from "../text/terms.ts";
import { dayOfArticle } from "./day-of.ts";
import { parameters } from "./parameters.ts";
import { citationOf, type Passage } from "./passage.ts";
import { PassageSpace } from "./passage-space.ts";
import { pickDiverse } from "./rank-passages.ts";
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
  /** Words at most. */
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
  const told = chooseSentences(
    passages.filter((passage) => dayOfArticle(passage) < today),
    words,
  );
  const left = words - told.reduce((sum, one) => sum + one.words, 0);
  const recounted = chooseSentences(
    passages.filter((passage) => dayOfArticle(passage) === today && pastness(passage) >= 1),
    left,
  );
  const claims = [...recounted, ...told].map((passage) => ({
    text: trimSentence(passage),
    voice: "attributed" as const,
    citations: [citationOf(passage)],
  }));
  return { text: claims.map(({ text }) => text).join(" "), claims };
}

/** Sentences of the first and the last days, within the words, in order of time. */
function chooseSentences(passages: readonly Passage[], words: number): Passage[] {
  const { early, late, position, centrality, repeat, perArticle } = parameters.background;
  const usable = passages.filter(({ flaw, cues, text }) => flaw === undefined && !cues.dangling.test(text));
  const days = [...new Set(usable.map(dayOfArticle))];
  const space = new PassageSpace(
    usable.map(({ text, article }) => terms(text, article.language)),
    usable.map((passage) => days.indexOf(dayOfArticle(passage))),
  );
  const central = space.centrality();
  const most = Math.max(...central, Number.EPSILON);
  const scored = usable.map((passage, i) => {
    const day = days.indexOf(dayOfArticle(passage));
    const score =
      early / (1 + day) +
      (late * (day + 1)) / days.length +
      position / (1 + passage.order) +
      (centrality * (central[i] ?? 0)) / most;
    return { passage, i, score };
  });
  const spent = (picked: readonly { passage: Passage }[]) =>
    picked.reduce((sum, { passage }) => sum + passage.words, 0);
  return pickDiverse(scored, {
    count: usable.length,
    score: ({ score }) => score,
    repeats: (a, b) => space.cosine(a.i, b.i),
    tooNear: repeat,
    accept: ({ passage }, picked) =>
      spent(picked) + passage.words <= words &&
      picked.filter((one) => one.passage.article.id === passage.article.id).length < perArticle,
  })
    .sort((a, b) => a.i - b.i)
    .map(({ passage }) => passage);
}
