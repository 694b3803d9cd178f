import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import type { Assignment, StoryId } from "../model/story.ts";
import { RunningFrequencies } from "../text/running-frequencies.ts";
import { cosine } from "../text/vectors.ts";
import { type ArticleVector, namesOf, termsOf, weighted } from "./article-vector.ts";
import { CopyFinder } from "./copy-finder.ts";
import { clusterParameters } from "./parameters.ts";
import { StoryCentroid } from "./story-centroid.ts";

/*
 * Single-pass topic detection (Allan et al. 1998; Miranda et al. 2018): each article joins the open story it is most like, or begins one.
 * Candidates come from an inverted index, so that an article is never compared with every story; a later article that stands between two
 * stories can make them one.
 */

export interface ClusterInput {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly outlet?: Outlet;
}

/** What later articles changed about earlier ones. */
export interface StoryChanges {
  readonly moved: readonly Assignment[];
  readonly merged: readonly { readonly from: StoryId; readonly into: StoryId }[];
}

/** Why two articles are, or are not, one story. */
export interface PairExplanation {
  readonly same: boolean;
  readonly words: string;
  readonly parts: readonly { readonly name: string; readonly value: number }[];
}

const dayMs = 86_400_000;

/** Gives the articles of one language to stories, in order of arrival. It never waits for later ones and never looks ahead. */
export class StoryStream {
  readonly #frequencies: RunningFrequencies;
  readonly #stories = new Map<StoryId, StoryCentroid>();
  readonly #index = new Map<string, Set<StoryId>>();
  readonly #assignments = new Map<ArticleId, Assignment>();
  readonly #vectors = new Map<ArticleId, ArticleVector>();
  readonly #mergedInto = new Map<StoryId, StoryId>();
  readonly #pinnedArticles = new Map<ArticleId, StoryId>();
  readonly #copies = new CopyFinder();
  #merges: { from: StoryId; into: StoryId }[] = [];
  #moves: Assignment[] = [];
  #latest = Number.NEGATIVE_INFINITY;

  constructor(options: { readonly frequencies?: RunningFrequencies } = {}) {
    this.#frequencies = options.frequencies ?? new RunningFrequencies();
  }

