import { StoryStream } from "../cluster/story-stream.ts";
import { loadStoryWeights } from "../learned.ts";
import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import type { LabelledArticle } from "./clustering-sets.ts";

/** So many articles come between two looks of a reader: an edition of a hundred outlets brings about as many in ten minutes. */
const batch = 20;

/** How restless stories are for readers while a stream goes on. */
export interface Flapping {
  /** How often an article changed its story after it had one, in the mean of all. */
  readonly changes: number;
  /** The share of articles that came back to a story they had left. */
  readonly returned: number;
}

/** Streams articles as an edition does, with a second look after each batch, and follows each article from story to story. */
export function countFlapping(articles: readonly LabelledArticle[]): Flapping {
  const stream = new StoryStream(loadStoryWeights());
  const trails = new Map<ArticleId, StoryId[]>();
  for (const [at, one] of articles.entries()) {
    stream.assign(one);
    if ((at + 1) % batch !== 0 && at + 1 < articles.length) continue;
    stream.lookAtLatest();
    for (const { articleId, storyId } of stream.finalAssignments()) {
      const trail = trails.get(articleId) ?? [];
      if (trail.at(-1) !== storyId) trails.set(articleId, [...trail, storyId]);
    }
  }
  const all = [...trails.values()];
  const changes = all.reduce((sum, trail) => sum + trail.length - 1, 0);
  const returned = all.filter((trail) => new Set(trail).size < trail.length).length;
  return { changes: changes / all.length, returned: returned / all.length };
}
