import type { StoryId } from "../model/story.ts";
import { dotProduct } from "../text/term-vector.ts";
import type { LiveArticle } from "./live-article.ts";
import { clusterParameters } from "./parameters.ts";

/** A story while it is open: its articles in order of arrival, and how long the sum of the latest ones' vectors is. */
export class OpenStory {
  readonly id: StoryId;
  readonly articles: LiveArticle[] = [];
  /** Milliseconds: the latest and the first publication in it. */
  lastAt = Number.NEGATIVE_INFINITY;
  firstAt = Number.POSITIVE_INFINITY;
  /** Squared length of the sum of the recent articles' body vectors, each of length 1. */
  #squares = 0;

  constructor(id: StoryId) {
    this.id = id;
  }

  /** The articles that new ones are compared with: a story is what it was lately. */
  get recent(): readonly LiveArticle[] {
    return this.articles.length <= clusterParameters.recentArticles
      ? this.articles
      : this.articles.slice(-clusterParameters.recentArticles);
  }

  /** The length of the sum of the recent articles' body vectors. */
  get length(): number {
    return Math.sqrt(this.#squares);
  }

  /** Mean cosine of two of its recent articles; what a pair has where there is only one article. */
  get cohesion(): number {
    const count = this.recent.length;
    return count < 2 ? clusterParameters.loneCohesion : (this.#squares - count) / (count * (count - 1));
  }

  /** @param likeness the cosine of the article's body with another's */
  add(article: LiveArticle, likeness: (other: LiveArticle) => number): void {
    const { recent } = this;
    let sum = 0;
    for (const other of recent) sum += likeness(other);
    const [oldest] = recent;
    if (oldest && recent.length === clusterParameters.recentArticles) {
      // The oldest of the recent ones makes room.
      sum -= likeness(oldest);
      let own = 0;
      for (const other of recent) if (other !== oldest) own += dotProduct(oldest.vectors.body, other.vectors.body);
      this.#squares -= 2 * own + 1;
    }
    this.#squares += 2 * sum + 1;
    this.articles.push(article);
    article.story = this;
    this.lastAt = Math.max(this.lastAt, article.at);
    this.firstAt = Math.min(this.firstAt, article.at);
  }

  remove(article: LiveArticle): void {
    const at = this.articles.indexOf(article);
    if (at < 0) return;
    this.articles.splice(at, 1);
    article.story = undefined;
    this.#settle();
  }

  /** Puts an article back that was taken out to be compared. */
  restore(article: LiveArticle): void {
    article.story = this;
    this.articles.push(article);
    this.articles.sort((a, b) => a.at - b.at);
    this.#settle();
  }

  absorb(other: OpenStory): void {
    for (const article of other.articles) article.story = this;
    this.articles.push(...other.articles);
    this.articles.sort((a, b) => a.at - b.at);
    other.articles.length = 0;
    this.#settle();
  }

  #settle(): void {
    this.lastAt = Math.max(Number.NEGATIVE_INFINITY, ...this.articles.map(({ at }) => at));
    this.firstAt = Math.min(Number.POSITIVE_INFINITY, ...this.articles.map(({ at }) => at));
    this.#measure();
  }

  #measure(): void {
    const sum = new Map<number, number>();
    for (const { vectors } of this.recent)
      for (let i = 0; i < vectors.body.ids.length; i++) {
        const id = vectors.body.ids[i] ?? 0;
        sum.set(id, (sum.get(id) ?? 0) + (vectors.body.weights[i] ?? 0));
      }
    this.#squares = 0;
    for (const weight of sum.values()) this.#squares += weight * weight;
  }
}
