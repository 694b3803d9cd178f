export type ArticleId = string;

/** A half-open range of UTF-16 units into an article's `text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What sort of text an article is, as far as its own marks and its voice tell. A listing is a guide, a list of offers or a page of links. */
export type Genre =
  | "report"
  | "analysis"
  | "opinion"
  | "live"
  | "interview"
  | "explainer"
  | "correction"
  | "roundup"
  | "press-release"
  | "sponsored"
  | "satire"
  | "listing";

/** A text an outlet published. `text` never changes after extraction, because every offset we keep depends on it. */
export interface Article {
  readonly id: ArticleId;
  /** The outlet's name, as its feed's owner gives it; never the host. */
  readonly outlet: string;
  readonly url?: string;
  readonly title: string;
  /** Paragraphs are separated by a single "\n". */
  readonly text: string;
  /** ISO 8601, UTC. Always set: whoever makes an Article decides what stands in for a missing date. */
  readonly publishedAt: string;
  readonly modifiedAt?: string;
  /** BCP 47, "und" where unknown. */
  readonly language: string;
  readonly byline?: string;
  readonly image?: string;
  readonly paywalled?: boolean;
  readonly genre?: Genre;
  /**
   * Where `text` came from: the article's page, the feed's full content, or only the feed's excerpt; "title" where the outlet is only linked
   * to, and `text` is the title.
   */
  readonly textFrom?: "page" | "feed" | "excerpt" | "title";
  /** Why the page of an outlet that may be read was not: the reason of a skip, such as "timeout" or "tdm-reservation". */
  readonly withoutPage?: string;
  /** What a later visit to its address found; absent where nothing that was cited is missing. */
  readonly revisited?: Revisit;
}

/** An article that was asked for again: a passage that a page cited is no longer in it, and `text` is what it says now; or it is gone, and `text` is what it said. */
export interface Revisit {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly found: "changed" | "gone";
}

/** The stages of the pipeline, in order. */
export type Stage = "fetch" | "ingest" | "extract" | "annotate" | "cluster" | "write" | "verify";

/** Something that was left out, with the reason. Skips are counted and shown, never silent. */
export interface Skip {
  readonly stage: Stage;
  /** A short stable code, e.g. "http-404", "too-little-text", "language-not-read". */
  readonly reason: string;
  /** For people: what it was and what to do. */
  readonly detail?: string;
}
