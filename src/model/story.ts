import type { ArticleId } from "./article.ts";

export type StoryId = string;

/** The articles on one happening, followed over time. Its id lives as long as it does; a merge leaves a redirect. */
export interface Story {
  readonly id: StoryId;
  readonly articleIds: readonly ArticleId[];
  readonly firstSeenAt: string;
  readonly mergedInto?: StoryId;
}

/** Which story an article belongs to, and of which earlier text it is a copy. */
export interface Assignment {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly copyOf?: ArticleId;
}
