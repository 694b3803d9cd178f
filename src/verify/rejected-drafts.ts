import type { DraftClaim } from "../model/claim.ts";
import type { DraftBriefing, StoryMaterial } from "../model/draft.ts";
import type { Opinions } from "./opinions.ts";
import { readStoryFacts } from "./story-facts.ts";
import { verifyClaim } from "./verify-claim.ts";

/** The sentences of a draft that a model wrote and nothing bears out, each with the reason, so that it can be asked to mend them. */
export function rejectedDrafts(
  { headline, sections }: DraftBriefing,
  material: StoryMaterial,
  opinions: Opinions = new Map(),
): ReadonlyMap<DraftClaim, string> {
  const facts = readStoryFacts(material);
  const rejected = new Map<DraftClaim, string>();
  for (const draft of writtenIn([headline, sections])) {
    const verdict = verifyClaim(draft, facts, material.language, opinions);
    if ("rejected" in verdict) rejected.set(draft, verdict.rejected);
  }
  return rejected;
}

function writtenIn(value: unknown): DraftClaim[] {
  if (Array.isArray(value)) return value.flatMap(writtenIn);
  if (typeof value !== "object" || value === null) return [];
  if ("basis" in value) return (value as DraftClaim).basis.kind === "written" ? [value as DraftClaim] : [];
  return Object.values(value).flatMap(writtenIn);
}
