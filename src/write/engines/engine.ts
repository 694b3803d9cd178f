import type { Answers, Ask } from "../../model/ask.ts";
import type { DraftClaim } from "../../model/claim.ts";
import type { DraftBriefing, StoryMaterial } from "../../model/draft.ts";

/** A page as far as an engine has got with it. */
export interface Drafted {
  readonly draft: DraftBriefing;
  /** All that a model was and is to be asked for it; those that nobody has answered yet are open. */
  readonly asks: readonly Ask[];
}

/** A drafted page whose sentences can be written anew. */
export interface Drafting extends Drafted {
  /** The page with other sentences in the place of those that nothing bears out, each refused for its reason. */
  mend(refused: ReadonlyMap<DraftClaim, string>): Drafted;
}

/**
 * Turns the evidence of a story into drafts; verify alone turns drafts into claims. Pure: an engine that needs a model says what it would ask and
 * drafts with the answers it is handed, so that the same story and answers give the same page. Without an answer a part is extractive.
 */
export type Engine = (material: StoryMaterial, answers: Answers) => Drafting;
