import type { Answers, Ask } from "../model/ask.ts";
import type { Claim } from "../model/claim.ts";
import type { Translations } from "../verify/translated-claim.ts";
import { askFor } from "../write/engines/ask-for.ts";
import { translation } from "../write/engines/prompts/translation.ts";

/** Puts sentences in other languages than the page's into its language, as far as they were answered, and says all that is asked. */
export type Translator = (
  foreign: readonly Claim[],
  answers: Answers,
  language: string,
) => { readonly asks: readonly Ask[]; readonly translations: Translations };

/** A language model as translator: each sentence is asked for by itself, so that unchanged ones are not paid for twice. */
export const translationsBy: Translator = (foreign, answers, language) => {
  const asks: Ask[] = [];
  const translations = new Map<string, string>();
  for (const { text, language: from } of foreign) {
    if (from === undefined) continue;
    const asked = askFor(translation(text, from, language), answers);
    asks.push(...asked.asks);
    if (asked.outcome.kind === "reply") translations.set(text, asked.outcome.value.translation.trim());
  }
  return { asks, translations };
};
