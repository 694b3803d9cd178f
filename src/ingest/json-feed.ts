import type { FeedItem, ParsedFeed } from "../model/feed.ts";

/** A feed as `backstory feed parse` writes it: the names of JSON Feed 1.1. Fields a feed does not have are absent. */
export interface JsonFeed {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  readonly home_page_url?: string;
  readonly language?: string;
  readonly items: readonly JsonFeedItem[];
}

export interface JsonFeedItem {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly summary?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly authors?: readonly { readonly name: string }[];
  readonly image?: string;
  readonly tags?: readonly string[];
  readonly language?: string;
}

/** A parsed feed with the names of JSON Feed 1.1. */
export function toJsonFeed(feed: ParsedFeed): JsonFeed {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    ...(feed.homePageUrl !== undefined && { home_page_url: feed.homePageUrl }),
    ...(feed.language !== undefined && { language: feed.language }),
    items: feed.items.map(toJsonFeedItem),
  };
}

function toJsonFeedItem(item: FeedItem): JsonFeedItem {
  return {
    id: item.id,
    ...(item.url !== undefined && { url: item.url }),
    title: item.title,
    ...(item.contentHtml !== undefined && { content_html: item.contentHtml }),
    ...(item.contentText !== undefined && { content_text: item.contentText }),
    ...(item.summary !== undefined && { summary: item.summary }),
    ...(item.publishedAt !== undefined && { date_published: item.publishedAt }),
    ...(item.modifiedAt !== undefined && { date_modified: item.modifiedAt }),
    ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
    ...(item.image !== undefined && { image: item.image }),
    ...(item.tags.length > 0 && { tags: item.tags }),
    ...(item.language !== undefined && { language: item.language }),
  };
}
