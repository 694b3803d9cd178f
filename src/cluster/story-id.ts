import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";

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

/** The id of a story that begins with an article which left another one: its own id may be the name of the story it left. */
export function splitStoryIdOf(articleId: ArticleId, from: StoryId): StoryId {
  return storyIdOf(`${articleId} out of ${from}`);
}
