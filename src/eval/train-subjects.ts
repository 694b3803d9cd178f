import { type SubjectWeights, subjectShares, subjectTerms, toldSubjects } from "../cluster/subject-classifier.ts";
import { urlSubject, wordShares } from "../cluster/subject-of.ts";
import { subjectWords } from "../cluster/subject-words.ts";
import type { Article } from "../model/article.ts";
import type { Subject } from "../model/edition.ts";
import { termIds } from "../text/term-ids.ts";

/** An article to learn from. */
export interface SubjectExample {
  readonly terms: ReadonlyMap<number, number>;
  /** The section its address names. */
  readonly filed: Subject | undefined;
  /** The shares of the subjects by our lists of words, in the order of `toldSubjects`. */
  readonly listed: readonly number[];
}

export function subjectExample(article: Article): SubjectExample {
  const listed = new Map(wordShares(article));
  return {
    terms: subjectTerms(article),
    filed: article.url === undefined ? undefined : urlSubject(article.url),
    listed: toldSubjects.map((subject) => listed.get(subject) ?? 0),
  };
}

/** Chosen by the cross-validation of `npm run eval -- subjects`; docs/same-story.md has what was tried. */
const settings = {
  /** A term has to stand in so many articles, and in no more than this share of them. */
  leastArticles: 4,
  mostShare: 0.3,
  /** Added to each count (Lidstone). */
  smoothing: 0.1,
  /** A word of our lists counts as seen so often in its subject before any article is read. */
  seed: 5,
  /** What an article without a section counts beside one with (Nigam et al. 2000, lambda). */
  unlabelled: 0.02,
  rounds: 5,
  /** What log likelihoods count in beliefs about unlabelled articles. */
  temper: 0.2,
} as const;

/**
 * Learns a multinomial naive Bayes from articles whose address names a section, from lists of words as seeds, and by expectation
 * maximization from the rest, which begin with what the lists say of them (Nigam, McCallum, Thrun & Mitchell 2000; McCallum & Nigam 1999).
 */
export function trainSubjects(examples: readonly SubjectExample[], language: string): SubjectWeights {
  const ids = vocabularyOf(examples);
  const places = new Map(ids.map((id, place) => [id, place]));
  const seeds = seedCounts(places, language);
  let beliefs = examples.map(({ filed, listed }) =>
    filed === undefined ? listed : toldSubjects.map((subject) => Number(subject === filed)),
  );
  let logs = likelihoods(examples, beliefs, places, seeds);
  for (let round = 0; round < settings.rounds; round++) {
    beliefs = examples.map(({ filed, terms }, i) =>
      filed === undefined ? subjectShares(terms, places, logs, settings.temper) : (beliefs[i] ?? []),
    );
    logs = likelihoods(examples, beliefs, places, seeds);
  }
  return { language, ids, logs };
}

function vocabularyOf(examples: readonly SubjectExample[]): number[] {
  const articles = new Map<number, number>();
  for (const { terms } of examples) for (const id of terms.keys()) articles.set(id, (articles.get(id) ?? 0) + 1);
  const { leastArticles, mostShare } = settings;
  return [...articles]
    .filter(([, count]) => count >= leastArticles && count <= mostShare * examples.length)
    .map(([id]) => id)
    .sort((a, b) => a - b);
}

function seedCounts(places: ReadonlyMap<number, number>, language: string): Float64Array {
  const width = toldSubjects.length;
  const counts = new Float64Array(places.size * width).fill(settings.smoothing);
  for (const [k, subject] of toldSubjects.entries())
    for (const id of new Set(termIds(subjectWords[language]?.[subject] ?? "", language).ids)) {
      const place = places.get(id);
      if (place !== undefined) counts[place * width + k] = settings.smoothing + settings.seed;
    }
  return counts;
}

/** Log likelihoods of the terms under each subject, less the mean over subjects: what is common to all tells none. */
function likelihoods(
  examples: readonly SubjectExample[],
  beliefs: readonly (readonly number[])[],
  places: ReadonlyMap<number, number>,
  seeds: Float64Array,
): Float64Array {
  const width = toldSubjects.length;
  const counts = seeds.slice();
  for (const [i, { terms, filed }] of examples.entries()) {
    const weight = filed === undefined ? settings.unlabelled : 1;
    for (const [id, count] of terms) {
      const place = places.get(id);
      if (place === undefined) continue;
      for (let k = 0; k < width; k++)
        counts[place * width + k] = (counts[place * width + k] ?? 0) + weight * count * (beliefs[i]?.[k] ?? 0);
    }
  }
  const totals = new Array<number>(width).fill(0);
  for (const [at, count] of counts.entries()) totals[at % width] = (totals[at % width] ?? 0) + count;
  const logs = counts.map((count, at) => Math.log(count / (totals[at % width] ?? 1)));
  for (let at = 0; at < logs.length; at += width) {
    const mean = logs.subarray(at, at + width).reduce((sum, log) => sum + log, 0) / width;
    for (let k = 0; k < width; k++) logs[at + k] = (logs[at + k] ?? 0) - mean;
  }
  return logs;
}
