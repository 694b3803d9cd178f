import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import { splitStoryIdOf } from "./story-id.ts";
import type { Candidate } from "./story-likeness.ts";
import { cohesion, storyParts } from "./story-parts.ts";
import type { StoryWindow } from "./story-window.ts";

/** What the second look does to stories, with its reason in words. */
export interface SecondLookActs {
  merge(from: OpenStory, into: OpenStory, reason: string): void;
  move(article: LiveArticle, story: OpenStory, reason: string): void;
}

/** Notes on stories that closed long ago are dropped by the lot when they are so many. */
const mostRemembered = 100_000;

/**
 * Merges stories, parts them and moves articles when later ones show it. What makes two stories one is more than what makes one two, so that
 * pages do not flap between two states (hysteresis); what an editor decided is left alone.
 */
export class SecondLook {
  readonly #window: StoryWindow;
  readonly #joinAt: number;
  readonly #acts: SecondLookActs;
  readonly #fixed = new Set<ArticleId>();
  readonly #apart = new Map<StoryId, Set<StoryId>>();
  /** Stories that something was added to since the latest were looked at. */
  readonly #grown = new Set<StoryId>();
  /** Stories that were found to be two, and how large they were: they are asked again when they have grown by half. */
  readonly #asked = new Map<string, number>();
  /** Stories that were parted from each other, and how large both were. */
  readonly #parted = new Map<string, number>();
  /** How large a story must have grown to be looked at for parts again. */
  readonly #partAt = new Map<StoryId, number>();

  constructor(window: StoryWindow, joinAt: number, acts: SecondLookActs) {
    this.#window = window;
    this.#joinAt = joinAt;
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
    if (a === b) return;
    this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b));
    this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a));
  }

  /** What an editor parted from a story stays apart from the one it became part of. */
  afterMerge(from: StoryId, into: StoryId): void {
    for (const other of this.#apart.get(from) ?? []) this.keepApart(into, other);
  }

  /** After an article came: the story it joined and the other stories it could have joined may be one. */
  afterArrival(story: OpenStory, candidates: readonly Candidate[]): void {
    let home = story;
    for (const { story: other, likeness } of candidates.slice(0, 3))
      if (other !== home && other.articles.length > 0 && likeness >= clusterParameters.lookAt)
        home = this.#mergeIfOne(home, other) ?? home;
    if (home.articles.length >= (this.#partAt.get(home.id) ?? clusterParameters.partFrom)) this.#part(home);
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
    let changed = this.#part(story);
    const others = new Set<OpenStory>();
    for (const article of story.recent.slice(-clusterParameters.mergeSample))
      for (const { story: other, likeness } of this.#window.candidates(article))
        if (likeness >= clusterParameters.lookAt) others.add(other);
    let home = story;
    for (const other of others) {
      if (other.articles.length === 0 || other === home) continue;
      const merged = this.#mergeIfOne(home, other);
      if (!merged) continue;
      home = merged;
      changed = true;
    }
    for (const article of [...home.recent]) if (this.#moveIfAstray(article, home)) changed = true;
    return changed;
  }

  /** Whether an editor parted two stories, or a second look did since they were half as large. */
  #areApart(a: OpenStory, b: OpenStory): boolean {
    const parted = this.#parted.get(pairKey(a.id, b.id)) ?? 0;
    const size = a.articles.length + b.articles.length;
    return size < parted * clusterParameters.askAgainAt || (this.#apart.get(a.id)?.has(b.id) ?? false);
  }

  /** @returns the story that goes on, where they were merged */
  #mergeIfOne(a: OpenStory, b: OpenStory): OpenStory | undefined {
    const [into, from] = a.articles.length >= b.articles.length ? [a, b] : [b, a];
    const key = pairKey(a.id, b.id);
    const size = a.articles.length + b.articles.length;
    if (this.#areApart(a, b) || size < (this.#asked.get(key) ?? 0) * clusterParameters.askAgainAt) return undefined;
    const likeness = this.#likenessOf(from, into);
    const usual = Math.sqrt(this.#cohesionOf(from) * this.#cohesionOf(into));
    if (likeness < Math.max(clusterParameters.mergeAt, usual * clusterParameters.mergeRatio)) {
      if (this.#asked.size >= mostRemembered) this.#asked.clear();
      this.#asked.set(key, size);
      return undefined;
    }
    this.#acts.merge(from, into, `its articles fit the other story (${percent(likeness)} alike)`);
    return into;
  }

  /** How much the latest articles of one story are like another, in the mean. */
  #likenessOf(from: OpenStory, into: OpenStory): number {
    const sample = from.recent.slice(-clusterParameters.mergeSample);
    let sum = 0;
    for (const article of sample) sum += this.#window.likeness(article, into);
    return sum / sample.length;
  }

  /** How alike the latest articles of a story are among themselves. */
  #cohesionOf(story: OpenStory): number {
    const sample = story.recent.slice(-clusterParameters.cohesionSample);
    const sum = this.#window.pairs(sample).reduce((total, row) => total + row.reduce((a, b) => a + b, 0), 0);
    return cohesion(sum / 2, sample.length);
  }

  /** Parts a story that holds several; the largest part stays, and one that an editor put there. */
  #part(story: OpenStory): boolean {
    if (this.#partAt.size >= mostRemembered) this.#partAt.clear();
    if (this.#parted.size >= mostRemembered) this.#parted.clear();
    this.#partAt.set(story.id, story.articles.length * clusterParameters.askAgainAt);
    const latest = story.articles.slice(-clusterParameters.partSample);
    const parts = storyParts(this.#window.pairs(latest)).map((places) => places.map((at) => latest[at] as LiveArticle));
    const largest = parts.reduce((most, part) => (part.length > most.length ? part : most));
    const leaving = parts.filter((part) => part !== largest && !part.some(({ id }) => this.#fixed.has(id)));
    for (const part of leaving) {
      const own = this.#window.open(splitStoryIdOf((part[0] as LiveArticle).id, story.id));
      for (const article of part)
        this.#acts.move(article, own, "it does not fit the rest of the story: there were two");
      this.#parted.set(pairKey(own.id, story.id), own.articles.length + story.articles.length);
    }
    return leaving.length > 0;
  }

  #moveIfAstray(article: LiveArticle, story: OpenStory): boolean {
    if (this.#fixed.has(article.id)) return false;
    const own = this.#window.likeness(article, story);
    const [best] = this.#window.candidates(article).filter(({ story: other }) => !this.#areApart(story, other));
    if (!best || best.score < this.#joinAt || best.likeness < own * clusterParameters.moveFactor) return false;
    const reason = `it fits that story better (${percent(best.likeness)} against ${percent(own)} alike)`;
    if (story.articles.length === 1) this.#acts.merge(story, best.story, reason);
    else this.#acts.move(article, best.story, reason);
    return true;
  }
}

function pairKey(a: StoryId, b: StoryId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
