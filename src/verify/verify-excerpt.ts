import type { DraftClaim } from "../model/claim.ts";
import { isDeletionOf } from "./deletion-only.ts";
import { ownWordsFault } from "./own-words.ts";
import { plainName, type StoryFacts } from "./story-facts.ts";

type Excerpt = DraftClaim & { readonly basis: { readonly kind: "excerpt" } };

/**
 * Checks an excerpt: between our prefix and suffix stand words of the first cited sentence with nothing but deletions; the outlet it is
 * signed with is the one whose article is cited; a speaker it is given to is one the article gives words to.
 */
export function excerptFault(claim: Excerpt, facts: StoryFacts, language: string): string | undefined {
  const { prefix = "", suffix = "", speaker } = claim.basis;
  const { text, citations } = claim;
  const [first] = citations;
  const article = first && facts.articles.get(first.articleId);
  if (!first || !article) return "no-citation";
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return "attribution-missing";
  const body = text.slice(prefix.length, text.length - suffix.length);
  if (!isDeletionOf(body, first.quote)) return "words-not-in-source";
  if (signedWrongly(claim, article.outlet, facts)) return "wrong-outlet";
  const speakers = [...(facts.speakers.get(article.id) ?? [])];
  if (speaker !== undefined && !speakers.some((one) => plainName(one) === plainName(speaker))) return "wrong-speaker";
  const known = [...speakers, ...(speaker === undefined ? [] : [speaker])];
  return ownWordsFault(`${prefix}${suffix}`, { facts, language, known, numbers: new Set([citations.length]) });
}

/**
 * Words that are signed behind carry the cited outlet's name there, and an outlet named before them ("Not in the articles of X: …") is none
 * of the cited. Words that are not signed behind are introduced by a cited outlet wherever they are introduced by one at all.
 */
function signedWrongly({ basis, citations }: Excerpt, outlet: string, { articles, outlets }: StoryFacts): boolean {
  const { prefix = "", suffix = "" } = basis;
  const cited = citations.flatMap(({ articleId }) => articles.get(articleId)?.outlet ?? []);
  const before = [...outlets].filter((one) => prefix.includes(one));
  if (suffix !== "") return !suffix.includes(outlet) || before.some((one) => cited.includes(one));
  return before.length > 0 && !before.some((one) => cited.includes(one));
}
