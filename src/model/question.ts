import type { Claim } from "./claim.ts";

/** A question a reader would ask next, answered on a page of its own. */
export interface Question {
  readonly slug: string;
  readonly question: string;
  readonly teaser: string;
  readonly answer: readonly Claim[];
}
