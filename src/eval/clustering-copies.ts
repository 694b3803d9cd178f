import { findCopies, originalOf } from "../cluster/origins.ts";
import type { Article, ArticleId } from "../model/article.ts";
import { containment, shingles } from "../text/minhash.ts";
import type { EvalRow } from "./eval-table.ts";
import { randomNumbers } from "./random-numbers.ts";

/** A pair counts as a copy in fact when it shares more than this share of its runs of eight words. */
const copyShare = 0.5;
const bands = [
  { name: "0-10 % edited", from: 0, to: 0.1 },
  { name: "10-20 % edited", from: 0.1, to: 0.2 },
  { name: "20-30 % edited", from: 0.2, to: 0.3 },
] as const;

/**
 * Scores the finding of copies among real texts. Planted: every third text is printed again by an invented outlet with a share of its
 * sentences replaced by sentences of other texts, every fourth of them under a new first paragraph. Found by nature: pairs of different
 * outlets that share over half of their runs of eight words.
 */
export function scoreCopies(texts: readonly Article[]): EvalRow[] {
  const random = randomNumbers(20_261_124);
  const pool = texts.flatMap(({ text }) => sentencesOf(text).filter((sentence) => sentence.length > 40));
  const planted = texts.flatMap((article, index) => {
    if (index % 3 !== 0 || sentencesOf(article.text).length < 6) return [];
    const band = bands[(index / 3) % bands.length] ?? bands[0];
    const share = band.from + random() * (band.to - band.from);
    const sentences = sentencesOf(article.text).map((sentence) =>
      random() < share ? (pool[Math.floor(random() * pool.length)] ?? sentence) : sentence,
    );
    if (index % 12 === 0) sentences.unshift(pool[Math.floor(random() * pool.length)] ?? "");
    return [{ band, original: article.id, copy: reprint(article, sentences.join(" ")) }];
  });
  const copies = findCopies([...texts, ...planted.map(({ copy }) => copy)]);
  const rootOf = (id: ArticleId) => originalOf(id, copies);
  const rows: EvalRow[] = bands.map((band) => {
    const of = planted.filter((one) => one.band === band);
    const met = of.filter(({ copy, original }) => rootOf(copy.id) === rootOf(original)).length;
    return {
      set: "copies",
      measure: `recall, ${band.name}`,
      value: met / of.length,
      note: `${of.length} planted pairs`,
    };
  });
  const byId = new Map([...texts, ...planted.map(({ copy }) => copy)].map((article) => [article.id, article]));
  const plantedPairs = new Set(planted.map(({ copy, original }) => `${copy.id} ${original}`));
  const eight = new Map<ArticleId, ReadonlySet<number>>();
  const shareOf = (a: ArticleId, b: ArticleId) =>
    containment(eightWordRuns(a, byId, eight), eightWordRuns(b, byId, eight));
  const right = [...copies].filter(
    ([copy, original]) => plantedPairs.has(`${copy} ${original}`) || shareOf(copy, original) > copyShare,
  );
  rows.push({
    set: "copies",
    measure: "precision",
    value: right.length / Math.max(1, copies.size),
    note: `${copies.size} pairs named`,
  });
  rows.push(...copiesByNature(texts, shareOf));
  return rows;
}

function copiesByNature(texts: readonly Article[], shareOf: (a: ArticleId, b: ArticleId) => number): EvalRow[] {
  const copies = findCopies(texts);
  let [pairs, found] = [0, 0];
  for (const [at, a] of texts.entries())
    for (const b of texts.slice(at + 1)) {
      if (a.outlet === b.outlet || shareOf(a.id, b.id) <= copyShare) continue;
      pairs++;
      if (originalOf(a.id, copies) === originalOf(b.id, copies)) found++;
    }
  return [
    { set: "newscope", measure: "copies", value: copies.size, note: "articles that print an earlier one's text" },
    {
      set: "newscope",
      measure: "copy recall",
      value: pairs === 0 ? 1 : found / pairs,
      note: `${pairs} cross-outlet pairs`,
    },
  ];
}

function reprint({ id, publishedAt, language }: Article, text: string): Article {
  const at = new Date(Date.parse(publishedAt) + 3_600_000).toISOString();
  return { id: `${id}-reprint`, outlet: "The Planted Courier", title: "Reprint", text, publishedAt: at, language };
}

function eightWordRuns(
  id: ArticleId,
  byId: ReadonlyMap<ArticleId, Article>,
  made: Map<ArticleId, ReadonlySet<number>>,
): ReadonlySet<number> {
  const known = made.get(id);
  if (known) return known;
  const words =
    byId
      .get(id)
      ?.text.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.length < 8 ? new Set<number>() : shingles(words, 8);
  made.set(id, runs);
  return runs;
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”]?)\s+/);
}
