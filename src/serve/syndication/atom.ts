import type { FeedEntry, StoryFeed } from "./story-feed.tsx";
import { element, escaped } from "./xml.ts";

/** A feed as Atom (RFC 4287): each entry with its page as HTML, its first and its newest time, and its language. */
export function toAtom(feed: StoryFeed): string {
  const { title, homeUrl, feedUrl, description, language, version, updatedAt, entries } = feed;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    element("title", title),
    element("subtitle", description),
    element("id", feedUrl),
    `<link rel="self" type="application/atom+xml" href="${escaped(feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(homeUrl)}"/>`,
    // It must have one; an empty feed has not changed since time began.
    element("updated", updatedAt ?? new Date(0).toISOString()),
    `<author>${element("name", title)}</author>`,
    `<generator version="${escaped(version)}">Backstory</generator>`,
    ...entries.map(entry),
    "</feed>",
    "",
  ];
  return lines.join("\n");
}

function entry({
  id,
  url,
  title,
  summary,
  figures,
  html,
  writer,
  subject,
  language,
  publishedAt,
  updatedAt,
}: FeedEntry) {
  const notes = [summary, figures, ...(writer ? [writer.words] : [])].filter((text) => text !== "");
  return [
    `<entry xml:lang="${escaped(language)}">`,
    element("title", title),
    // An id is a URI (§4.2.6), which our own names with a scheme of their own are.
    element("id", id),
    `<link rel="alternate" type="text/html" href="${escaped(url)}"/>`,
    element("published", publishedAt),
    element("updated", updatedAt),
    ...(subject === undefined ? [] : [`<category term="${escaped(subject)}"/>`]),
    element("summary", notes.join("\n\n")),
    ...(html === "" ? [] : [`<content type="html">${escaped(html)}</content>`]),
    "</entry>",
  ].join("\n");
}
