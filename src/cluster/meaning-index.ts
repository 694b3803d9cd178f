import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import type { TextMeaning } from "./text-meaning.ts";

/** A live article and the signs of its meaning. */
interface Entry {
  readonly article: LiveArticle;
  readonly meaning: TextMeaning;
  readonly signs: Uint32Array;
}

/**
 * Finds the articles of other languages that mean what one does, whether or not they share a word with it. Of each meaning the signs are kept, a bit a
 * dimension; the share of signs in which two differ tells the angle between them (Charikar 2002). All are looked through: 100,000 of 1,024 dimensions
 * take some milliseconds, less than the model takes for one.
 */
export class MeaningIndex {
  readonly #entries: Entry[] = [];
  readonly #places = new Map<LiveArticle, number>();

  add(article: LiveArticle): void {
    if (!article.meaning) return;
    this.#places.set(article, this.#entries.length);
    this.#entries.push({ article, meaning: article.meaning, signs: signsOf(article.meaning.bytes) });
  }

  remove(article: LiveArticle): void {
    const place = this.#places.get(article);
    if (place === undefined) return;
    this.#places.delete(article);
    const last = this.#entries.pop() as Entry;
    if (last.article === article) return;
    this.#entries[place] = last;
    this.#places.set(last.article, place);
  }

  /** The stories of the articles of other languages that mean most nearly what one does, the nearest first. */
  storiesNear({ meaning, language }: LiveArticle, isOpen: (story: OpenStory) => boolean): OpenStory[] {
    if (!meaning) return [];
    const signs = signsOf(meaning.bytes);
    // Unrelated ones differ in half of their signs.
    const most = (meaning.bytes.length * Math.acos(clusterParameters.leastMeaning)) / Math.PI;
    const near: { readonly story: OpenStory; readonly differing: number }[] = [];
    for (const entry of this.#entries) {
      if (entry.article.language === language || entry.meaning.model !== meaning.model) continue;
      if (entry.signs.length !== signs.length) continue;
      const { story } = entry.article;
      const differing = differingBits(signs, entry.signs);
      if (differing <= most && story && isOpen(story)) near.push({ story, differing });
    }
    near.sort((a, b) => a.differing - b.differing || (a.story.id < b.story.id ? -1 : 1));
    return [...new Set(near.map(({ story }) => story))].slice(0, clusterParameters.candidates);
  }
}

function signsOf(bytes: Int8Array): Uint32Array {
  const signs = new Uint32Array(Math.ceil(bytes.length / 32));
  for (let i = 0; i < bytes.length; i++)
    if ((bytes[i] as number) > 0) signs[i >> 5] = (signs[i >> 5] as number) | (1 << (i & 31));
  return signs;
}

/** Bits set in the exclusive or of two rows, counted in parallel within each word (Warren, Hacker's Delight, 5-1). */
function differingBits(a: Uint32Array, b: Uint32Array): number {
  let bits = 0;
  for (let i = 0; i < a.length; i++) {
    let word = (a[i] as number) ^ (b[i] as number);
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    bits += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return bits;
}
