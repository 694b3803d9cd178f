import { originsOf } from "../cluster/origins.ts";
import { agreeOnNames } from "../knowledge/agree-on-names.ts";
import { describeEntities } from "../knowledge/describe-entities.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId } from "../model/article.ts";
import type { Answers, Ask, Usage } from "../model/ask.ts";
import type { Briefing, EarlierStory, RelatedStory } from "../model/briefing.ts";
import type { Claim } from "../model/claim.ts";
import type { DraftBriefing, StoryMaterial } from "../model/draft.ts";
import type { NameArticles, NameQuery } from "../model/encyclopaedia.ts";
import type { OutletRegister } from "../model/outlet.ts";
import type { StoryId } from "../model/story.ts";
import { inDoubt, type Opinions, opinionKey } from "../verify/opinions.ts";
import { rejectedDrafts } from "../verify/rejected-drafts.ts";
import { verifyBriefing } from "../verify/verify-briefing.ts";
import type { Engine } from "../write/engines/engine.ts";
import { extractiveEngine } from "../write/engines/extractive-engine.ts";
import { usageOf } from "../write/engines/usage-of.ts";
import { privateNamesIn, protectionOf } from "../write/private-people.ts";
import type { Learned } from "./annotate.ts";
import type { Judge } from "./second-opinions.ts";
import type { Translator } from "./translations.ts";

/** One story as the store or a command hands it over. */
export interface StoryInput {
  readonly storyId: StoryId;
  readonly articles: readonly Article[];
  readonly annotations: ReadonlyMap<ArticleId, Annotation>;
  readonly copies: ReadonlyMap<ArticleId, ArticleId>;
  readonly outlets: OutletRegister;
  readonly earlierStories?: readonly EarlierStory[];
  readonly relatedStories?: readonly RelatedStory[];
  /** What an encyclopaedia has under names of the story. */
  readonly found?: readonly NameArticles[];
  readonly language: string;
  readonly now: string;
  readonly revision?: number;
}

/** A page as it stands with the answers there are, and what is still to be asked for it. */
export interface Composed {
  readonly briefing: Briefing;
  readonly open: readonly Ask[];
  /** Names it would have a card for, if anything said who they are; no private person is among them. */
  readonly undescribed: readonly NameQuery[];
}

/** The way from the articles of one story to its page, in order: who is who, drafts, claims. Pure, and asks no model. */
export function composeBriefing(input: StoryInput, learned: Pick<Learned, "facts" | "isNounPhrase">): Briefing {
  return composeWith(extractiveEngine, input, learned, new Map()).briefing;
}

/** Whom a page that a model writes may ask beside its engine. */
export interface Helpers {
  readonly judge?: Judge;
  readonly translate?: Translator;
}

/**
 * The same by any engine, with the answers to what it asks. What nothing bears out is written anew once; what is in doubt is put to a judge, where
 * there is one; what outlets of other languages say is put into the page's. Where `open` is empty the page is whole; else it is the best there is without those answers.
 */
export function composeWith(
  engine: Engine,
  input: StoryInput,
  learned: Pick<Learned, "facts" | "isNounPhrase">,
  answers: Answers,
  { judge, translate }: Helpers = {},
): Composed {
  const { material, undescribed } = materialOf(input, learned);
  const drafting = engine(material, answers);
  if (drafting.asks.length === 0) return { briefing: verifyBriefing(drafting.draft, material), open: [], undescribed };
  const opinions = new Map<string, boolean>();
  const judging: Ask[] = [];
  const isOpen = ({ id }: Ask) => !answers.has(id);
  const refusedIn = (draft: DraftBriefing) => {
    const refused = rejectedDrafts(draft, material);
    const doubtful = [...refused].flatMap(([claim, reason]) => (reason === inDoubt ? [claim] : []));
    if (!judge || doubtful.length === 0) return refused;
    const second = judge(doubtful, answers, material.language);
    judging.push(...second.asks);
    for (const [key, opinion] of second.opinions) opinions.set(key, opinion);
    return rejectedDrafts(draft, material, opinions);
  };
  const refused = refusedIn(drafting.draft);
  // What a judge may pass yet is not sent back.
  const { draft, asks } = judging.some(isOpen) ? drafting : drafting.mend(refused);
  if (draft !== drafting.draft) refusedIn(draft);
  const verified = verifyBriefing(draft, material, opinions);
  const foreign = claimsIn([verified.sections]).filter((claim) => claim.language !== undefined);
  const translated = translate?.(foreign, answers, material.language);
  const helped = [...judging, ...(translated?.asks ?? [])];
  const briefing = translated ? verifyBriefing(draft, material, opinions, translated.translations) : verified;
  return {
    briefing: asWritten(briefing, { opinions, usage: usageOf([...asks, ...helped], answers) }),
    open: [...asks, ...helped].filter(isOpen),
    undescribed,
  };
}

/** The page with those parts named as written in which a sentence of the model's was borne out, what all answers took, and how many a judge passed. */
function asWritten(briefing: Briefing, { opinions, usage }: { opinions: Opinions; usage: Usage }): Briefing {
  const { writing, headline, sections } = briefing;
  if (!writing) return briefing;
  const written = (value: unknown) => claimsIn(value).filter((claim) => claim.written);
  const parts = writing.parts.filter(
    ({ part }) => written(part === "headline" ? headline : sections.find(({ kind }) => kind === part)).length > 0,
  );
  const judged = written([headline, sections]).filter((claim) => opinions.get(opinionKey(claim))).length;
  return {
    ...briefing,
    engine: parts.length > 0 ? "model" : "extractive",
    writing: { ...writing, parts, usage, ...(judged > 0 && { judged }) },
  };
}

function claimsIn(value: unknown): Claim[] {
  if (typeof value !== "object" || value === null) return [];
  if ("citations" in value && "text" in value) return [value as Claim];
  return Object.values(value).flatMap(claimsIn);
}

function materialOf(
  input: StoryInput,
  learned: Pick<Learned, "facts" | "isNounPhrase">,
): { readonly material: StoryMaterial; readonly undescribed: readonly NameQuery[] } {
  const { language, found = [] } = input;
  // A page is the same in whatever order its articles are handed over.
  const articles = [...input.articles].sort(
    (a, b) => a.publishedAt.localeCompare(b.publishedAt) || (a.id < b.id ? -1 : 1),
  );
  const annotations = agreeOnNames({ articles, annotations: input.annotations, facts: learned.facts });
  const origins = originsOf(articles, input.copies, input.outlets);
  const { facts } = learned;
  const { cards, undescribed } = describeEntities({ articles, annotations, facts, origins, language, found });
  const material: StoryMaterial = {
    storyId: input.storyId,
    articles,
    annotations,
    copies: input.copies,
    origins,
    outlets: input.outlets,
    cards,
    earlierStories: input.earlierStories ?? [],
    relatedStories: input.relatedStories ?? [],
    language,
    now: input.now,
    revision: input.revision ?? 1,
    isNounPhrase: learned.isNounPhrase,
  };
  const protection = protectionOf(material);
  return { material, undescribed: undescribed.filter(({ name }) => privateNamesIn(name, protection).length === 0) };
}
