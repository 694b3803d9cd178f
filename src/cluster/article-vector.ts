import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { RunningFrequencies } from "../text/running-frequencies.ts";
import { terms } from "../text/terms.ts";
import { normalize, type SparseVector, termCounts } from "../text/vectors.ts";
import { clusterParameters } from "./parameters.ts";

/** What an article is compared by: its terms and the names in it, both of length 1. */
export interface ArticleVector {
  readonly terms: SparseVector;
  readonly names: SparseVector;
}

/** Counts of title and body terms, the title's weighing more. */
export function termsOf(article: Article): Map<string, number> {
  const counts = termCounts(terms(article.text.slice(0, clusterParameters.readLength), article.language));
  for (const term of terms(article.title, article.language))
    counts.set(term, (counts.get(term) ?? 0) + clusterParameters.titleWeight);
  return counts;
}

export function namesOf(annotation: Annotation): Map<string, number> {
  return termCounts(
    annotation.mentions
      .filter(({ start }) => start < clusterParameters.readLength)
      .map(({ name }) => `name:${name.toLowerCase()}`),
  );
}

/** (1 + ln tf) · idf, as the frequencies stand now: nothing looks ahead. */
export function weighted(counts: ReadonlyMap<string, number>, frequencies: RunningFrequencies): SparseVector {
  return normalize(new Map([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * frequencies.idf(term)])));
}
