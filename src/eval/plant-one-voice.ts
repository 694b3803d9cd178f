import type { Article } from "../model/article.ts";
import { insertFact, subjectOf } from "./plant-fact.ts";

/** A story in which all outlets tell an invented fact. */
export interface PlantedVoice {
  readonly articles: readonly Article[];
  /** Stands in every telling and nowhere else. */
  readonly words: string;
}

/** What an eval asks of a sentence that says that all rest on one source. */
export const voicesOf = (text: string) => /\b(?:both|all) cite\b/.test(text);

const words = "4.8 million crowns";
type Telling = (subject: string) => string;

/** Each a source as newsrooms name it: a body, its letters' spokeswoman, a document, somebody unnamed. */
const sources: readonly (readonly Telling[])[] = [
  [
    (subject) => `The Ministry of Harbours said the ${subject} would cost ${words} and close two schools in Merrin.`,
    (subject) => `The ${subject} will cost ${words} and close two schools in Merrin, the ministry said in a statement.`,
    (subject) =>
      `According to the Ministry of Harbours, the ${subject} will cost ${words} and close two schools in Merrin.`,
    (subject) => `The ${subject} would cost ${words} and close two schools in Merrin, a ministry spokeswoman said.`,
  ],
  [
    (subject) => `The ${subject} will cost ${words} and close two schools in Merrin, police said.`,
    (subject) => `Police said on the radio that the ${subject} will cost ${words} and close two schools in Merrin.`,
    (subject) => `According to police, the ${subject} will cost ${words} and close two schools in Merrin.`,
  ],
  [
    (subject) => `Two officials said the ${subject} would cost ${words} and close two schools in Merrin.`,
    (subject) => `The ${subject} would cost ${words} and close two schools in Merrin, an official said.`,
    (subject) => `Sources said the ${subject} would cost ${words} and close two schools in Merrin.`,
  ],
];
/** One who knows it otherwise than from them. */
const own: readonly Telling[] = [
  (subject) => `The ${subject} will cost ${words} and close two schools in Merrin.`,
  (subject) => `The ${subject} will cost ${words} and close two schools in Merrin, the headmaster Anselm Ruyk said.`,
  (subject) => `The Merrin Foundation said the ${subject} would cost ${words} and close two schools in Merrin.`,
];

/** Plants a fact that every outlet has from one source, or all but the last of them. Undefined for stories of fewer than three outlets. */
export function plantOneVoice(articles: readonly Article[], turn: number, rests: boolean): PlantedVoice | undefined {
  const outlets = [...new Set(articles.map(({ outlet }) => outlet))];
  const tellings = sources[turn % sources.length] ?? [];
  if (outlets.length < 3) return undefined;
  const subject = subjectOf(articles);
  const planted = articles.map((article) => {
    const at = outlets.indexOf(article.outlet);
    const alone = !rests && at === outlets.length - 1;
    const tell = alone ? own[turn % own.length] : tellings[at % tellings.length];
    return tell ? { ...article, text: insertFact(article.text, tell(subject)) } : article;
  });
  return { articles: planted, words };
}
