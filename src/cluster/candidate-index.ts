import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";

interface Postings {
  /** Places in the table of articles, in order of arrival. */
  slots: number[];
  weights: number[];
}

/**
 * An inverted index over the articles in the window by their heaviest terms, so that an article is never compared with every story. An
 * article that left the window is skipped, and its entries are swept when a list is mostly of such.
 */
export class CandidateIndex {
  readonly #postings = new Map<number, Postings>();
  readonly #articles: (LiveArticle | undefined)[] = [];
  readonly #slots = new Map<LiveArticle, number>();
  #scores = new Float32Array(1024);

  get size(): number {
    return this.#slots.size;
  }

  add(article: LiveArticle): void {
    const slot = this.#articles.length;
    this.#articles.push(article);
    this.#slots.set(article, slot);
    if (slot >= this.#scores.length) {
      const grown = new Float32Array(this.#scores.length * 2);
      grown.set(this.#scores);
      this.#scores = grown;
    }
    for (const [at, id] of article.indexed.ids.entries()) {
      const weight = article.indexed.weights[at] as number;
      const postings = this.#postings.get(id);
      if (postings) {
        postings.slots.push(slot);
        postings.weights.push(weight);
      } else this.#postings.set(id, { slots: [slot], weights: [weight] });
    }
  }

  remove(article: LiveArticle): void {
    const slot = this.#slots.get(article);
    if (slot === undefined) return;
    this.#slots.delete(article);
    this.#articles[slot] = undefined;
    if (this.#articles.length > 4096 && this.#slots.size * 2 < this.#articles.length) this.#sweep();
  }

  /** The stories of the articles most like one, the likest first. */
  storiesNear(article: LiveArticle, isOpen: (story: OpenStory) => boolean): OpenStory[] {
    const lists: { readonly postings: Postings; readonly weight: number }[] = [];
    for (const [at, id] of article.indexed.ids.entries()) {
      const postings = this.#postings.get(id);
      if (postings) lists.push({ postings, weight: article.indexed.weights[at] as number });
    }
    lists.sort((a, b) => a.postings.slots.length - b.postings.slots.length);
    const scores = this.#scores;
    const touched: number[] = [];
    let read = 0;
    for (const { postings, weight } of lists) {
      const { slots, weights } = postings;
      if (read > 0 && read + slots.length > clusterParameters.postingsRead) break;
      read += slots.length;
      for (let i = 0; i < slots.length; i++) {
        const slot = slots[i] as number;
        if (scores[slot] === 0) touched.push(slot);
        scores[slot] = (scores[slot] as number) + weight * (weights[i] as number);
      }
    }
    const stories = new Map<OpenStory, { sum: number; best: number }>();
    for (const slot of touched) {
      const score = scores[slot] as number;
      scores[slot] = 0;
      const story = this.#articles[slot]?.story;
      if (!story) continue;
      const known = stories.get(story);
      if (known) {
        known.sum += score;
        known.best = Math.max(known.best, score);
      } else stories.set(story, { sum: score, best: score });
    }
    return [...stories]
      .map(([story, { sum, best }]) => ({ story, score: Math.max(sum / story.length, 0.8 * best) }))
      .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1))
      .filter(({ story, score }) => score >= clusterParameters.leastLikeness && isOpen(story))
      .slice(0, clusterParameters.candidates)
      .map(({ story }) => story);
  }

  /** Numbers the articles anew and drops the entries of those that left. */
  #sweep(): void {
    const places = new Int32Array(this.#articles.length).fill(-1);
    const kept = this.#articles.filter((article, slot) => {
      if (!article) return false;
      places[slot] = 0;
      return true;
    });
    let next = 0;
    for (let slot = 0; slot < places.length; slot++) if (places[slot] === 0) places[slot] = next++;
    this.#articles.length = 0;
    for (const [slot, article] of kept.entries()) {
      this.#articles.push(article);
      if (article) this.#slots.set(article, slot);
    }
    for (const [id, { slots, weights }] of this.#postings) {
      let end = 0;
      for (let i = 0; i < slots.length; i++) {
        const place = places[slots[i] as number] as number;
        if (place < 0) continue;
        slots[end] = place;
        weights[end++] = weights[i] as number;
      }
      slots.length = weights.length = end;
      if (end === 0) this.#postings.delete(id);
    }
  }
}
