import type { Claim, DraftClaim } from "../model/claim.ts";

/** What a second opinion said of sentences in doubt: true where it takes them for borne out. Of those it was not asked for there is none. */
export type Opinions = ReadonlyMap<string, boolean>;

/** The reason of a sentence that nothing speaks against and too little for: a second opinion may settle it, and nothing else that is refused. */
export const inDoubt = "in-doubt";

/** By what a sentence is known to those who were asked: its words and what they stand on. */
export function opinionKey({ text, citations }: DraftClaim | Claim): string {
  return [text, ...citations.map(({ articleId, start, end }) => `${articleId} ${start}-${end}`)].join("\n");
}
