import { withWriter } from "./rss.ts";
import type { StoryFeed } from "./story-feed.tsx";

/** A feed as JSON Feed 1.1. What that has no name for stands in `_backstory`. */
export function toJsonFeed(feed: StoryFeed): object {
  const { title, homeUrl, feedUrl, description, language, version, sample, entries } = feed;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    description,
    language,
    _backstory: { version, sample },
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: [entry.summary, entry.figures, entry.writer?.words ?? ""]
        .filter((text) => text !== "")
        .join("\n\n"),
      ...(entry.html !== "" && { content_html: withWriter(entry.html, entry.writer) }),
      summary: entry.summary,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      language: entry.language,
      ...(entry.subject !== undefined && { tags: [entry.subject] }),
      ...(entry.writer && { _backstory: { writer: entry.writer.model } }),
    })),
  };
}
