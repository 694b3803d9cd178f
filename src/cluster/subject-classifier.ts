import { gunzipSync } from "node:zlib";
import type { Article } from "../model/article.ts";
import { type Subject, subjects } from "../model/edition.ts";
import { termIds } from "../text/term-ids.ts";

/** The subjects there are to tell; "other" is what is said where none is told. */
export const toldSubjects = subjects.filter((subject) => subject !== "other");

/** Title and first part, in UTF-16 units: 1,500 gave .802, 4,000 .810 of articles right. */
const readLength = 4000;
/** Words are not independent, as naive Bayes takes them to be: log likelihoods count this much. At .2, .1, .05 macro F1 is .695, .696, .698. */
const temper = 0.05;
/** An article with fewer known terms says too little. */
const leastTerms = 8;

/**
 * Multinomial naive Bayes over the terms of an article (McCallum & Nigam 1998), learned by scripts/train-subjects.ts.
 * `logs[place * toldSubjects.length + subject]` is the log likelihood of the term `ids[place]` under a subject, less its mean over subjects.
 */
export interface SubjectWeights {
  /** BCP 47 primary tag of the only language it knows. */
  readonly language: string;
  readonly ids: readonly number[];
  readonly logs: ArrayLike<number>;
}

/** How an article's terms share out over the subjects, 1 in all; nothing in a language it does not know, or where too little is said. */
export type SubjectClassifier = (article: Article) => readonly [Subject, number][];

/** Term (termId) -> 1 + ln of how often it stands in title (twice) and first part. */
export function subjectTerms({ title, text, language }: Article): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of termIds(`${title}\n${title}\n${text.slice(0, readLength)}`, language).ids)
    counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) counts.set(id, 1 + Math.log(count));
  return counts;
}

/** Shares of the subjects by log likelihood, tempered; the a priori share of each is alike, since an edition's mix is not that of the training. */
export function subjectShares(
  terms: ReadonlyMap<number, number>,
  places: ReadonlyMap<number, number>,
  logs: ArrayLike<number>,
  temper: number,
): number[] {
  const width = toldSubjects.length;
  const sums = new Array<number>(width).fill(0);
  for (const [id, count] of terms) {
    const place = places.get(id);
    if (place === undefined) continue;
    for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + count * (logs[place * width + k] ?? 0);
  }
  const most = Math.max(...sums);
  const likelihoods = sums.map((sum) => Math.exp((sum - most) * temper));
  const all = likelihoods.reduce((a, b) => a + b, 0);
  return likelihoods.map((one) => one / all);
}

export function subjectClassifier({ language, ids, logs }: SubjectWeights): SubjectClassifier {
  const places = new Map(ids.map((id, place) => [id, place]));
  return (article) => {
    if (article.language.split("-")[0] !== language) return [];
    const terms = subjectTerms(article);
    let known = 0;
    for (const id of terms.keys()) if (places.has(id)) known++;
    if (known < leastTerms) return [];
    const shares = subjectShares(terms, places, logs, temper);
    return toldSubjects.map((subject, k) => [subject, shares[k] ?? 0]);
  };
}

/** Steps of the saved likelihoods: a sixteenth of a natural logarithm changes no decision that is not a toss-up. */
const steps = 16;

interface PackedSubjects {
  readonly language: string;
  /** As differences, so that the file is small. */
  readonly ids: readonly number[];
  readonly logs: readonly number[];
}

/** The bytes of weights/subjects.json.gz before they are compressed. */
export function packSubjects({ language, ids, logs }: SubjectWeights): string {
  const packed: PackedSubjects = {
    language,
    ids: ids.map((id, place) => id - (ids[place - 1] ?? 0)),
    logs: Array.from(logs, (log) => Math.round(log * steps)),
  };
  return JSON.stringify(packed);
}

/** Reads what scripts/train-subjects.ts wrote. Throws where the bytes are no such file. */
export function loadSubjectWeights(bytes: Uint8Array): SubjectWeights {
  const { language, ids, logs } = JSON.parse(gunzipSync(bytes).toString("utf8")) as PackedSubjects;
  let id = 0;
  return {
    language,
    ids: ids.map((step) => {
      id += step;
      return id;
    }),
    logs: Float32Array.from(logs, (log) => log / steps),
  };
}
