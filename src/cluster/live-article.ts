import type { ArticleId } from "../model/article.ts";
import type { TermVector } from "../text/term-vector.ts";
import type { FieldVectors } from "./article-fields.ts";
import type { OpenStory } from "./open-story.ts";

/** An article in the window: what later ones are compared with. Its text is not kept. */
export interface LiveArticle {
  readonly id: ArticleId;
  /** Milliseconds. */
  readonly at: number;
  readonly outlet: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  readonly vectors: FieldVectors;
  /** The heaviest terms of `vectors.body`: by these it is in the index. */
  readonly indexed: TermVector;
  /** Inverse document frequencies of the terms of `vectors.lead`, when it was read. */
  readonly leadRarity: Float32Array;
  /** The story it is in; undefined until it is placed. */
  story: OpenStory | undefined;
}
