import { heaviestTerms } from "../text/term-vector.ts";
import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";

const dayMs = 86_400_000;
/** Cosines from 0 to 1 are counted in so many steps, to find the likest without sorting all. */
const scoreSteps = 2048;

/**
 * An inverted index over the articles in the window by their heaviest terms, so that an article is never compared with every story. An
 * article that left the window is skipped, and its entries are swept when a quarter of all are of such.
 */
export class CandidateIndex {
  readonly #postings = new Map<number, Postings>();
  #articles: (LiveArticle | undefined)[] = [];
  readonly #slots = new Map<LiveArticle, number>();
  /** By slot: what the article that is looked up has in common with each, 0 between two look-ups. */
  #scores = new Float32Array(1024);
  /** What the last look-up met: slots, their scores, and how many scores lie in each step. */
  #met = 0;
  readonly #metSlots = new Int32Array(clusterParameters.postingsRead);
  readonly #metScores = new Float32Array(clusterParameters.postingsRead);
  readonly #steps = new Int32Array(scoreSteps);

  get size(): number {
    return this.#slots.size;
  }

  add(article: LiveArticle): void {
    const slot = this.#articles.length;
    this.#articles.push(article);
    this.#slots.set(article, slot);
    if (slot >= this.#scores.length) this.#scores = new Float32Array(this.#scores.length * 2);
    const { ids, weights } = heaviestTerms(article.vector, clusterParameters.indexedTerms);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      let postings = this.#postings.get(id);
      if (!postings) {
        postings = new Postings();
        this.#postings.set(id, postings);
      }
      postings.push(slot, weights[i] as number);
    }
  }

  remove(article: LiveArticle): void {
    const slot = this.#slots.get(article);
    if (slot === undefined) return;
    this.#slots.delete(article);
    this.#articles[slot] = undefined;
    if (this.#articles.length > 4096 && this.#slots.size * 4 < this.#articles.length * 3) this.#sweep();
  }

  /** The stories of the articles most like one, the likest first. */
  storiesNear(article: LiveArticle, isOpen: (story: OpenStory) => boolean): OpenStory[] {
    const stories = new Map<OpenStory, { sum: number; best: number }>();
    const floor = this.#meet(article);
    for (let i = 0; i < this.#met; i++) {
      const score = this.#metScores[i] as number;
      const story = score >= floor ? this.#articles[this.#metSlots[i] as number]?.story : undefined;
      if (!story || !isOpen(story)) continue;
      const known = stories.get(story);
      if (known) {
        known.sum += score;
        known.best = Math.max(known.best, score);
      } else stories.set(story, { sum: score, best: score });
    }
    return [...stories]
      .map(([story, { sum, best }]) => {
        const days = Math.abs(article.at - story.lastAt) / dayMs;
        const mean = sum / Math.min(story.articles.length, clusterParameters.recentArticles);
        return { story, score: Math.max(mean, best / 2) * (1 + days) ** -clusterParameters.fading };
      })
      .sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1))
      .slice(0, clusterParameters.candidates)
      .map(({ story }) => story);
  }

  /**
   * Notes the articles that share a heavy term with one, and the cosine with each as far as those terms tell; rare terms first, within a bounded
   * number of entries.
   *
   * @returns the cosine from which on there are about as many as are looked at
   */
  #meet(article: LiveArticle): number {
    const { ids, weights } = heaviestTerms(article.vector, clusterParameters.indexedTerms);
    const lists: { readonly postings: Postings; readonly weight: number }[] = [];
    for (let i = 0; i < ids.length; i++) {
      const postings = this.#postings.get(ids[i] as number);
      if (postings) lists.push({ postings, weight: weights[i] as number });
    }
    lists.sort((a, b) => a.postings.length - b.postings.length);
    let read = 0;
    let lookedUp = 0;
    for (const { postings, weight } of lists) {
      if (read + postings.length > clusterParameters.postingsRead) break;
      read += postings.length;
      lookedUp++;
      postings.addTo(this.#scores, weight);
    }
    this.#met = 0;
    this.#steps.fill(0);
    for (let at = 0; at < lookedUp; at++) this.#collect((lists[at] as (typeof lists)[number]).postings);
    let step = scoreSteps - 1;
    for (let many = 0; step > 0; step--) {
      many += this.#steps[step] as number;
      if (many >= clusterParameters.articlesMet) break;
    }
    return Math.max(clusterParameters.leastLikeness, step / scoreSteps);
  }

  /** Takes the scores of the articles where a term stands, and leaves 0 for the next look-up. */
  #collect({ slots, length }: Postings): void {
    const scores = this.#scores;
    for (let i = 0; i < length; i++) {
      const slot = slots[i] as number;
      const score = scores[slot] as number;
      if (score === 0) continue;
      scores[slot] = 0;
      this.#metSlots[this.#met] = slot;
      this.#metScores[this.#met++] = score;
      const step = Math.min(scoreSteps - 1, Math.floor(score * scoreSteps));
      this.#steps[step] = (this.#steps[step] as number) + 1;
    }
  }

  /** Numbers the articles anew and drops the entries of those that left. */
  #sweep(): void {
    const places = new Int32Array(this.#articles.length).fill(-1);
    const kept: LiveArticle[] = [];
    for (const [slot, article] of this.#articles.entries()) {
      if (!article) continue;
      places[slot] = kept.length;
      this.#slots.set(article, kept.length);
      kept.push(article);
    }
    this.#articles = kept;
    for (const [id, postings] of this.#postings) if (postings.renumber(places) === 0) this.#postings.delete(id);
  }
}

/** Where one term stands: slots in ascending order and the term's weight in each. Typed arrays that double, so that millions of entries fit. */
class Postings {
  slots = new Int32Array(2);
  #weights = new Float32Array(2);
  length = 0;

  push(slot: number, weight: number): void {
    if (this.length === this.slots.length) this.#resize(this.length * 2);
    this.slots[this.length] = slot;
    this.#weights[this.length++] = weight;
  }

  addTo(scores: Float32Array, weight: number): void {
    const { slots, length } = this;
    const weights = this.#weights;
    for (let i = 0; i < length; i++) {
      const slot = slots[i] as number;
      scores[slot] = (scores[slot] as number) + weight * (weights[i] as number);
    }
  }

  /** @param places old slot -> new one, -1 where it is gone @returns how many are left */
  renumber(places: Int32Array): number {
    let end = 0;
    for (let i = 0; i < this.length; i++) {
      const place = places[this.slots[i] as number] as number;
      if (place < 0) continue;
      this.slots[end] = place;
      this.#weights[end++] = this.#weights[i] as number;
    }
    this.length = end;
    if (end * 4 < this.slots.length) this.#resize(Math.max(2, end));
    return end;
  }

  #resize(size: number): void {
    const [slots, weights] = [new Int32Array(size), new Float32Array(size)];
    slots.set(this.slots.subarray(0, this.length));
    weights.set(this.#weights.subarray(0, this.length));
    this.slots = slots;
    this.#weights = weights;
  }
}
