import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Citation } from "../model/claim.ts";
import { terms } from "../text/terms.ts";
import { daysOf } from "./day-of.ts";
import { parameters } from "./parameters.ts";
import { citationOf, type Passage } from "./passage.ts";
import { PassageSpace } from "./passage-space.ts";
import { pointsBack } from "./points-back.ts";
import { pickDiverse } from "./rank-passages.ts";
import { readPassages } from "./read-story.ts";
import { type SubjectTest, subjectTest } from "./subject-test.ts";
import { trimSentence } from "./trim-sentence.ts";

/** What happened on one day, in sentences of the articles. */
export interface TimelineDay {
  /** ISO date. */
  readonly date: string;
  readonly sentences: readonly { readonly text: string; readonly citations: readonly Citation[] }[];
}

export interface TimelineOptions {
  /** Days at most. */
  readonly days: number;
  /** Sentences a day at most. */
  readonly sentences: number;
  /** What the timeline is about; empty for what most articles name. */
  readonly query: string;
}

/**
 * A dated timeline over articles on one subject, oldest day first. A day is chosen by how many articles speak of it in a sentence that names
 * the subject; its sentences are those nearest to all that is said of it (date-wise, after Ghalandari and Ifrim 2020, without training). No day
 * is chosen that lies more than one before the first article, since news is of yesterday, or after the last one. Pure; time is linear in the sentences.
 */
export function draftTimeline(
  articles: readonly Article[],
  annotations: ReadonlyMap<ArticleId, Annotation>,
  { days, sentences, query }: TimelineOptions,
): TimelineDay[] {
  const passages = readPassages({ articles, annotations }, parameters.timeline.perArticle);
  const ofSubject = subjectTest(passages, query);
  const published = articles.map(({ publishedAt }) => publishedAt.slice(0, 10)).sort();
  const [first = "", last = ""] = [published[0], published.at(-1)];
  return [...passagesByDay(passages)]
    .filter(([day]) => dayBefore(first) <= day && day <= last)
    .map(([day, own]) => ({ day, own, weight: articlesIn(own.filter(ofSubject)) }))
    .sort((a, b) => b.weight - a.weight || (a.day < b.day ? -1 : 1))
    .slice(0, days)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, own }) => ({
      date: day,
      sentences: sentencesOf(own, sentences, ofSubject).map((passage) => ({
        text: trimSentence(passage),
        citations: [citationOf(passage)],
      })),
    }));
}

/** Passages by the days they speak of, in order of reading. */
export function passagesByDay(passages: readonly Passage[]): Map<string, Passage[]> {
  const told = new Map<string, Passage[]>();
  for (const passage of passages) {
    for (const day of daysOf(passage)) {
      const own = told.get(day);
      if (own) own.push(passage);
      else told.set(day, [passage]);
    }
  }
  return told;
}

function dayBefore(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : new Date(at - 86_400_000).toISOString().slice(0, 10);
}

const articlesIn = (passages: readonly Passage[]) => new Set(passages.map(({ article }) => article.id)).size;

/** The sentences that say most of a day. What cannot stand alone is chosen only where nothing else is there. */
function sentencesOf(own: readonly Passage[], count: number, ofSubject: SubjectTest): Passage[] {
  const { perDay, naming, standing, brevity, briefWords, repeat } = parameters.timeline;
  const candidates = own.slice(0, perDay);
  const space = new PassageSpace(
    candidates.map(({ text, article }) => terms(text, article.language)),
    candidates.map((_, i) => i),
  );
  const centrality = space.centrality();
  const most = Math.max(...centrality, Number.EPSILON);
  const scored = candidates.map((passage, i) => ({
    passage,
    i,
    score:
      (centrality[i] ?? 0) / most +
      (ofSubject(passage) ? naming : 0) +
      (standsAlone(passage) ? standing : 0) -
      brevity * Math.max(0, passage.words - briefWords),
  }));
  return pickDiverse(scored, {
    count,
    score: ({ score }) => score,
    repeats: (a, b) => space.cosine(a.i, b.i),
    tooNear: repeat,
    accept: ({ passage }, picked) => picked.length === 0 || standsAlone(passage),
  })
    .map(({ passage }) => passage)
    .sort((a, b) => a.index - b.index);
}

function standsAlone(passage: Passage): boolean {
  return passage.flaw === undefined && !pointsBack(passage);
}
