import type { Annotation } from "./annotation.ts";
import type { Article, ArticleId } from "./article.ts";
import type { Briefing, EarlierStory, RelatedStory } from "./briefing.ts";
import type { Claim, DraftClaim } from "./claim.ts";
import type { EntityCard } from "./entity.ts";
import type { OutletRegister } from "./outlet.ts";
import type { StoryId } from "./story.ts";

/** All that a page is made of: what an engine may use, and what verification counts again. */
export interface StoryMaterial {
  readonly storyId: StoryId;
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly outlets: OutletRegister;
  /** Article -> the earlier article whose text it prints. */
  readonly copies: ReadonlyMap<ArticleId, ArticleId>;
  /** Article -> whose words they are: the newsroom's family, or the agency's. Independent origins are counted by it, never copies. */
  readonly origins: ReadonlyMap<ArticleId, string>;
  /** The story's main people, bodies and places, most important first. */
  readonly cards: readonly EntityCard[];
  readonly earlierStories: readonly EarlierStory[];
  readonly relatedStories: readonly RelatedStory[];
  /** BCP 47: the language of the page. */
  readonly language: string;
  /** ISO 8601: when the page is written. */
  readonly now: string;
  readonly revision: number;
  /** Whether words stand in an English sentence as a noun and what describes it; undefined where they do not stand in it. Absent where nothing can tell. */
  readonly isNounPhrase?: (phrase: string, sentence: string) => boolean | undefined;
}

/** The same shape with drafts where claims will stand. */
export type Draft<T> = T extends Claim ? DraftClaim : T extends object ? { readonly [K in keyof T]: Draft<T[K]> } : T;

/**
 * A page before verification. Headline and standfirst are candidates, best first: the first that is borne out is
 * published, so that a page never fails for want of a good one.
 */
export interface DraftBriefing extends Draft<Omit<Briefing, "headline" | "standfirst">> {
  readonly headline: readonly DraftClaim[];
  readonly standfirst: readonly DraftClaim[];
}
