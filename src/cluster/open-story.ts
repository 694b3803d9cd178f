import type { StoryId } from "../model/story.ts";
import type { LiveArticle } from "./live-article.ts";
import { clusterParameters } from "./parameters.ts";

/** A story while it is open: its articles, the latest last. */
export class OpenStory {
  readonly id: StoryId;
  readonly articles: LiveArticle[] = [];
  /** Milliseconds: the latest publication in it. */
  lastAt = Number.NEGATIVE_INFINITY;

  constructor(id: StoryId) {
    this.id = id;
  }

  /** The articles that new ones are compared with: a story is what it was lately. */
  get recent(): readonly LiveArticle[] {
    return this.articles.length <= clusterParameters.recentArticles
      ? this.articles
      : this.articles.slice(-clusterParameters.recentArticles);
  }

  add(article: LiveArticle): void {
    this.articles.push(article);
    article.story = this;
    this.lastAt = Math.max(this.lastAt, article.at);
  }

  remove(article: LiveArticle): void {
    const at = this.articles.indexOf(article);
    if (at < 0) return;
    this.articles.splice(at, 1);
    article.story = undefined;
    this.lastAt = this.articles.reduce((latest, one) => Math.max(latest, one.at), Number.NEGATIVE_INFINITY);
  }

  absorb(other: OpenStory): void {
    for (const article of other.articles) article.story = this;
    this.articles.push(...other.articles.splice(0));
    this.articles.sort((a, b) => a.at - b.at);
    this.lastAt = Math.max(this.lastAt, other.lastAt);
  }
}
