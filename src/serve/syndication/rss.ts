import type { FeedEntry, StoryFeed } from "./story-feed.tsx";
import { element, escaped } from "./xml.ts";

/** A feed as RSS 2.0, with its own address (atom:link) and the moment of an entry's newest version (atom:updated). */
export function toRss(feed: StoryFeed): string {
  const { title, homeUrl, feedUrl, description, language, version, updatedAt, entries } = feed;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    "<channel>",
    element("title", title),
    element("link", homeUrl),
    element("description", description),
    element("language", language),
    ...(updatedAt === undefined ? [] : [element("lastBuildDate", rfc822(updatedAt))]),
    element("generator", `Backstory ${version}`),
    element("docs", "https://www.rssboard.org/rss-specification"),
    element("ttl", "10"),
    `<atom:link href="${escaped(feedUrl)}" rel="self" type="application/rss+xml"/>`,
    ...entries.map(item),
    "</channel>",
    "</rss>",
    "",
  ];
  return lines.join("\n");
}

function item({ id, url, title, summary, figures, html, writer, subject, publishedAt, updatedAt }: FeedEntry): string {
  return [
    "<item>",
    element("title", title),
    element("link", url),
    `<guid isPermaLink="false">${escaped(id)}</guid>`,
    element("pubDate", rfc822(publishedAt)),
    element("atom:updated", updatedAt),
    ...(subject === undefined ? [] : [element("category", subject)]),
    // Readers show a description as HTML, so what is text for us is escaped once more.
    element(
      "description",
      [summary, figures, ...(writer ? [writer.words] : [])].map((text) => `<p>${escaped(text)}</p>`).join(""),
    ),
    ...(html === "" ? [] : [element("content:encoded", withWriter(html, writer))]),
    "</item>",
  ].join("\n");
}

/** A whole page, and under it by what model any of it was written. */
export function withWriter(html: string, writer: FeedEntry["writer"] | undefined): string {
  return writer ? `${html}<p>${escaped(writer.words)}</p>` : html;
}

/** "Tue, 24 Nov 2026 05:31:00 GMT" */
function rfc822(iso: string): string {
  return new Date(iso).toUTCString();
}
