import type { ArticleId, Span } from "./article.ts";

/** The exact words that bear a claim out: `article.text.slice(start, end) === quote` (W3C TextPositionSelector and TextQuoteSelector). */
export interface Citation extends Span {
  readonly articleId: ArticleId;
  readonly quote: string;
}

/** Who is speaking: we report a fact outlets share, somebody named says it, or somebody named makes sense of it. */
export type Voice = "fact" | "attributed" | "analysis";

/**
 * How a draft came about, which decides how it is checked.
 * - excerpt: words of one cited sentence, with deletions only; `prefix` and `suffix` are our attribution around it, and
 *   `speaker` is who the prefix says the quoted words are by.
 * - headline: a line drawn from titles or leads; every name, number and nearly every word must stand in what it cites.
 * - computed: a sentence of ours whose every name and number was counted from the story; `facts` lists the strings that
 *   must stand in the sentence and that the story's counts or the cited passages bear out.
 * - written: free prose by a model; a `line` is checked as a headline, too, and a `synthesis` stands on two origins where there are two.
 */
export type Basis =
  | { readonly kind: "excerpt"; readonly prefix?: string; readonly suffix?: string; readonly speaker?: string }
  | { readonly kind: "headline" }
  | { readonly kind: "computed"; readonly facts: readonly string[] }
  | { readonly kind: "written"; readonly as?: "line" | "synthesis" };

/** A sentence an engine would like to publish. */
export interface DraftClaim {
  readonly text: string;
  readonly voice: Voice;
  readonly citations: readonly Citation[];
  readonly basis: Basis;
  /** What stands in its place where it is not borne out. */
  readonly instead?: DraftClaim;
}

declare const verified: unique symbol;

/** A sentence we publish. Only verify makes one, and never without a citation. */
export interface Claim {
  readonly text: string;
  readonly voice: Voice;
  readonly citations: readonly [Citation, ...Citation[]];
  /** A language model put it in these words. */
  readonly written?: true;
  /** BCP 47: it is an outlet's sentence in another language than the page's. */
  readonly language?: string;
  /** The same in the page's language, by a language model. */
  readonly translation?: string;
  readonly [verified]: true;
}
