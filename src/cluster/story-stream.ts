import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Embedding } from "../model/embedding.ts";
import type { Assignment, StoryId } from "../model/story.ts";
import { countTerms } from "./article-terms.ts";
import type { ClusterWeights } from "./cluster-weights.ts";
import { CopyFinder } from "./copy-finder.ts";
import { explainPair, type PairExplanation } from "./explain-pair.ts";
import type { LiveArticle } from "./live-article.ts";
import type { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import { SecondLook } from "./second-look.ts";
import { storyIdOf } from "./story-id.ts";
import type { Candidate } from "./story-likeness.ts";
import { StoryWindow } from "./story-window.ts";

/*
 * Topic detection in a stream (Allan et al. 1998; Miranda et al. 2018): each article joins the open story it is most like, or begins one.
 * Candidates come from an inverted index, likeness is the mean cosine with a story's articles (average link), less with the days between and
 * in a crowd of other stories. Later articles can show that two stories are one, or that an article stands in the wrong one.
 */

export interface ClusterInput {
  readonly article: Article;
  readonly annotation: Annotation;
  /** What an embedding model made of it, where one is configured and answered. */
  readonly embedding?: Embedding;
}

/** What later articles changed about earlier ones, each with its reason in words. */
export interface StoryChanges {
  readonly moved: readonly (Assignment & { readonly from: StoryId; readonly reason: string })[];
  readonly merged: readonly { readonly from: StoryId; readonly into: StoryId; readonly reason: string }[];
}

/** Gives articles of all languages to stories, in order of arrival. It never waits for later ones and never looks ahead. */
export class StoryStream {
  readonly #weights: ClusterWeights;
  readonly #joinAt: number;
  readonly #window: StoryWindow;
  readonly #look: SecondLook;
  readonly #copies = new CopyFinder();
  readonly #live = new Map<ArticleId, LiveArticle>();
  readonly #assignments = new Map<ArticleId, Assignment>();
  readonly #mergedInto = new Map<StoryId, StoryId>();
  readonly #pinnedArticles = new Map<ArticleId, StoryId>();
  #merges: StoryChanges["merged"][number][] = [];
  #moves: StoryChanges["moved"][number][] = [];

  /** @param joinAt the score from which an article joins a story; another one only to find the best */
  constructor(weights: ClusterWeights, joinAt: number = clusterParameters.joinAt) {
    this.#weights = weights;
    this.#joinAt = joinAt;
    this.#window = new StoryWindow(weights.background, (story) => {
      for (const { id } of story.articles) this.#live.delete(id);
    });
    this.#look = new SecondLook(this.#window, joinAt, {
      merge: (from, into, reason) => this.#merge(from, into, reason),
      move: (article, story, reason) => this.#move(article, story, reason),
    });
  }

  /** Assigns one article. An id that was assigned before keeps its story. */
  assign(input: ClusterInput): Assignment {
    const { article } = input;
    const known = this.#assignments.get(article.id);
    if (known) return this.#current(known);
    const live = this.#read(input);
    const candidates = this.#window.candidates(live);
    const copyOf = this.#copies.find(article, alikeIn(candidates));
    const pinned = this.#pinnedArticles.get(article.id);
    const home = copyOf === undefined ? undefined : this.#live.get(copyOf)?.story;
    const [best] = candidates;
    const story =
      (pinned === undefined ? undefined : this.#open(pinned)) ??
      home ??
      (best && best.score >= this.#joinAt ? best.story : this.#open(storyIdOf(article.id)));
    const assignment = {
      articleId: article.id,
      storyId: story.id,
      ...(copyOf !== undefined && { copyOf }),
    };
    this.#place(assignment, live, story);
    this.#look.afterArrival(story, candidates);
    return this.#current(assignment);
  }

  /** Puts an article where the store has it, without deciding again. */
  restore(input: ClusterInput, assignment: Assignment): void {
    if (this.#assignments.has(assignment.articleId)) return;
    this.#copies.find(input.article);
    this.#place(assignment, this.#read(input), this.#open(assignment.storyId));
  }

  /** Looks again at the stories that something was added to since this was last asked. */
  lookAtLatest(): void {
    this.#look.atLatest();
  }

  /** Looks at all open stories again, as if every article had been read before the first was assigned. `takeChanges` tells what came of it. */
  lookAgain(): void {
    this.#look.atAll();
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
    if (gone === stays) return;
    const [a, b] = [this.#open(gone), this.#open(stays)];
    for (const { id } of [...a.articles, ...b.articles]) this.#pinnedArticles.set(id, stays);
    this.#merge(a, b, "an editor made them one");
    this.#look.keepTogether(b);
  }

  /** An editor's move of one article. The story it left and the one it entered stay apart. */
  pinMove(articleId: ArticleId, storyId: StoryId): void {
    this.#pinnedArticles.set(articleId, storyId);
    this.#look.keepInPlace(articleId);
    const assignment = this.#assignments.get(articleId);
    if (!assignment) return;
    const from = this.#rootOf(assignment.storyId);
    const to = this.#rootOf(storyId);
    if (from === to) return;
    this.#look.keepApart(from, to);
    const live = this.#live.get(articleId);
    if (live) this.#move(live, this.#open(to), "an editor moved it");
    else this.#recordMove(articleId, from, to, "an editor moved it");
  }

  /** An editor's word that two stories are two. */
  keepApart(a: StoryId, b: StoryId): void {
    this.#look.keepApart(this.#rootOf(a), this.#rootOf(b));
  }

  /** An editor's word that an article is where it belongs. */
  pinInPlace(articleId: ArticleId): void {
    const storyId = this.#storyOf(articleId);
    if (storyId !== undefined) this.#pinnedArticles.set(articleId, storyId);
    this.#look.keepInPlace(articleId);
  }

  /** A merged story is one of its own again. Its articles stay where they are until they are moved back. */
  reopen(id: StoryId): void {
    if (!this.#mergedInto.has(id)) return;
    const root = this.#rootOf(id);
    for (const [articleId, assignment] of this.#assignments)
      if (this.#rootOf(assignment.storyId) === root) this.#assignments.set(articleId, { ...assignment, storyId: root });
    this.#mergedInto.delete(id);
  }

  /** Says in words how alike two articles are and whether they are one story, in the light of what was read so far. */
  explainPair(a: ClusterInput, b: ClusterInput): PairExplanation {
    const [storyA, storyB] = [this.#storyOf(a.article.id), this.#storyOf(b.article.id)];
    return explainPair(a, b, {
      same: storyA !== undefined && storyA === storyB,
      copy:
        this.#assignments.get(a.article.id)?.copyOf === b.article.id ||
        this.#assignments.get(b.article.id)?.copyOf === a.article.id,
      weigh: ({ article, embedding }) =>
        this.#window.weigh(article, countTerms(article, this.#weights.translations), embedding),
    });
  }

  #read({ article, embedding }: ClusterInput): LiveArticle {
    return this.#window.read(article, countTerms(article, this.#weights.translations), embedding);
  }

  #place(assignment: Assignment, live: LiveArticle, story: OpenStory): void {
    this.#assignments.set(assignment.articleId, assignment);
    this.#live.set(live.id, live);
    this.#window.place(live, story);
    if (this.#pinnedArticles.has(live.id)) this.#look.keepInPlace(live.id);
  }

  #open(id: StoryId): OpenStory {
    return this.#window.open(this.#rootOf(id));
  }

  #merge(from: OpenStory, into: OpenStory, reason: string): void {
    this.#window.merge(from, into);
    this.#mergedInto.set(from.id, into.id);
    this.#look.afterMerge(from.id, into.id);
    this.#merges.push({ from: from.id, into: into.id, reason });
  }

  #move(article: LiveArticle, story: OpenStory, reason: string): void {
    const from = article.story?.id ?? story.id;
    this.#window.move(article, story);
    this.#recordMove(article.id, from, story.id, reason);
  }

  #recordMove(articleId: ArticleId, from: StoryId, to: StoryId, reason: string): void {
    const assignment = this.#assignments.get(articleId);
    if (!assignment) return;
    const moved = { ...assignment, storyId: to };
    this.#assignments.set(articleId, moved);
    this.#moves.push({ ...moved, from, reason });
  }

  #current(assignment: Assignment): Assignment {
    const { storyId: now } = this.#assignments.get(assignment.articleId) ?? assignment;
    const storyId = this.#rootOf(now);
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

/** The articles whose words are so like the new one's that it may print their text again. */
function alikeIn(candidates: readonly Candidate[]): ArticleId[] {
  return candidates.flatMap(({ nearest }) =>
    nearest.filter(({ likeness }) => likeness >= clusterParameters.copyLikeness).map(({ article }) => article.id),
  );
}
