import type { Citation, Claim, DraftClaim } from "../model/claim.ts";
import { citationFault } from "./citation-fault.ts";
import { inDoubt, type Opinions, opinionKey } from "./opinions.ts";
import { labelStateMedia } from "./state-media.ts";
import type { StoryFacts } from "./story-facts.ts";
import { computedFault } from "./verify-computed.ts";
import { excerptFault } from "./verify-excerpt.ts";
import { headlineFault } from "./verify-headline.ts";
import { writtenFault } from "./verify-written.ts";

/** A sentence that may be published, or the short stable reason why not. */
export type Verdict = { readonly claim: Claim } | { readonly rejected: string };

/**
 * The only maker of claims. A draft becomes one when every citation is verbatim in an article of the story and the sentence is borne out by
 * what it cites, checked as its basis asks.
 *
 * @param language BCP 47, of the page: the language of our own words and numbers
 * @param opinions what a judge says of sentences in doubt; without one they are refused
 */
export function verifyClaim(
  draft: DraftClaim,
  facts: StoryFacts,
  language: string,
  opinions: Opinions = new Map(),
): Verdict {
  const [first, ...rest] = draft.citations;
  if (!first) return { rejected: "no-citation" };
  const fault =
    draft.citations.map((citation) => citationFault(citation, facts)).find((one) => one !== undefined) ??
    faultByBasis(draft, facts, language);
  const isSettled = fault === inDoubt && opinions.get(opinionKey(draft)) === true;
  return fault === undefined || isSettled
    ? { claim: publish(draft, [first, ...rest], facts, language) }
    : { rejected: fault };
}

function faultByBasis(draft: DraftClaim, facts: StoryFacts, language: string): string | undefined {
  const { basis } = draft;
  switch (basis.kind) {
    case "excerpt":
      return excerptFault({ ...draft, basis }, facts, language);
    case "headline":
      return headlineFault(draft, language);
    case "computed":
      return computedFault({ ...draft, basis }, facts, language);
    case "written":
      return writtenFault(draft, facts, language);
  }
}

function publish(
  { text: words, voice, basis }: DraftClaim,
  citations: readonly [Citation, ...Citation[]],
  { stateMedia, articles }: StoryFacts,
  language: string,
): Claim {
  const text = labelStateMedia(words, stateMedia, language);
  const own = basis.kind === "excerpt" ? articles.get(citations[0].articleId)?.language : undefined;
  const foreign = own !== undefined && own.split("-")[0] !== language.split("-")[0];
  // The brand has no value: this cast is the one place where a draft becomes a claim.
  return {
    text,
    voice,
    citations,
    ...(basis.kind === "written" && { written: true }),
    ...(foreign && { language: own }),
  } as unknown as Claim;
}
