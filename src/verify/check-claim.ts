import { languageFor } from "../languages/registry.ts";
import type { Span } from "../model/article.ts";
import { languageOf } from "../text/language-of.ts";
import { findQuantities } from "../text/quantities.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Token, tokensWithin } from "../text/tokens.ts";
import { isExcerptOf } from "./verbatim.ts";

/** Why a claim was not borne out. */
export type ClaimFault =
  | "no-source"
  | "unseen-number"
  | "unseen-name"
  | "unseen-quotation"
  | "negation"
  | "not-borne-out";

/** What the sources make of a claim. `score` is in [0, 1]; `source` is the number of the source the passage stands in. */
export interface ClaimCheck {
  readonly supported: boolean;
  readonly score: number;
  readonly reason?: ClaimFault;
  readonly evidence?: { readonly source: number; readonly start: number; readonly end: number };
}

/** A claim is taken for borne out from this score on. */
export const claimThreshold = 0.5;

/** Covering so many of the content words is worth the threshold. */
const enoughCoverage = 0.75;
const negation = /^(?:not|no|never|none|nor|neither|without|nobody|nothing|cannot|\p{L}+n['’]t|denied|denies|deny)$/u;

interface Passage extends Span {
  readonly source: number;
  readonly words: readonly string[];
  readonly content: ReadonlySet<string>;
  readonly negated: boolean;
}

/** Says whether the sources bear the claim out, and where the passage is that does so best. Needs nothing but the texts; deterministic. */
export function checkClaim(claim: string, sources: readonly string[]): ClaimCheck {
  const language = languageOf(sources.join("\n").slice(0, 3000) || claim);
  const { stem, stopWords } = languageFor(language);
  const tokens = tokensWithin(claim, { start: 0, end: claim.length });
  const words = tokens.filter(isWord).map(({ lower }) => lower);
  const contentOf = (lowers: readonly string[]) =>
    new Set(lowers.filter((word) => !stopWords.has(word)).map((word) => stem(word)));
  const content = contentOf(words);
  const passages: Passage[] = sources.flatMap((text, source) =>
    splitSentences(text, language).map(({ start, end }) => {
      const lowers = tokensWithin(text, { start, end })
        .filter(isWord)
        .map(({ lower }) => lower);
      const negated = lowers.some((word) => negation.test(word));
      return { source, start, end, words: lowers, content: contentOf(lowers), negated };
    }),
  );
  if (passages.length === 0 || words.length === 0) return { supported: false, score: 0, reason: "no-source" };
  const excerpt = passages.find((passage) => isExcerptOf(words, passage.words));
  if (excerpt) return { supported: true, score: 1, evidence: placeOf(excerpt) };

  const best = bestWindow(content, passages);
  const evidence = placeOf(best);
  const text = sources.join("\n");
  const fault = hardFault(claim, tokens, text, language, best);
  if (fault) return { supported: false, score: 0.1, reason: fault, evidence };
  const score = Math.min(1, (best.covered * claimThreshold) / enoughCoverage);
  const supported = score >= claimThreshold;
  return { supported, score, ...(!supported && { reason: "not-borne-out" as const }), evidence };
}

/** The run of up to three sentences that has most of the claim's content words, the shortest such. */
function bestWindow(content: ReadonlySet<string>, passages: readonly Passage[]): Passage & { covered: number } {
  let best: (Passage & { covered: number }) | undefined;
  for (let size = 1; size <= 3; size++) {
    for (let at = 0; at + size <= passages.length; at++) {
      const run = passages.slice(at, at + size);
      const [first] = run;
      const last = run.at(-1);
      if (!first || !last || first.source !== last.source) continue;
      let hits = 0;
      for (const word of content) if (run.some((passage) => passage.content.has(word))) hits++;
      const covered = content.size === 0 ? 0 : hits / content.size;
      if (best && covered <= best.covered) continue;
      best = { ...first, end: last.end, negated: run.some(({ negated }) => negated), covered };
    }
  }
  if (!best) throw new Error("There is no passage to compare a claim with.");
  return best;
}

function hardFault(
  claim: string,
  tokens: readonly Token[],
  text: string,
  language: string,
  best: Passage,
): ClaimFault | undefined {
  for (const [quoted] of claim.matchAll(/[“"][^”"]+[”"]/g))
    if (!text.includes(quoted.slice(1, -1))) return "unseen-quotation";
  const all = (value: string) => findQuantities(value, [{ start: 0, end: value.length }], language);
  const known = splitSentences(text, language).flatMap((sentence) => findQuantities(text, [sentence], language));
  for (const { low, high } of all(claim))
    if (!known.some((one) => one.low === low || one.high === high)) return "unseen-number";
  const lower = text.toLowerCase();
  for (const token of tokens.slice(1)) {
    if (token.kind === "number" && !text.includes(token.text)) return "unseen-number";
    if (token.kind === "word" && /^\p{Lu}/u.test(token.text) && !lower.includes(token.lower)) return "unseen-name";
  }
  const negated = tokens.some((token) => negation.test(token.lower));
  return negated === best.negated ? undefined : "negation";
}

function placeOf({ source, start, end }: Passage): { source: number; start: number; end: number } {
  return { source, start, end };
}

function isWord(token: Token): boolean {
  return token.kind === "word" || token.kind === "number";
}
