import type { Claim } from "../model/claim.ts";
import type { StoryFacts } from "./story-facts.ts";
import { translationFault } from "./translation-fault.ts";

/** What a language model made of sentences in other languages, by the sentence. */
export type Translations = ReadonlyMap<string, string>;

/** A claim with its translation where it has one that holds, or the reason why it does not. */
export function translatedClaim(
  claim: Claim,
  translations: Translations,
  facts: StoryFacts,
  language: string,
): { readonly claim: Claim; readonly rejected?: string } {
  const translation = claim.language === undefined ? undefined : translations.get(claim.text);
  if (translation === undefined || claim.language === undefined) return { claim };
  const known = [...facts.articles.values()].flatMap((article) =>
    article.language.split("-")[0] === language.split("-")[0] ? [article.title, article.text] : [],
  );
  const rejected = translationFault(translation, claim.text, { from: claim.language, to: language, known });
  return rejected === undefined ? { claim: { ...claim, translation } } : { claim, rejected };
}
