import type { Claim } from "../../model/claim.ts";
import type { StoryView } from "./story-view.ts";

/** A sentence is an outlet's own where its passage has so much of its words; one of ours shares names and numbers alone. */
const leastShared = 0.6;

/**
 * The language (BCP 47) of a sentence that an outlet wrote in another language than the page's; undefined of all others, though they stand on
 * foreign passages.
 */
export function foreignLanguageOf(claim: Claim, view: StoryView): string | undefined {
  const [{ articleId, quote }] = claim.citations;
  const language = view.sourceOf(articleId)?.language;
  if (claim.written || language === undefined || primary(language) === primary(view.briefing.language))
    return undefined;
  const known = new Set(wordsOf(quote));
  const words = wordsOf(claim.text);
  return words.filter((word) => known.has(word)).length >= leastShared * words.length ? language : undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function primary(tag: string): string {
  return String(tag.split("-")[0]);
}
