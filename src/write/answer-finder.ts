import { terms } from "../text/terms.ts";
import type { Passage } from "./passage.ts";

/** What a reader asks of any report. */
export const askedOfReports = ["who", "what", "when", "where", "why", "how"] as const;
export type AskedOfReport = (typeof askedOfReports)[number];

/*
 * The weights were chosen on Giveme5W1H (Hamborg et al. 2019), one for all six questions where they allow it; chosen on three quarters of its articles they
 * do one to nine points worse on the rest (docs/writing.md).
 */
const weights = {
  /** A sentence this far down gives way to one a sentence higher, all else alike: a report puts who, what and where first. */
  stepDown: 0.1,
  /** A longer sentence answers more, up to so many words. */
  aWord: 0.02,
  mostWords: 40,
  /** What the title says is what happened; why it happened is seldom in it. */
  title: 2.5,
  /** What the report says again and again is what it is about. */
  central: 1,
  flawed: 0.3,
  date: 1.5,
  day: 2.5,
  recentDay: 0.5,
  place: 1,
  cause: 1.2,
};
const centralTerms = 15;
const recentMs = 3 * 86_400_000;
const place = /\b(?:in|at|near|off|outside|from|of|im|bei|aus|à|en|de)\s+(?:the\s+)?\p{Lu}/u;

/** The sentence of one report that best answers a question; undefined where no sentence can stand. */
export function findAnswer(asked: AskedOfReport, passages: readonly Passage[]): Passage | undefined {
  return rankAnswers(asked, passages)[0];
}

/**
 * Sentences by how well they answer a question, best first: by their place, by how much of the title and of the report's most frequent words they have,
 * and by what the question asks for: a date, a place, a cause. Boilerplate and headings are left out.
 */
export function rankAnswers(asked: AskedOfReport, passages: readonly Passage[]): Passage[] {
  const told = passages.filter(({ flaw }) => flaw !== "boilerplate" && flaw !== "heading");
  const words = new Map(told.map((passage) => [passage, new Set(terms(passage.text, passage.article.language))]));
  const central = mostFrequent([...words.values()]);
  const all = [...central.values()].reduce((sum, count) => sum + count, 0);
  const articles = new Set(told.map(({ article }) => article));
  const titles = new Map([...articles].map((one) => [one, new Set(terms(one.title, one.language))]));
  const scores = new Map<Passage, number>();
  for (const [passage, own] of words) {
    const title = titles.get(passage.article) ?? new Set<string>();
    const said = [...central].reduce((sum, [term, count]) => sum + (own.has(term) ? count : 0), 0);
    const inTitle = [...title].filter((term) => own.has(term)).length;
    scores.set(
      passage,
      weights.aWord * Math.min(weights.mostWords, passage.words) -
        weights.stepDown * passage.order -
        (passage.flaw === undefined ? 0 : weights.flawed) +
        (weights.central * said) / Math.max(1, all) +
        (asked === "why" ? 0 : (weights.title * inTitle) / Math.max(1, title.size)) +
        fits(asked, passage),
    );
  }
  return told.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** The terms most sentences have, with how many; of equals those that come first. */
function mostFrequent(sentences: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const term of sentence) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a).slice(0, centralTerms));
}

function fits(asked: AskedOfReport, { text, names, agents, dates, cues, article }: Passage): number {
  switch (asked) {
    case "when": {
      const days = dates.filter(({ grain }) => grain === "day" || grain === "minute");
      const printed = Date.parse(article.publishedAt);
      const recent = days.some(({ value }) => Math.abs(Date.parse(value.slice(0, 10)) - printed) < recentMs);
      return (
        (dates.length > 0 ? weights.date : 0) + (days.length > 0 ? weights.day : 0) + (recent ? weights.recentDay : 0)
      );
    }
    case "where":
      return weights.place * ((place.test(text) ? 1 : 0) + Math.min(2, names.length - agents.length));
    case "why":
      return cues.analysis.cause.test(text) ? weights.cause : 0;
    default:
      return 0;
  }
}
