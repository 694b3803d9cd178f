import { type Subject, subjects } from "../model/edition.ts";
import { UserError } from "../model/errors.ts";
import { languageTag } from "./language-tag.ts";
import { ingestParameters as limits } from "./parameters.ts";
import { cleanText, titleText } from "./plain-text.ts";
import { resolveUrl } from "./urls.ts";
import { parseXml, type XmlElement } from "./xml-tree.ts";

/** One feed of an OPML list. */
export interface OpmlFeed {
  /** The name the list gives it: its outlet, whatever host the feed stands on. */
  readonly outlet: string;
  readonly url: string;
  readonly site?: string;
  readonly language?: string;
  /** The category of the outline, where it is one of our subject areas. */
  readonly subject?: Subject;
}

/**
 * The feeds of an OPML list (1.0, 1.1, 2.0), in order, each address once; folders are gone through, whatever their depth. An outline
 * without an http address is left out.
 *
 * @throws UserError("unreadable") for what is no OPML
 */
export function parseOpml(text: string): OpmlFeed[] {
  if (text.length > limits.maxBytes)
    throw new UserError(
      "unreadable",
      `The list has ${Math.round(text.length / 1_000_000)} MB; split it into smaller ones.`,
    );
  const document = parseXml(text);
  const root = document.root.children.find((child) => typeof child === "object" && child.name === "opml");
  if (typeof root !== "object")
    throw new UserError("unreadable", "This is no OPML list; export one from your feed reader and give that.");
  const feeds = new Map<string, OpmlFeed>();
  collect(root, undefined, feeds);
  return [...feeds.values()];
}

function collect(parent: XmlElement, language: string | undefined, feeds: Map<string, OpmlFeed>): void {
  for (const child of parent.children) {
    if (typeof child === "string" || feeds.size >= limits.maxOpmlFeeds) continue;
    const own = languageTag(child.attributes.language) ?? languageTag(child.attributes["xml:lang"]) ?? language;
    const feed = child.name === "outline" ? feedOf(child.attributes, own) : undefined;
    if (feed && !feeds.has(feed.url)) feeds.set(feed.url, feed);
    collect(child, own, feeds);
  }
}

function feedOf(attributes: Readonly<Record<string, string>>, language: string | undefined): OpmlFeed | undefined {
  // OPML 1.0 says "url" for what is "xmlUrl" since; a "link" or "include" has one too and is no feed.
  const feedType = /^(?:rss|atom|feed|rdf|json)/i.test(attributes.type ?? "");
  const url = resolveUrl(attributes.xmlurl ?? (feedType ? attributes.url : undefined));
  if (url === undefined) return undefined;
  const site = resolveUrl(attributes.htmlurl);
  const subject = subjectOf(attributes.category);
  const name = titleText(attributes.title ?? "") || titleText(attributes.text ?? "");
  return {
    outlet: name || new URL(site ?? url).hostname.replace(/^www\./, ""),
    url,
    ...(site !== undefined && { site }),
    ...(language !== undefined && { language }),
    ...(subject !== undefined && { subject }),
  };
}

/** OPML 2.0: categories are separated by commas, their levels by slashes ("/news/business,/harbour"). */
function subjectOf(category = ""): Subject | undefined {
  const words = category.toLowerCase().split(/[,/]/);
  return subjects.find((subject) => words.some((word) => word.trim() === subject));
}

/** An OPML 2.0 document with one outline a feed, in the given order. `parseOpml` reads the same list back. */
export function writeOpml(feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map(({ outlet, url, site, language, subject: category }) => {
    const attributes = { type: "rss", text: outlet, title: outlet, xmlUrl: url, htmlUrl: site, language, category };
    const written = Object.entries(attributes)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${attribute(value)}"`]))
      .join(" ");
    return `    <outline ${written}/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Feeds of a Backstory edition</title>
  </head>
  <body>
${outlines.join("")}  </body>
</opml>
`;
}

function attribute(value: string): string {
  return cleanText(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/\s+/g, " ");
}
