import type { ArticleId } from "../model/article.ts";
import type { ArticleVector } from "./article-vector.ts";
import type { OpenStory } from "./open-story.ts";
import type { TextMeaning } from "./text-meaning.ts";

/** An article in the window: what later ones are compared with. Its text is not kept. */
export interface LiveArticle {
  readonly id: ArticleId;
  /** Milliseconds. */
  readonly at: number;
  /** BCP 47 primary tag. */
  readonly language: string;
  readonly vector: ArticleVector;
  /** Where an embedding model is configured, and knows the language. */
  readonly meaning?: TextMeaning;
  /** The story it is in; undefined until it is placed. */
  story: OpenStory | undefined;
}
