import type { ArticleId, Span } from "./article.ts";

export type MentionType = "PER" | "ORG" | "LOC" | "MISC";

/** A name in the text. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** The name in full where the article gives it in full elsewhere ("Kim" -> "Kim Jong Un"), else the words themselves. */
  readonly name: string;
  /** English Wikipedia title with underscores, or `local:<slug>`. */
  readonly entityId?: string;
}

/** Something somebody said. */
export interface Quote extends Span {
  /** The verb or phrase that marks it ("said", "according to"). */
  readonly cue?: Span;
  readonly speaker?: Span & { readonly name: string };
  /**
   * True where the words, or some of them, stand in quotation marks; `start` and `end` include the marks. An English clause that is quoted in
   * part ("called the vote “a farce”") is one quote, the whole of what it reports.
   */
  readonly direct: boolean;
  /** Two parts of one quotation, broken by its cue, share a group. */
  readonly group?: string;
}

/** A number as an interval: "at least 12" is [12, Infinity], "12" is [12, 12]. Infinity is written as 1e308 in JSON. */
export interface Quantity extends Span {
  readonly low: number;
  readonly high: number;
  /** "USD", "%", "km", ... */
  readonly unit?: string;
  /** What is counted, as a lower-case head word ("people", "dead"). */
  readonly of?: string;
}

export type Grain = "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "decade";

export interface TimeMention extends Span {
  /** ISO 8601, cut to the grain: "2026-11-23", "2026-11", "2026". */
  readonly value: string;
  readonly grain: Grain;
}

/** What a machine read in an article. Kept apart from the article, so that it can be read again. */
export interface Annotation {
  readonly articleId: ArticleId;
  readonly language: string;
  readonly sentences: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  readonly numbers: readonly Quantity[];
  readonly dates: readonly TimeMention[];
}

/** The annotation of an article in which nothing was looked for. */
export function emptyAnnotation(articleId: ArticleId, language: string): Annotation {
  return { articleId, language, sentences: [], mentions: [], quotes: [], numbers: [], dates: [] };
}
