import type { Article } from "../model/article.ts";
import type { Embedding } from "../model/embedding.ts";
import type { StoryId } from "../model/story.ts";
import { DocumentFrequencies, type SavedFrequencies } from "../text/document-frequencies.ts";
import type { TermUses } from "./article-terms.ts";
import { articleVector } from "./article-vector.ts";
import { CandidateIndex } from "./candidate-index.ts";
import type { LiveArticle } from "./live-article.ts";
import { MeaningIndex } from "./meaning-index.ts";
import { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";
import { type Candidate, StoryLikeness, sharesEnough } from "./story-likeness.ts";
import { MeaningSpace } from "./text-meaning.ts";

const dayMs = 86_400_000;

/** The stories that are open and the articles in them, of all languages: what a new article is weighed against, in bounded memory. */
export class StoryWindow {
  /** In order of what was added last, so that the first one is the first to close. */
  readonly #stories = new Map<StoryId, OpenStory>();
  readonly #index = new CandidateIndex();
  readonly #likeness = new StoryLikeness();
  readonly #meaningIndex = new MeaningIndex();
  readonly #meanings = new MeaningSpace();
  readonly #background: ReadonlyMap<string, SavedFrequencies>;
  readonly #frequencies = new Map<string, DocumentFrequencies>();
  readonly #onClose: (story: OpenStory) => void;
  #latest = Number.NEGATIVE_INFINITY;

  /**
   * @param background counts of past articles by language: the first article of all has weights from them
   * @param onClose told of a story before its articles leave
   */
  constructor(background: ReadonlyMap<string, SavedFrequencies>, onClose: (story: OpenStory) => void = () => {}) {
    this.#background = background;
    this.#onClose = onClose;
  }

  /** Counts an article's terms and weighs them as the frequencies of its language stand then. */
  read(article: Article, uses: TermUses, embedding?: Embedding): LiveArticle {
    // Counted first, so that the first article of all has weights; it is one of many soon.
    this.#frequenciesOf(primaryTag(article)).add(uses.keys());
    return this.#weigh(article, uses, embedding, true);
  }

  /** Weighs an article as `read` does, and counts nothing. */
  weigh(article: Article, uses: TermUses, embedding?: Embedding): LiveArticle {
    return this.#weigh(article, uses, embedding, false);
  }

  #weigh(article: Article, uses: TermUses, embedding: Embedding | undefined, isNew: boolean): LiveArticle {
    const language = primaryTag(article);
    const meaning = embedding && this.#meanings.centre(embedding, language, isNew);
    return {
      id: article.id,
      at: Date.parse(article.publishedAt),
      language,
      vector: articleVector(uses, this.#frequenciesOf(language)),
      ...(meaning && { meaning }),
      story: undefined,
    };
  }

  /** The open stories that come into question for an article, the best first; its own is not among them. */
  candidates(article: LiveArticle): Candidate[] {
    this.#likeness.load(article);
    const isOpen = (story: OpenStory) =>
      story !== article.story && Math.abs(article.at - story.lastAt) <= clusterParameters.openDays * dayMs;
    const stories = new Set([
      ...this.#index.storiesNear(article, isOpen),
      ...this.#meaningIndex.storiesNear(article, isOpen),
    ]);
    return this.#likeness.compare(article, [...stories]).filter(sharesEnough);
  }

  /** How alike an article and a story are; its own is taken as it is without the article. */
  likeness(article: LiveArticle, story: OpenStory): number {
    this.#likeness.load(article);
    return this.#likeness.of(story, article);
  }

  /** How alike each two of some articles are in the light of the time between them. */
  pairs(articles: readonly LiveArticle[]): Float64Array[] {
    const rows = articles.map(() => new Float64Array(articles.length));
    for (const [i, one] of articles.entries()) {
      this.#likeness.load(one);
      for (let j = 0; j < i; j++) {
        const likeness = this.#likeness.ofPair(articles[j] as LiveArticle);
        (rows[i] as Float64Array)[j] = likeness;
        (rows[j] as Float64Array)[i] = likeness;
      }
    }
    return rows;
  }

  find(id: StoryId): OpenStory | undefined {
    return this.#stories.get(id);
  }

  /** The story of that id, opened where it is not. */
  open(id: StoryId): OpenStory {
    const known = this.#stories.get(id);
    if (known) return known;
    const story = new OpenStory(id);
    this.#stories.set(id, story);
    return story;
  }

  stories(): Iterable<OpenStory> {
    return this.#stories.values();
  }

  place(article: LiveArticle, story: OpenStory): void {
    story.add(article);
    this.#index.add(article);
    this.#meaningIndex.add(article);
    this.#stories.delete(story.id);
    this.#stories.set(story.id, story);
    this.#latest = Math.max(this.#latest, article.at);
    this.#close();
  }

  move(article: LiveArticle, story: OpenStory): void {
    const from = article.story;
    from?.remove(article);
    if (from?.articles.length === 0) this.#stories.delete(from.id);
    story.add(article);
  }

  merge(from: OpenStory, into: OpenStory): void {
    into.absorb(from);
    this.#stories.delete(from.id);
  }

  #frequenciesOf(language: string): DocumentFrequencies {
    const known = this.#frequencies.get(language);
    if (known) return known;
    const made = new DocumentFrequencies(this.#background.get(language));
    this.#frequencies.set(language, made);
    return made;
  }

  #close(): void {
    for (const story of this.#stories.values()) {
      const old = story.lastAt < this.#latest - clusterParameters.openDays * dayMs;
      if (!old && this.#index.size <= clusterParameters.liveArticles) return;
      if (story.articles.length > 0) this.#onClose(story);
      for (const article of story.articles) {
        this.#index.remove(article);
        this.#meaningIndex.remove(article);
      }
      this.#stories.delete(story.id);
    }
  }
}

function primaryTag({ language }: Article): string {
  return String(language.split("-")[0]);
}
