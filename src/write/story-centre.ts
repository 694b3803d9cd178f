import type { Article } from "../model/article.ts";
import { terms } from "../text/terms.ts";
import { cuesFor } from "./cues/cues.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";

type Vector = ReadonlyMap<string, number>;

interface Read {
  readonly article: Article;
  readonly language: string;
  readonly vector: Vector;
}

/**
 * The passages that are not about the story: all of an article that does not belong here, and those of a round-up or a live page that tell
 * of something else. The centre of a story is the article nearest to all others; an article is held to be aside where it is less than a third
 * as near to it as the nearer ones are. Articles in another language than the centre's cannot be compared and are kept.
 *
 * @param termsOf the terms of each passage
 * @returns indexes of passages
 */
export function passagesAside(
  articles: readonly Article[],
  passages: readonly Passage[],
  termsOf: readonly (readonly string[])[],
): Set<number> {
  const telling = termsOf.map((own, index) => tellingOf(own, passages[index]));
  const read = articles.map((article) => readArticle(article, passages, telling));
  const aside = new Set<number>();
  const centre = centreOf(read);
  if (!centre) return aside;
  const { ofRoundup, ofReport } = parameters.centre;
  const least = new Map(
    read.map(({ article }) => {
      const mixed = article.genre === "roundup" || article.genre === "live";
      return [article.id, centre.aside.has(article.id) ? Number.POSITIVE_INFINITY : mixed ? ofRoundup : ofReport];
    }),
  );
  for (const { article, index } of passages) {
    if (primary(article.language) !== centre.language) continue;
    if (nearness(telling[index] ?? [], centre.vector) < (least.get(article.id) ?? 0)) aside.add(index);
  }
  return aside;
}

interface Centre {
  readonly vector: Vector;
  readonly language: string;
  readonly aside: ReadonlySet<string>;
}

/** Undefined where there are too few articles for one of them to be the odd one out. */
function centreOf(read: readonly Read[]): Centre | undefined {
  const language = mostCommon(read.map((one) => one.language));
  const own = read.filter((one) => one.language === language);
  if (own.length < parameters.centre.leastArticles) return undefined;
  const totals = own.map((one) => own.reduce((sum, other) => sum + cosine(one.vector, other.vector), 0));
  const medoid = own[totals.indexOf(Math.max(...totals))];
  if (!medoid) return undefined;
  const near = own.filter((one) => one !== medoid).map((one) => cosine(one.vector, medoid.vector));
  const usual = near.sort((a, b) => b - a)[Math.floor(near.length / 4)] ?? 1;
  const belongs = (one: Read) =>
    one === medoid || cosine(one.vector, medoid.vector) >= parameters.centre.asideBelow * usual;
  const members = own.filter(belongs);
  return {
    language,
    vector: sumOf(members.map(({ vector }) => vector)),
    aside: new Set(own.filter((one) => !members.includes(one)).map(({ article }) => article.id)),
  };
}

function readArticle(article: Article, passages: readonly Passage[], telling: readonly (readonly string[])[]): Read {
  const counts = new Map<string, number>();
  const add = (words: readonly string[], weight: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const general = cuesFor(article.language).general;
  add(
    terms(article.title, article.language).filter((word) => !general.has(word)),
    2,
  );
  for (const { article: own, index, start } of passages)
    if (own.id === article.id && start < parameters.centre.readCharacters) add(telling[index] ?? [], 1);
  const vector = new Map([...counts].map(([word, count]) => [word, 1 + Math.log(count)]));
  return { article, language: primary(article.language), vector: unit(vector) };
}

/** The terms that may tell one story from another: no numbers, no words of all news. */
function tellingOf(own: readonly string[], passage: Passage | undefined): string[] {
  const general = passage?.cues.general;
  return [...new Set(own)].filter((word) => !/^\d/.test(word) && general?.has(word) !== true);
}

function nearness(words: readonly string[], centre: Vector): number {
  return words.reduce((sum, word) => sum + (centre.get(word) ?? 0), 0) / Math.sqrt(words.length || 1);
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  return unit(sum);
}

function unit(vector: Vector): Vector {
  const norm = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / norm]));
}

function mostCommon(languages: readonly string[]): string {
  const count = (language: string) => languages.filter((one) => one === language).length;
  return languages.reduce((best, one) => (count(one) > count(best) ? one : best), languages[0] ?? "und");
}

const primary = (tag: string) => tag.split("-")[0]?.toLowerCase() ?? "und";
