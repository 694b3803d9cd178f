import { termSpace } from "../text/term-vector.ts";
import { vectorFields } from "./article-vector.ts";
import type { LiveArticle } from "./live-article.ts";
import { clusterParameters } from "./parameters.ts";
import { canCompare, meaningLikeness } from "./text-meaning.ts";

const dayMs = 86_400_000;

/** How alike one article is to others. Its vector is laid out flat, so that the next comparison costs one look-up a term. */
export class ArticleLikeness {
  readonly #weights = new Float32Array(termSpace);
  readonly #fields = new Uint8Array(termSpace);
  /** Whether some place that ends in these 16 bits is laid out: small enough to stay in the processor's cache, and mostly the answer is no. */
  readonly #isLaidOut = new Uint8Array(0x10000);
  #article: LiveArticle | undefined;
  #shared = 0;

  /** How many terms the last two that were compared have in common. */
  get shared(): number {
    return this.#shared;
  }

  /** Lays out the article that the calls below are about. */
  load(article: LiveArticle): void {
    if (article === this.#article) return;
    if (this.#article)
      for (const id of this.#article.vector.ids) {
        this.#weights[id] = 0;
        this.#isLaidOut[id & 0xffff] = 0;
      }
    const { ids, weights, fields } = article.vector;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      this.#weights[id] = weights[i] as number;
      this.#fields[id] = fields[i] as number;
      this.#isLaidOut[id & 0xffff] = 1;
    }
    this.#article = article;
  }

  /**
   * How alike the loaded article and another are in their words: the cosines of the whole, of the beginnings and of the titles, less where their
   * names differ, as two events of one kind share their words but neither people nor places. Between languages the whole alone counts, and for more: a
   * translation matches some of the words only, of a title hardly any, and names are spelled otherwise. Where an embedding model knows both and finds
   * more in common than the words do, its word counts in their place; within a language it has the share that was given to it.
   */
  of(other: LiveArticle): number {
    const article = this.#article as LiveArticle;
    const [laidOut, laidOutFields, isLaidOut] = [this.#weights, this.#fields, this.#isLaidOut];
    const { ids, weights, fields } = other.vector;
    let [terms, all, title, beginning, names] = [0, 0, 0, 0, 0];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      if (isLaidOut[id & 0xffff] === 0) continue;
      const weight = laidOut[id] as number;
      if (weight === 0) continue;
      const product = weight * (weights[i] as number);
      const shared = (laidOutFields[id] as number) & (fields[i] as number);
      terms++;
      all += product;
      if (shared & vectorFields.title) title += product;
      if (shared & vectorFields.beginning) beginning += product;
      if (shared & vectorFields.names) names += product;
    }
    this.#shared = terms;
    const { titleShare, beginningShare, otherLanguage, namesEnough, namesLeast } = clusterParameters;
    const [own, its] = [article.vector, other.vector];
    if (article.language !== other.language) {
      const inWords = all * otherLanguage;
      const inMeaning = meaningLikeness(article.meaning, other.meaning);
      if (inMeaning <= inWords) return inWords;
      // One word in common is a coincidence; one meaning is not.
      this.#shared = clusterParameters.leastShared;
      return inMeaning;
    }
    const inWords =
      (1 - titleShare - beginningShare) * all +
      titleShare * cosine(title, own.titleLength, its.titleLength) +
      beginningShare * cosine(beginning, own.beginningLength, its.beginningLength);
    const share = canCompare(article.meaning, other.meaning) ? article.meaning.share : 0;
    const likeness =
      share === 0 ? inWords : (1 - share) * inWords + share * meaningLikeness(article.meaning, other.meaning);
    if (own.namesLength === 0 || its.namesLength === 0) return likeness;
    const namesAlike = cosine(names, own.namesLength, its.namesLength);
    return likeness * (namesLeast + (1 - namesLeast) * Math.min(1, namesAlike / namesEnough));
  }
}

/** What is left of a likeness over so many milliseconds. */
export function fading(ms: number): number {
  return (1 + Math.abs(ms) / dayMs) ** -clusterParameters.fading;
}

function cosine(product: number, a: number, b: number): number {
  return product === 0 ? 0 : product / (a * b);
}
