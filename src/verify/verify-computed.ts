import type { DraftClaim } from "../model/claim.ts";
import { findQuantities } from "../text/quantities.ts";
import { ownWordsFault } from "./own-words.ts";
import { quotedWords, spaced, standsVerbatim } from "./quoted-words.ts";
import type { StoryFacts } from "./story-facts.ts";

type Computed = DraftClaim & { readonly basis: { readonly kind: "computed" } };

/**
 * Checks a sentence of ours: each fact it lists stands in it and is an outlet of the story, a count that is counted again, or words of the
 * cited passages; words in quotation marks are verbatim there; and it holds no name and no number beside.
 */
export function computedFault(
  { text, citations, basis }: Computed,
  facts: StoryFacts,
  language: string,
): string | undefined {
  // Words set in marks here are words outlets use, not speech: a capital at the start of a sentence does not make them others.
  const passages = citations.map(({ quote }) => quote.toLowerCase());
  if (!quotedWords(text.toLowerCase()).every((words) => standsVerbatim(words, passages))) return "words-not-verbatim";
  const cited = spaced(passages.join("\n"));
  const numbers = countsOf(citations, facts);
  for (const fact of basis.facts) {
    // A sentence may begin with a number or a name, then with a capital.
    if (!text.toLowerCase().includes(fact.toLowerCase())) return "fact-not-in-sentence";
    if (facts.outlets.has(fact) || cited.includes(spaced(fact).toLowerCase())) continue;
    const amounts = findQuantities(`${fact} `, [{ start: 0, end: fact.length + 1 }], language);
    const counted = amounts.length > 0 && amounts.every(({ low }) => numbers.has(low) || facts.counts.has(low));
    if (!counted && !isSmallCount(fact, numbers)) return "fact-not-borne-out";
  }
  const known = basis.facts.flatMap((fact) => [fact, fact.charAt(0).toUpperCase() + fact.slice(1)]);
  return ownWordsFault(text, { facts, language, known: [...known, ...quotedWords(text)], numbers });
}

/** What can be counted in the citations: passages, articles, outlets, and any part of the passages. */
function countsOf(citations: DraftClaim["citations"], { articles }: StoryFacts): ReadonlySet<number> {
  const outlets = new Set(citations.flatMap(({ articleId }) => articles.get(articleId)?.outlet ?? []));
  const upTo = Array.from({ length: citations.length }, (_, index) => index + 1);
  return new Set([outlets.size, ...upTo]);
}

/** "one" is no quantity to the grammar of numbers, since it is a pronoun more often than a count. */
function isSmallCount(fact: string, numbers: ReadonlySet<number>): boolean {
  return numbers.has(1) && /^(?:one|no|ein|eine|einer|kein|un|une|uno|una|1|0)$/i.test(fact);
}
