import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { terms } from "../text/terms.ts";
import type { Passage } from "../write/passage.ts";
import { PassageSpace } from "../write/passage-space.ts";
import { lexRankOf, pickDiverse, rankPassages } from "../write/rank-passages.ts";
import { readPassages } from "../write/read-story.ts";
import { firstWords } from "./rouge-scores.ts";

/** Plain ways to choose sentences, each with the same words to fill as what they are held against. */
export type Baseline = (passages: readonly Passage[], words: number) => string;

const everySentence = 400;

/** All sentences of the articles, in their order. */
export function allPassages(
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
): readonly Passage[] {
  return readPassages({ articles, annotations }, everySentence);
}

/** The first words of all, in the order given. */
export const lead: Baseline = (passages, words) => joined(passages, words);

/** The first sentences of each article in turn. */
export const leadInTurn: Baseline = (passages, words) =>
  joined(
    [...passages].sort((a, b) => a.order - b.order || a.index - b.index),
    words,
  );

/** LexRank (Erkan and Radev 2004) with maximal marginal relevance against repeats. */
export const lexRank: Baseline = (passages, words) =>
  ranked(passages, words, (space) => lexRankOf(passages.length, space));

/** Nearness to the centroid (Radev 2004), with the same. */
export const centroid: Baseline = (passages, words) => ranked(passages, words, (space) => space.centrality());

/** The ensemble of ranks that the engine reads stories by. */
export const ensemble: Baseline = (passages, words) =>
  ranked(passages, words, (space) => rankPassages(passages, space));

function ranked(passages: readonly Passage[], words: number, scoresOf: (space: PassageSpace) => number[]): string {
  const articles = [...new Set(passages.map(({ article }) => article.id))];
  const space = new PassageSpace(
    passages.map(({ text, article }) => terms(text, article.language)),
    passages.map(({ article }) => articles.indexOf(article.id)),
  );
  const scores = scoresOf(space);
  const most = Math.max(...scores, Number.EPSILON);
  const indexed = passages.map((passage, i) => ({ passage, i }));
  const picked = pickDiverse(indexed, {
    count: Math.min(passages.length, words),
    score: ({ i }) => (scores[i] ?? 0) / most,
    repeats: (a, b) => space.cosine(a.i, b.i),
    tooNear: 2,
    accept: (_, before) => before.reduce((sum, one) => sum + one.passage.words, 0) < words,
  });
  return joined(
    picked.map(({ passage }) => passage),
    words,
  );
}

function joined(passages: readonly Passage[], words: number): string {
  return firstWords(
    passages
      .slice(0, words)
      .map(({ text }) => text)
      .join(" "),
    words,
  );
}
