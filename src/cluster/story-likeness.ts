import { ArticleLikeness, fading } from "./article-likeness.ts";
import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";

/** A story an article may belong to. */
export interface Candidate {
  readonly story: OpenStory;
  /** How alike article and story are, 0 to about 1: the mean likeness with the story's latest articles, less the more days lie between. */
  readonly likeness: number;
  /** `likeness` beyond what the other candidates have too: an article of a crowded subject is a little like everything. */
  readonly score: number;
  /** Its articles that are most like the new one, the likest first. */
  readonly nearest: readonly Neighbour[];
}

/** An article, its likeness with another, and how many terms the two share. */
export interface Neighbour {
  readonly article: LiveArticle;
  readonly likeness: number;
  readonly shared: number;
}

/** Compares an article with the stories it may belong to. Made once a stream, because it lays the article's vector out flat. */
export class StoryLikeness {
  readonly #articles = new ArticleLikeness();
  #at = 0;

  /** Lays out the article that the calls below are about. */
  load(article: LiveArticle): void {
    this.#articles.load(article);
    this.#at = article.at;
  }

  /** How alike the loaded article and a story are, which may be the article's own: it is not compared with itself. */
  of(story: OpenStory, itself?: LiveArticle): number {
    return this.#against(story, itself)?.likeness ?? 0;
  }

  /** How alike the loaded article and another are in the light of the time between them. */
  ofPair(other: LiveArticle): number {
    return this.#articles.of(other) * fading(this.#at - other.at);
  }

  /** The loaded article beside each of the stories that came up for it, the best first. */
  compare(article: LiveArticle, stories: readonly OpenStory[]): Candidate[] {
    const seen = stories.flatMap((story) => this.#against(story, article) ?? []);
    seen.sort((a, b) => b.likeness - a.likeness || (a.story.id < b.story.id ? -1 : 1));
    const { crowd, crowdWeight } = clusterParameters;
    const most = seen.slice(0, crowd + 1);
    const sum = most.reduce((total, { likeness }) => total + likeness, 0);
    // One that is itself among the likest is not held against itself; one that is not has the last of them instead.
    return seen.map(({ story, likeness, nearest }, at) => ({
      story,
      likeness,
      nearest,
      score: likeness - (crowdWeight * (sum - (at <= crowd ? likeness : (most.at(-1)?.likeness ?? 0)))) / crowd,
    }));
  }

  #against(story: OpenStory, itself?: LiveArticle): Omit<Candidate, "score"> | undefined {
    let [sum, count, gap] = [0, 0, Number.POSITIVE_INFINITY];
    const nearest: Neighbour[] = [];
    const { articles } = story;
    for (let i = Math.max(0, articles.length - clusterParameters.recentArticles); i < articles.length; i++) {
      const article = articles[i] as LiveArticle;
      if (article === itself) continue;
      const likeness = this.#articles.of(article);
      sum += likeness;
      count++;
      gap = Math.min(gap, Math.abs(this.#at - article.at));
      if (nearest.length < clusterParameters.nearestArticles || likeness > (nearest.at(-1)?.likeness ?? 0))
        insert(nearest, { article, likeness, shared: this.#articles.shared });
    }
    if (count === 0) return undefined;
    return { story, nearest, likeness: (sum / count) * fading(gap) };
  }
}

/** Keeps the most alike in order. */
function insert(nearest: Neighbour[], one: Neighbour): void {
  const at = nearest.findIndex(({ likeness }) => likeness < one.likeness);
  nearest.splice(at < 0 ? nearest.length : at, 0, one);
  nearest.length = Math.min(nearest.length, clusterParameters.nearestArticles);
}

/**
 * Whether an article has enough in common with the articles of a story that are most like it. One word, be it ever so rare, is a coincidence: a bank
 * and a dam may bear one name.
 */
export function sharesEnough({ nearest }: Pick<Candidate, "nearest">): boolean {
  return nearest.some(({ shared }) => shared >= clusterParameters.leastShared);
}
