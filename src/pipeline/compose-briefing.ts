import { originsOf } from "../cluster/origins.ts";
import { describeEntities } from "../knowledge/describe-entities.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Briefing, EarlierStory, RelatedStory } from "../model/briefing.ts";
import type { StoryMaterial } from "../model/draft.ts";
import type { OutletRegister } from "../model/outlet.ts";
import type { StoryId } from "../model/story.ts";
import { verifyBriefing } from "../verify/verify-briefing.ts";
import { draftBriefing } from "../write/draft-briefing.ts";
import type { Learned } from "./annotate.ts";

/** One story as the store or a command hands it over. */
export interface StoryInput {
  readonly storyId: StoryId;
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly copies: ReadonlyMap<ArticleId, ArticleId>;
  readonly outlets: OutletRegister;
  readonly earlierStories?: readonly EarlierStory[];
  readonly relatedStories?: readonly RelatedStory[];
  readonly language: string;
  readonly now: string;
  readonly revision?: number;
}

/** The way from the articles of one story to its page, in order: who is who, drafts, claims. Pure. */
export function composeBriefing(input: StoryInput, learned: Pick<Learned, "facts">): Briefing {
  const { annotations, language } = input;
  // A page is the same in whatever order its articles are handed over.
  const articles = [...input.articles].sort(
    (a, b) => a.publishedAt.localeCompare(b.publishedAt) || (a.id < b.id ? -1 : 1),
  );
  const material: StoryMaterial = {
    storyId: input.storyId,
    articles,
    annotations,
    copies: input.copies,
    origins: originsOf(articles, input.copies, input.outlets),
    outlets: input.outlets,
    cards: describeEntities({ articles, annotations, facts: learned.facts, language }),
    earlierStories: input.earlierStories ?? [],
    relatedStories: input.relatedStories ?? [],
    language,
    now: input.now,
    revision: input.revision ?? 1,
  };
  return verifyBriefing(draftBriefing(material), material);
}
