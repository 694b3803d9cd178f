import type { Article } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import { DocumentFrequencies, type SavedFrequencies } from "../text/document-frequencies.ts";
import { heaviestTerms } from "../text/term-vector.ts";
import { type FieldCounts, termsIn, weighFields } from "./article-fields.ts";
import { CandidateIndex } from "./candidate-index.ts";
import { type Candidate, JoinComparison } from "./join-features.ts";
import type { LiveArticle } from "./live-article.ts";
import { OpenStory } from "./open-story.ts";
import { clusterParameters } from "./parameters.ts";

const dayMs = 86_400_000;

/** The stories that are open and the articles in them, of all languages: what a new article is weighed against, in bounded memory. */
export class StoryWindow {
  /** In order of what was added last, so that the first one is the first to close. */
  readonly #stories = new Map<StoryId, OpenStory>();
  readonly #index = new CandidateIndex();
  readonly #comparison = new JoinComparison();
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
  read(article: Article, counts: FieldCounts): LiveArticle {
    // Counted first, so that the first article of all has weights; it is one of many soon.
    this.#frequenciesOf(primaryTag(article)).add(termsIn(counts));
    return this.#weighed(article, counts);
  }

  /** The open stories that come into question for an article, each with the row its score is counted from. */
  candidates(article: LiveArticle): Candidate[] {
    this.#comparison.load(article);
    const stories = this.#index.storiesNear(
      article,
      (story) => story !== article.story && Math.abs(article.at - story.lastAt) <= clusterParameters.openDays * dayMs,
    );
    return this.#comparison.compare(article, stories);
  }

  /** The same for given stories, of which the article's own is taken as it is without the article. */
  compare(article: LiveArticle, stories: readonly OpenStory[]): Candidate[] {
    const own = article.story;
    if (own) own.remove(article);
    this.#comparison.load(article);
    const rows = this.#comparison.compare(
      article,
      stories.filter(({ articles }) => articles.length > 0),
    );
    if (own) own.restore(article);
    return rows;
  }

  /** Weighs an article as `read` does, and counts nothing. */
  weigh(article: Article, counts: FieldCounts): LiveArticle {
    return this.#weighed(article, counts);
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
    this.#comparison.load(article);
    story.add(article, this.#comparison.likeness);
    this.#index.add(article);
    this.#stories.delete(story.id);
    this.#stories.set(story.id, story);
    this.#latest = Math.max(this.#latest, article.at);
    this.#close();
  }

  move(article: LiveArticle, story: OpenStory): void {
    const from = article.story;
    from?.remove(article);
    if (from?.articles.length === 0) this.#stories.delete(from.id);
    this.#comparison.load(article);
    story.add(article, this.#comparison.likeness);
  }

  merge(from: OpenStory, into: OpenStory): void {
    into.absorb(from);
    this.#stories.delete(from.id);
  }

  #weighed(article: Article, counts: FieldCounts): LiveArticle {
    const language = primaryTag(article);
    const frequencies = this.#frequenciesOf(language);
    const vectors = weighFields(counts, frequencies);
    return {
      id: article.id,
      at: Date.parse(article.publishedAt),
      outlet: article.outlet,
      language,
      vectors,
      indexed: heaviestTerms(vectors.body, clusterParameters.indexedTerms),
      leadRarity: Float32Array.from(vectors.lead.ids, (id) => frequencies.idf(id)),
      story: undefined,
    };
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
      for (const article of story.articles) this.#index.remove(article);
      this.#stories.delete(story.id);
    }
  }
}

function primaryTag({ language }: Article): string {
  return String(language.split("-")[0]);
}
