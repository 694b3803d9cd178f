import type { ArticleId, Genre, Revisit } from "./article.ts";
import type { Usage } from "./ask.ts";
import type { Citation, Claim } from "./claim.ts";
import type { EntityCard } from "./entity.ts";
import type { Question } from "./question.ts";
import type { StoryId } from "./story.ts";

export interface WhatHappened {
  readonly kind: "what-happened";
  readonly claims: readonly Claim[];
}

export interface BehindTheHeadline {
  readonly kind: "behind-the-headline";
  readonly thesis: Claim;
  /** The bullets. */
  readonly claims: readonly Claim[];
  readonly inSum?: Claim;
}

export interface OutletView {
  readonly outlet: string;
  readonly emphasis: readonly Claim[];
  readonly onlyHere: readonly Claim[];
  readonly omits: readonly Claim[];
}

export interface DisagreementVersion {
  /** As readers see it: "12 dead". */
  readonly value: string;
  readonly outlets: readonly string[];
  /** When it was last reported so, ISO 8601. */
  readonly at: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

export interface Disagreement {
  readonly subject: string;
  readonly versions: readonly DisagreementVersion[];
}

export interface WhatThePapersSay {
  readonly kind: "what-the-papers-say";
  /** The readable passage, ending in "Overall, ...". */
  readonly claims: readonly Claim[];
  readonly outlets: readonly OutletView[];
  readonly disagreements: readonly Disagreement[];
  readonly consensus: readonly Claim[];
  readonly unknowns: readonly Claim[];
}

export interface TimelineEntry {
  /** ISO date, cut to the grain that is known. */
  readonly date: string;
  readonly claims: readonly Claim[];
}

export interface EarlierStory {
  readonly storyId: StoryId;
  readonly headline: string;
  readonly at: string;
}

export interface HowWeGotHere {
  readonly kind: "how-we-got-here";
  readonly claims: readonly Claim[];
  readonly timeline: readonly TimelineEntry[];
  readonly earlierStories: readonly EarlierStory[];
}

export interface RelatedStory {
  readonly storyId: StoryId;
  readonly headline: string;
  readonly reason: string;
}

export interface Questions {
  readonly kind: "questions";
  readonly claims: readonly Claim[];
  readonly questions: readonly Question[];
  readonly relatedStories: readonly RelatedStory[];
}

export interface Topics {
  readonly kind: "topics";
  readonly claims: readonly Claim[];
  readonly entities: readonly EntityCard[];
}

export type Section = WhatHappened | BehindTheHeadline | WhatThePapersSay | HowWeGotHere | Questions | Topics;
export type SectionKind = Section["kind"];

/** The parts in the order of the page, whatever order they were written in. */
export const pageOrder = [
  "what-happened",
  "behind-the-headline",
  "what-the-papers-say",
  "how-we-got-here",
  "questions",
  "topics",
] as const satisfies readonly SectionKind[];

export interface Source {
  readonly articleId: ArticleId;
  readonly outlet: string;
  readonly url?: string;
  readonly title: string;
  readonly publishedAt?: string;
  readonly language: string;
  readonly genre: Genre;
  readonly copyOf?: ArticleId;
  /** The outlet changed or withdrew it after it was cited. */
  readonly revisited?: Revisit;
}

export interface SkippedPart {
  /** A section kind, "headline", "standfirst", or a part of a section ("behind-the-headline.inSum"). */
  readonly part: string;
  readonly reason: string;
  readonly count: number;
  /** It is of sentences that a language model wrote, which were left out one by one. */
  readonly written?: true;
}

/** What a language model has to do with a page. */
export interface Writing {
  /** As readers know it: "llama3.2:8b". */
  readonly model: string;
  /** The parts in which sentences of its making stand, each with the prompt and its version; the others are extractive. */
  readonly parts: readonly { readonly part: SectionKind | "headline"; readonly template: string }[];
  /** What its replies took, and a judge's, whenever they were paid for. */
  readonly usage: Usage;
  /** Sentences in doubt that a judge took for borne out; absent where there are none. */
  readonly judged?: number;
}

/** One revision of a story's page. Revisions are appended, never edited. */
export interface Briefing {
  readonly storyId: StoryId;
  readonly revision: number;
  readonly language: string;
  /** "model" where a language model wrote any part of it, else "extractive". */
  readonly engine: "extractive" | "model";
  /** Absent where no model was asked. */
  readonly writing?: Writing;
  readonly writtenAt: string;
  readonly headline: Claim;
  readonly standfirst: Claim;
  readonly sections: readonly Section[];
  readonly sources: readonly Source[];
  readonly skipped: readonly SkippedPart[];
}

/** The language model that wrote any part of a page, as readers know it; undefined where it is the outlets' own sentences. */
export function writerOf({ writing }: Pick<Briefing, "writing">): string | undefined {
  return writing && writing.parts.length > 0 ? writing.model : undefined;
}
