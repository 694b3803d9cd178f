import type { WhatThePapersSay } from "../../model/briefing.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { Draft } from "../../model/draft.ts";
import { emphasisOf, type Stressed } from "../emphasis.ts";
import { parameters } from "../parameters.ts";
import type { Drafted, SectionContext } from "../section-context.ts";
import { type Difference, differencesOf } from "../story-differences.ts";
import { draftConsensus, draftDisagreements, draftUnknowns, oneVoiceClaims, overallOf } from "./agreement.ts";
import { differenceClaims, emphasisClaims, openingsClaim, sharedClaim } from "./comparison-passage.ts";
import { draftOutletViews } from "./outlet-views.ts";

const part = "what-the-papers-say";

/**
 * Who says what. The passage is computed: what each outlet stresses, where the numbers differ, and how far all agree; the lists under it
 * are the outlets' own sentences. A story of one outlet has the section only where something is called unknown.
 */
export function draftWhatThePapersSay(context: SectionContext): Drafted<Draft<WhatThePapersSay>> {
  const { reading } = context;
  const several = reading.outlets.length > 1;
  const stressed = several ? emphasisOf(reading) : new Map<string, Stressed[]>();
  const differences = several ? differencesOf(context) : [];
  // The passage is what most read: it has the first choice of sentences.
  const passage = several ? passageOf(stressed, differences, context) : [];
  const outlets = several ? draftOutletViews(context, stressed) : [];
  const disagreements = several ? draftDisagreements(differences, context) : [];
  const unknowns = draftUnknowns(context);
  if (!several && unknowns.length === 0) return { skipped: { part, reason: "one-outlet", count: 1 } };
  const consensus = several ? draftConsensus(context) : [];
  const overall = overallOf(context);
  if (!overall) return { skipped: { part, reason: "nothing-to-compare", count: 1 } };
  return {
    section: {
      kind: "what-the-papers-say",
      claims: [...passage, overall],
      outlets,
      disagreements,
      consensus,
      unknowns,
    },
  };
}

/** What they share, what each stresses, where they stand against each other. */
function passageOf(
  stressed: ReadonlyMap<string, readonly Stressed[]>,
  differences: readonly Difference[],
  context: SectionContext,
): DraftClaim[] {
  const emphasis = emphasisClaims(stressed, context);
  const told = differenceClaims(differences, context);
  // Two sentences at least set outlets against each other; what they open with is there in every story.
  const openings = emphasis.length + told.length < parameters.papers.leastContrasts + 1 ? openingsClaim(context) : [];
  return [...sharedClaim(context), ...oneVoiceClaims(context), ...emphasis, ...openings, ...told];
}
