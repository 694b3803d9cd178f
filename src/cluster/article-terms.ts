import type { Article } from "../model/article.ts";
import type { DocumentFrequencies } from "../text/document-frequencies.ts";
import { termIds } from "../text/term-ids.ts";
import { type TermVector, unitVector } from "../text/term-vector.ts";
import type { WordTranslations } from "../text/word-translations.ts";
import { clusterParameters } from "./parameters.ts";

/** Place of a term (termId) -> how much it counts in an article. */
export type TermCounts = ReadonlyMap<number, number>;

/**
 * Counts the terms of an article's title and of its first part, those of title and beginning several times: they say what happened, the rest
 * tells the background. A text in another language than English has the English terms its words may mean beside its own, so that articles
 * of all languages lie in one space.
 */
export function countTerms({ title, text, language }: Article, translations: WordTranslations): TermCounts {
  const { leadLength, readLength, titleWeight, leadWeight } = clusterParameters;
  const primary = String(language.split("-")[0]);
  const read = text.slice(0, readLength);
  const cut = read.length <= leadLength ? read.length : Math.max(1, read.lastIndexOf(" ", leadLength));
  const counts = new Map<number, number>();
  const count = (part: string, weight: number) => {
    for (const id of termIds(part, language)) add(counts, id, weight);
    if (primary === "en") return;
    for (const id of translations.of(part.toLowerCase(), primary)) add(counts, id, weight);
  };
  count(title, titleWeight);
  count(read.slice(0, cut), leadWeight);
  count(read.slice(cut), 1);
  return counts;
}

/** A vector of (1 + ln tf) · idf, as the frequencies stand now: nothing looks ahead. */
export function weighTerms(counts: TermCounts, frequencies: Pick<DocumentFrequencies, "idf">): TermVector {
  const weights = new Map<number, number>();
  for (const [id, count] of counts) weights.set(id, (1 + Math.log(count)) * frequencies.idf(id));
  return unitVector(weights);
}

function add(counts: Map<number, number>, id: number, weight: number): void {
  counts.set(id, (counts.get(id) ?? 0) + weight);
}
