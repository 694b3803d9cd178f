import { originsOf } from "../cluster/origins.ts";
import { describeEntities } from "../knowledge/describe-entities.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Answers, Ask } from "../model/ask.ts";
import type { Briefing, EarlierStory, RelatedStory } from "../model/briefing.ts";
import type { StoryMaterial } from "../model/draft.ts";
import type { OutletRegister } from "../model/outlet.ts";
import type { StoryId } from "../model/story.ts";
import { rejectedDrafts } from "../verify/rejected-drafts.ts";
import { verifyBriefing } from "../verify/verify-briefing.ts";
import type { Engine } from "../write/engines/engine.ts";
import { extractiveEngine } from "../write/engines/extractive-engine.ts";
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

/** A page as it stands with the answers there are, and what is still to be asked for it. */
export interface Composed {
  readonly briefing: Briefing;
  readonly open: readonly Ask[];
}

/** The way from the articles of one story to its page, in order: who is who, drafts, claims. Pure, and asks no model. */
export function composeBriefing(input: StoryInput, learned: Pick<Learned, "facts">): Briefing {
  return composeWith(extractiveEngine, input, learned, new Map()).briefing;
}

/**
 * The same by any engine, with the answers to what it asks. What nothing bears out is written anew once. Where `open` is empty the page is
 * whole; else it is the best there is without those answers.
 */
export function composeWith(
  engine: Engine,
  input: StoryInput,
  learned: Pick<Learned, "facts">,
  answers: Answers,
): Composed {
  const material = materialOf(input, learned);
  const drafting = engine(material, answers);
  const { draft, asks } = drafting.asks.length > 0 ? drafting.mend(rejectedDrafts(drafting.draft, material)) : drafting;
  return {
    briefing: asWritten(verifyBriefing(draft, material)),
    open: asks.filter(({ id }) => !answers.has(id)),
  };
}

/** The page with those parts named as written in which a sentence of the model's was borne out. */
function asWritten(briefing: Briefing): Briefing {
  const { writing, headline, sections } = briefing;
  if (!writing) return briefing;
  const parts = writing.parts.filter(({ part }) =>
    part === "headline" ? headline.written : hasWritten(sections.find(({ kind }) => kind === part)),
  );
  return { ...briefing, engine: parts.length > 0 ? "model" : "extractive", writing: { ...writing, parts } };
}

function hasWritten(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ("written" in value && value.written === true) || Object.values(value).some(hasWritten);
}

function materialOf(input: StoryInput, learned: Pick<Learned, "facts">): StoryMaterial {
  const { annotations, language } = input;
  // A page is the same in whatever order its articles are handed over.
  const articles = [...input.articles].sort(
    (a, b) => a.publishedAt.localeCompare(b.publishedAt) || (a.id < b.id ? -1 : 1),
  );
  return {
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
}
