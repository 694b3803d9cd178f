import type { DraftClaim } from "../model/claim.ts";
import { checkClaim } from "./check-claim.ts";
import { clausesOf } from "./clauses-of.ts";
import { losesHedge } from "./hedge-lost.ts";
import { inDoubt } from "./opinions.ts";
import { shortenNames } from "./short-names.ts";
import type { StoryFacts } from "./story-facts.ts";
import { unseenName } from "./unseen-name.ts";
import { headlineFault } from "./verify-headline.ts";
import { withoutAttribution } from "./without-attribution.ts";

/**
 * From this score on a sentence is in doubt and not refused outright; from the published threshold on it is borne out. Of the true claims of QAGS and
 * WiCE that are refused with nothing against them, 77 of 108 stand above it, and of the false ones 119 of 208 (weights learned on these sets).
 */
const doubtFrom = 0.25;
/** Words given to one outlet are another's where that one's passages bear them out by so much better. */
const clearlyBetter = 0.15;

interface Cited {
  readonly outlet: string;
  readonly quote: string;
}

/** Checks a sentence a model wrote: by whom it says it is reported, what it quotes, how certain it is, and all of its words. */
export function writtenFault(claim: DraftClaim, facts: StoryFacts, language: string): string | undefined {
  const { citations, basis } = claim;
  const as = basis.kind === "written" ? basis.as : undefined;
  if (as === "synthesis" && standsOnOne(claim, facts)) return "one-origin";
  const unfit = as === "line" ? headlineFault(claim, language) : undefined;
  if (unfit !== undefined) return unfit;
  const cited = citations.flatMap(({ articleId, quote }) => {
    const article = facts.articles.get(articleId);
    return article ? [{ outlet: article.outlet, quote }] : [];
  });
  const quotes = cited.map(({ quote }) => quote);
  const text = shortenNames(claim.text, quotes, facts);
  const named = outletsIn(text, facts);
  if (!named.every(({ outlet }) => isCited(outlet, cited)) || swapsOutlets(text, named, cited)) return "wrong-outlet";
  // Who speaks is looked for without the outlets, or every quotation in their pages would be by them.
  const spoken = checkClaim(without(text, named), quotes).reason;
  if (spoken === "unseen-quotation" || spoken === "wrong-speaker") return spoken;
  if (losesHedge(text, quotes, language)) return "hedge-lost";
  if (unseenName(text, cited.map(withOutlet)) !== undefined) return "unseen-name";
  return contentFault(text, cited, { facts, language });
}

function standsOnOne({ citations }: DraftClaim, { origins }: StoryFacts): boolean {
  const cited = new Set(citations.map(({ articleId }) => origins.get(articleId)));
  return cited.size < 2 && new Set(origins.values()).size > 1;
}

/** Why the words are not borne out: not all of them together, and not each of the clauses that stand side by side. */
function contentFault(
  text: string,
  cited: readonly Cited[],
  { facts, language }: { readonly facts: StoryFacts; readonly language: string },
): string | undefined {
  const check = (words: string) => {
    const outlets = outletsIn(words, facts).map(({ outlet }) => outlet);
    const said = withoutAttribution(words, outlets, language);
    const named = outletsIn(said, facts).length > 0;
    return checkClaim(said, named ? cited.map(withOutlet) : cited.map(({ quote }) => quote));
  };
  const { supported, reason = "not-borne-out", score } = check(text);
  if (supported) return undefined;
  const clauses = clausesOf(text);
  const eachIs = clauses.length > 1 && clauses.every((clause) => check(clause).supported);
  if (eachIs) return undefined;
  return reason === "not-borne-out" && score >= doubtFrom ? inDoubt : reason;
}

interface Named {
  readonly outlet: string;
  readonly at: number;
}

/** The outlets of the story that a text names, in its order; of two at one place the longer name. */
function outletsIn(text: string, { outlets }: StoryFacts): Named[] {
  const named: Named[] = [];
  for (const outlet of [...outlets].sort((a, b) => b.length - a.length))
    for (let at = text.indexOf(outlet); at >= 0; at = text.indexOf(outlet, at + 1)) {
      const inWord = /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(at + outlet.length));
      const inLonger = named.some((other) => at >= other.at && at < other.at + other.outlet.length);
      if (!inWord && !inLonger) named.push({ outlet, at });
    }
  return named.sort((a, b) => a.at - b.at);
}

/** An agency's name may stand in another outlet's passage. */
function isCited(outlet: string, cited: readonly Cited[]): boolean {
  return cited.some((one) => one.outlet === outlet || one.quote.includes(outlet));
}

/** True where what is given to one outlet is borne out by another cited outlet's passages and not by its own. */
function swapsOutlets(text: string, named: readonly Named[], cited: readonly Cited[]): boolean {
  const edges = named.map(({ outlet, at }) => ({ start: at, end: at + outlet.length }));
  const trailing = namesTrail(text, edges);
  return named.some(({ outlet }, index) => {
    const own = cited.filter((one) => one.outlet === outlet);
    const others = cited.filter((one) => one.outlet !== outlet);
    if (own.length === 0 || others.length === 0) return false;
    const from = index === 0 ? 0 : trailing ? edges[index - 1]?.end : edges[index]?.start;
    const given = text.slice(from, trailing ? edges[index]?.end : edges[index + 1]?.start);
    const words = without(given, named);
    const score = (passages: readonly Cited[]) =>
      checkClaim(
        words,
        passages.map(({ quote }) => quote),
      ).score;
    return score(others) > score(own) + clearlyBetter;
  });
}

/** True where outlets stand behind what they report ("…, X says"), as a sentence shows that begins with a clause and ends with a name. */
function namesTrail(text: string, edges: readonly { readonly start: number; readonly end: number }[]): boolean {
  const words = (part: string) => part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words(text.slice(0, edges[0]?.start)) > 3 && words(text.slice(edges.at(-1)?.end)) < 4;
}

function without(text: string, named: readonly { readonly outlet: string }[]): string {
  let rest = text;
  for (const { outlet } of named) rest = rest.replaceAll(outlet, "it");
  return rest;
}

/** As the passages stood before the model: what is said of an outlet is borne out by its passage. */
function withOutlet({ outlet, quote }: Cited): string {
  return `${outlet}: ${quote}`;
}
