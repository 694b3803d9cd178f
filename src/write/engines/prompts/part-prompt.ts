import type { z } from "zod";
import type { SectionKind } from "../../../model/briefing.ts";
import type { DraftClaim, Voice } from "../../../model/claim.ts";
import type { DraftBriefing } from "../../../model/draft.ts";
import type { SectionContext } from "../../section-context.ts";
import type { Evidence } from "../evidence.ts";
import type { Sentence } from "./sentence.ts";

/** How sentences of one kind become drafts. */
export interface Wording {
  /** "fact" where two origins bear the sentence out, else it is told as said; or what is given. */
  readonly voice?: Voice;
  readonly as?: "line" | "synthesis";
  /** Where it is counted when it is left out; the section by default. */
  readonly part?: string;
  /** What the extractive engine tells in their place: it stands where a sentence is not borne out. */
  readonly instead?: readonly DraftClaim[];
}

/** Turns sentences of a reply into drafts, at most so many; what is no sentence is left out and counted. */
export type ToDrafts = (sentences: readonly Sentence[], most: number, wording?: Wording) => DraftClaim[];

/** A part of the page a model can write: what it is asked, and where what it writes stands. One a file; the version is raised with every change. */
export interface PartPrompt<Reply> {
  readonly part: SectionKind;
  /** "what-happened@1" */
  readonly template: string;
  readonly reply: z.ZodType<Reply>;
  /** What is asked beside the rules, and what belongs to this page alone; undefined where the page has no such part to write. */
  task(
    page: DraftBriefing,
    context: SectionContext,
  ): { readonly task: string; readonly evidence: Evidence } | undefined;
  /** The page with the reply in it; the page as it is where the reply holds nothing to print. */
  place(reply: Reply, page: DraftBriefing, toDrafts: ToDrafts): DraftBriefing;
}

/** The section of a kind in a drafted page. */
export function sectionOf<Kind extends SectionKind>(page: DraftBriefing, kind: Kind) {
  type Section = Extract<DraftBriefing["sections"][number], { kind: Kind }>;
  return page.sections.find((one): one is Section => one.kind === kind);
}

/** The page with another section of its kind. */
export function withSection(page: DraftBriefing, section: DraftBriefing["sections"][number]): DraftBriefing {
  return { ...page, sections: page.sections.map((one) => (one.kind === section.kind ? section : one)) };
}