  /** Assigns one article. An id that was assigned before keeps its story. */
  assign(input: ClusterInput): Assignment {
    const { article } = input;
    const known = this.#assignments.get(article.id);
    if (known) return this.#current(known);
    const vector = this.#read(input);
    const at = Date.parse(article.publishedAt);
    const copyOf = this.#copies.find(article);
    const original = copyOf === undefined ? undefined : this.#assignments.get(copyOf);
    const [best, second] = this.#nearest(vector, at);
    const pinned = this.#pinnedArticles.get(article.id);
    const home = original && this.#stories.get(this.#rootOf(original.storyId));
    const story =
      (pinned === undefined ? undefined : this.#open(pinned)) ??
      home ??
      (best && best.score >= clusterParameters.joinAt ? best.story : this.#open(storyIdOf(article.id)));
    const assignment: Assignment = {
      articleId: article.id,
      storyId: story.id,
      ...(copyOf !== undefined && { copyOf }),
    };
    this.#place(assignment, story, vector, at);
    if (second && story === best?.story && second.score >= clusterParameters.joinAt)
      this.#mergeIfAlike(story, second.story);
    return assignment;
  }

  /** Puts an article where the store has it, without deciding again. */
  restore(input: ClusterInput, assignment: Assignment): void {
    if (this.#assignments.has(assignment.articleId)) return;
    const vector = this.#read(input);
    this.#copies.find(input.article);
    this.#place(assignment, this.#open(assignment.storyId), vector, Date.parse(input.article.publishedAt));
  }

  /** Each article's story after all merges and moves, in order of arrival. */
  finalAssignments(): readonly Assignment[] {
    return [...this.#assignments.values()].map((assignment) => this.#current(assignment));
  }

  /** What changed for earlier articles since this was last asked. */
  takeChanges(): StoryChanges {
    const changes = { moved: this.#moves, merged: this.#merges };
    this.#moves = [];
    this.#merges = [];
    return changes;
  }

  /** An editor's merge: holds for what is there and what comes. */
  pinMerge(from: StoryId, into: StoryId): void {
    const [gone, stays] = [this.#rootOf(from), this.#rootOf(into)];
    if (gone !== stays) this.#merge(this.#open(gone), this.#open(stays));
  }

  /** An editor's move of one article. */
  pinMove(articleId: ArticleId, storyId: StoryId): void {
    this.#pinnedArticles.set(articleId, storyId);
    const assignment = this.#assignments.get(articleId);
    if (!assignment) return;
    const moved = { ...assignment, storyId };
    this.#assignments.set(articleId, moved);
    this.#moves.push(moved);
    const vector = this.#vectors.get(articleId);
    if (vector) this.#index1(this.#open(storyId), articleId, vector, this.#latest);
  }

  /** Says in words how alike two articles are and whether they are one story. Throws where one was never assigned. */
  explainPair(a: ArticleId, b: ArticleId): PairExplanation {
    const [first, second] = [this.#vectors.get(a), this.#vectors.get(b)];
    const [storyA, storyB] = [this.#storyOf(a), this.#storyOf(b)];
    if (!first || !second) throw new Error(`${first ? b : a} was never assigned, or its story is closed.`);
    const terms = cosine(first.terms, second.terms);
    const names = cosine(first.names, second.names);
    const same = storyA === storyB;
    const shared = [...first.terms.keys()]
      .filter((term) => second.terms.has(term))
      .sort((x, y) => weight(first, second, y) - weight(first, second, x))
      .slice(0, 6);
    const together =
      shared.length > 0 ? `they share ${shared.map((term) => `“${term}”`).join(", ")}` : "they share no telling word";
    const verdict = same ? "One story" : "Two stories";
    const words = `${verdict}: their words are ${percent(terms)} alike and their names ${percent(names)}; ${together}. An article joins a story whose centre is at least ${percent(clusterParameters.joinAt)} like it.`;
    return {
      same,
      words,
      parts: [
        { name: "terms", value: terms },
        { name: "names", value: names },
      ],
    };
  }

  #read({ article, annotation }: ClusterInput): ArticleVector {
    const counts = termsOf(article);
    const names = namesOf(annotation);
    // Counted first, so that the first article of all has weights; it is one of many soon.
    this.#frequencies.add([...counts.keys(), ...names.keys()]);
    return { terms: weighted(counts, this.#frequencies), names: weighted(names, this.#frequencies) };
  }

  #nearest(vector: ArticleVector, at: number): { story: StoryCentroid; score: number }[] {
    const telling = [...vector.terms].sort((a, b) => b[1] - a[1]).slice(0, clusterParameters.lookedUpTerms);
    const candidates = new Set(telling.flatMap(([term]) => [...(this.#index.get(term) ?? [])]));
    const scored: { story: StoryCentroid; score: number }[] = [];
    for (const id of candidates) {
      const story = this.#stories.get(id);
      if (!story) continue;
      const days = Math.abs(at - story.lastAt) / dayMs;
      if (days > clusterParameters.openDays) continue;
      const score = story.similarity(vector).both - clusterParameters.lossPerDoubledDays * Math.log2(1 + days);
      scored.push({ story, score });
    }
    return scored.sort((a, b) => b.score - a.score || (a.story.id < b.story.id ? -1 : 1)).slice(0, 2);
  }

  #place(assignment: Assignment, story: StoryCentroid, vector: ArticleVector, at: number): void {
    this.#assignments.set(assignment.articleId, assignment);
    this.#vectors.set(assignment.articleId, vector);
    this.#index1(story, assignment.articleId, vector, at);
    if (at > this.#latest) {
      this.#latest = at;
      this.#closeOld();
    }
  }

  #index1(story: StoryCentroid, articleId: ArticleId, vector: ArticleVector, at: number): void {
    story.add(articleId, vector, at);
    for (const term of vector.terms.keys()) {
      const ids = this.#index.get(term);
      if (ids) ids.add(story.id);
      else this.#index.set(term, new Set([story.id]));
    }
  }

  #open(id: StoryId): StoryCentroid {
    const root = this.#rootOf(id);
    const known = this.#stories.get(root);
    if (known) return known;
    const story = new StoryCentroid(root);
    this.#stories.set(root, story);
    return story;
  }

  #mergeIfAlike(a: StoryCentroid, b: StoryCentroid): void {
    if (a.likeness(b) < clusterParameters.mergeAt) return;
    const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a];
    this.#merge(from, into);
  }

  #merge(from: StoryCentroid, into: StoryCentroid): void {
    for (const term of from.terms.keys()) {
      this.#index.get(term)?.delete(from.id);
      this.#index.get(term)?.add(into.id);
    }
    into.absorb(from);
    this.#stories.delete(from.id);
    this.#mergedInto.set(from.id, into.id);
    this.#merges.push({ from: from.id, into: into.id });
  }

  /** Drops the vectors of stories that are closed; their articles keep their assignment. */
  #closeOld(): void {
    const oldest = this.#latest - 2 * clusterParameters.openDays * dayMs;
    for (const [id, story] of this.#stories) {
      if (story.lastAt >= oldest || story.members.length === 0) continue;
      this.#stories.delete(id);
      for (const member of story.members) this.#vectors.delete(member);
      for (const [term] of story.terms) this.#index.get(term)?.delete(id);
    }
  }

  #current(assignment: Assignment): Assignment {
    const storyId = this.#rootOf(assignment.storyId);
    return storyId === assignment.storyId ? assignment : { ...assignment, storyId };
  }

  #storyOf(articleId: ArticleId): StoryId | undefined {
    const assignment = this.#assignments.get(articleId);
    return assignment && this.#rootOf(assignment.storyId);
  }

  #rootOf(id: StoryId): StoryId {
    let root = id;
    for (let next = this.#mergedInto.get(root); next !== undefined; next = this.#mergedInto.get(root)) root = next;
    return root;
  }
}

/** A story's id is made from its first article's: stable, short and fit for an address. */
export function storyIdOf(articleId: ArticleId): StoryId {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let at = 0; at < articleId.length; at++) {
    low = Math.imul(low ^ articleId.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ articleId.charCodeAt(at), 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}

function weight(a: ArticleVector, b: ArticleVector, term: string): number {
  return (a.terms.get(term) ?? 0) * (b.terms.get(term) ?? 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
