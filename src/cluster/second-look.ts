import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import { type BoostedTrees, probability, treesScore } from "../text/boosted-trees.ts";
import type { Candidate } from "./join-features.ts";
import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import { splitStoryIdOf } from "./story-id.ts";
import type { StoryWindow } from "./story-window.ts";

/** What the second look does to stories, with its reason in words. */
export interface SecondLookActs {
  merge(from: OpenStory, into: OpenStory, reason: string): void;
  move(article: LiveArticle, story: OpenStory, reason: string): void;
}

/** Notes on stories that closed long ago are dropped by the lot when they are so many. */
const mostRemembered = 100_000;

type Scored = Candidate & { readonly score: number };

/**
 * Merges stories and moves articles when later ones show it. The bar for both is higher than for joining, so that pages do not flap between
 * two states (hysteresis); what an editor decided is left alone.
 */
export class SecondLook {
  readonly #window: StoryWindow;
  readonly #join: BoostedTrees;
  readonly #acts: SecondLookActs;
  readonly #fixed = new Set<ArticleId>();
  readonly #apart = new Set<string>();
  /** Stories that were found to be two, and how large they were: they are asked again when they have grown by half. */
  readonly #grown = new Set<StoryId>();
  readonly #asked = new Map<string, number>();

  constructor(window: StoryWindow, join: BoostedTrees, acts: SecondLookActs) {
    this.#window = window;
    this.#join = join;
    this.#acts = acts;
  }

  /** The articles of a story, which an editor made, never leave it. */
  keepTogether(story: OpenStory): void {
    for (const { id } of story.articles) this.#fixed.add(id);
  }

  keepInPlace(article: ArticleId): void {
    this.#fixed.add(article);
  }

  /** Two stories that an editor parted are never merged. */
  keepApart(a: StoryId, b: StoryId): void {
    this.#apart.add(pairKey(a, b));
  }

  /** After an article came: the story it joined and the other stories it could have joined may be one. */
  afterArrival(story: OpenStory, scored: readonly Scored[]): void {
    let home = story;
    for (const { story: other, score } of scored.slice(0, 3))
      if (other !== home && other.articles.length > 0 && score >= clusterParameters.lookAt)
        home = this.#mergeIfOne(home, other) ?? home;
    if (this.#grown.size >= mostRemembered) this.#grown.clear();
    this.#grown.add(home.id);
  }

  /** The stories that something was added to since this was last asked. */
  atLatest(): void {
    for (const id of this.#grown) {
      const story = this.#window.find(id);
      if (story) this.#lookAt(story);
    }
    this.#grown.clear();
  }

  /** All open stories: those that are one are merged, articles that stand in the wrong one leave it, until nothing changes. */
  atAll(): void {
    for (let round = 0; round < clusterParameters.lookRounds; round++) {
      let changed = false;
      for (const story of [...this.#window.stories()]) if (this.#lookAt(story)) changed = true;
      if (!changed) return;
    }
  }

  #lookAt(story: OpenStory): boolean {
    if (story.articles.length === 0) return false;
    let changed = false;
    const others = new Set<OpenStory>();
    for (const article of story.recent.slice(-clusterParameters.mergeSample)) {
      for (const { story: other, score } of this.#score(article))
        if (score >= clusterParameters.lookAt) others.add(other);
    }
    let home = story;
    for (const other of others) {
      if (other.articles.length === 0 || other === home) continue;
      const merged = this.#mergeIfOne(home, other);
      if (!merged) continue;
      home = merged;
      changed = true;
    }
    if (home.articles.length >= 3)
      for (const article of [...home.recent])
        if (home.articles.length >= 2 && this.#moveIfAstray(article, home)) changed = true;
    return changed;
  }

  /** @returns the story that goes on, where they were merged */
  #mergeIfOne(a: OpenStory, b: OpenStory): OpenStory | undefined {
    const [into, from] = a.articles.length >= b.articles.length ? [a, b] : [b, a];
    const key = pairKey(a.id, b.id);
    const size = a.articles.length + b.articles.length;
    if (this.#apart.has(key) || size < (this.#asked.get(key) ?? 0) * clusterParameters.askAgainAt) return undefined;
    const score = this.#mergeScore(from, into);
    if (score < clusterParameters.mergeAt) {
      if (this.#asked.size >= mostRemembered) this.#asked.clear();
      this.#asked.set(key, size);
      return undefined;
    }
    this.#acts.merge(from, into, `its articles fit the other story (${percent(score)} likely the same)`);
    return into;
  }

  /** How well the articles of one story fit another, as the mean of their log-odds. */
  #mergeScore(from: OpenStory, into: OpenStory): number {
    const sample = from.recent.slice(-clusterParameters.mergeSample);
    let sum = 0;
    for (const article of sample) {
      const found = this.#score(article).find(({ story }) => story === into);
      sum += found ? Math.max(-3, Math.min(3, found.score)) : -3;
    }
    return sum / sample.length;
  }

  #moveIfAstray(article: LiveArticle, story: OpenStory): boolean {
    if (this.#fixed.has(article.id)) return false;
    const others = this.#window.candidates(article).map(({ story: other }) => other);
    const scored = this.#window
      .compare(article, [story, ...others])
      .map((candidate) => ({ ...candidate, score: treesScore(this.#join, candidate.row) }));
    // With a story it shares no two terms with, an article is not even weighed.
    const own = scored.find((candidate) => candidate.story === story)?.score ?? clusterParameters.leaveAt - 1;
    const best = scored.filter((candidate) => candidate.story !== story).sort((x, y) => y.score - x.score)[0];
    if (best && best.score >= clusterParameters.joinAt && best.score >= own + clusterParameters.moveMargin) {
      this.#acts.move(
        article,
        best.story,
        `it fits that story better (${percent(best.score)} against ${percent(own)} likely)`,
      );
      return true;
    }
    if (own >= clusterParameters.leaveAt) return false;
    this.#acts.move(
      article,
      this.#window.open(splitStoryIdOf(article.id, story.id)),
      `it does not fit the story any more (${percent(own)} likely)`,
    );
    return true;
  }

  #score(article: LiveArticle): Scored[] {
    return this.#window
      .candidates(article)
      .map((candidate) => ({ ...candidate, score: treesScore(this.#join, candidate.row) }));
  }
}

function pairKey(a: StoryId, b: StoryId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function percent(logOdds: number): string {
  return `${Math.round(probability(logOdds) * 100)} %`;
}
