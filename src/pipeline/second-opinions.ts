import type { Answers, Ask } from "../model/ask.ts";
import type { DraftClaim } from "../model/claim.ts";
import { type Opinions, opinionKey } from "../verify/opinions.ts";
import { askFor } from "../write/engines/ask-for.ts";
import { isBorneOut, secondOpinion } from "../write/engines/prompts/second-opinion.ts";

/** What a judge says of sentences in doubt, as far as it has answered, and all that it is asked. */
export type Judge = (
  doubtful: readonly DraftClaim[],
  answers: Answers,
  language: string,
) => { readonly asks: readonly Ask[]; readonly opinions: Opinions };

/** A judge that is a language model: each sentence is put to it by itself, so that unchanged ones are not paid for twice. */
export const secondOpinions: Judge = (doubtful, answers, language) => {
  const asks: Ask[] = [];
  const opinions = new Map<string, boolean>();
  for (const draft of doubtful) {
    const asked = askFor(secondOpinion(draft, language), answers);
    asks.push(...asked.asks);
    if (asked.outcome.kind === "reply") opinions.set(opinionKey(draft), isBorneOut(asked.outcome.value));
  }
  return { asks, opinions };
};
