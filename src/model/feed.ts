/** One entry of a feed, after the wire format is forgotten. Text is plain text, html is as the feed gave it. */
export interface FeedItem {
  /** The feed's own identifier (guid, atom:id), else the url, else a hash of title and date. Never empty. */
  readonly id: string;
  /** Absolute http(s) address of the article; absent where the item has none. */
  readonly url?: string;
  readonly title: string;
  readonly contentHtml?: string;
  readonly contentText?: string;
  /** Plain text. */
  readonly summary?: string;
  /** ISO 8601, UTC. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly authors: readonly string[];
  readonly image?: string;
  readonly tags: readonly string[];
  readonly language?: string;
}

/** A whole feed document. */
export interface ParsedFeed {
  readonly title: string;
  readonly homePageUrl?: string;
  readonly language?: string;
  readonly items: readonly FeedItem[];
  /** What had to be mended to read it, in words ("cut off after item 12; the rest was dropped"). */
  readonly warnings: readonly string[];
  /** The document ended before its end: ask for it again in full, without the validators it came with. */
  readonly cutOff?: true;
}

/** A feed we poll. */
export interface Feed {
  readonly id: string;
  readonly outletId: string;
  readonly url: string;
  readonly title?: string;
  readonly language?: string;
  /** The subject area its outlet files it under, where it does ("business", "sport"). */
  readonly subject?: string;
  readonly status: "active" | "paused" | "removed";
}
