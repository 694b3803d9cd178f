import { originsOf } from "../cluster/origins.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article } from "../model/article.ts";
import type { StoryMaterial } from "../model/draft.ts";
import { unknownOutlet } from "../model/outlet.ts";

/** Articles as the material of an English story without copies, cards and other stories, of outlets of which nothing is known. */
export function storyMaterial(
  articles: readonly Article[],
  annotationOf: (article: Article) => Annotation,
  now: string,
): StoryMaterial {
  return {
    storyId: "story",
    articles,
    annotations: new Map(articles.map((article) => [article.id, annotationOf(article)])),
    outlets: unknownOutlet,
    copies: new Map(),
    origins: originsOf(articles, new Map(), unknownOutlet),
    cards: [],
    earlierStories: [],
    relatedStories: [],
    language: "en",
    now,
    revision: 1,
  };
}
