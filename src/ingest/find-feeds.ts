import { Parser } from "htmlparser2";
import { ingestParameters as limits } from "./parameters.ts";
import { oneLine } from "./plain-text.ts";
import { resolveUrl } from "./urls.ts";

/** A feed that a page offers. */
export interface OfferedFeed {
  readonly url: string;
  /** What the page calls it. */
  readonly title?: string;
  /** "link" is declared for programs; "anchor" is a link for readers that looks like a feed's. */
  readonly from: "link" | "anchor";
}

interface Candidate extends OfferedFeed {
  readonly rank: number;
}

/**
 * The feeds an HTML page offers, best first: `<link rel="alternate">` with a feed's type (the RSS Advisory Board's autodiscovery, JSON
 * Feed's too), then links that look like feeds. Feeds of comments come last. Addresses are absolute http or https. Never throws.
 */
export function findFeeds(html: string, pageUrl: string): OfferedFeed[] {
  const found = new Map<string, Candidate>();
  let base = pageUrl;
  let anchor: { href: string; text: string } | undefined;
  let depth = 0;
  const offer = (href: string | undefined, title: string, from: "link" | "anchor", rank: number) => {
    const url = resolveUrl(href, base)?.replace(/#.*$/, "");
    if (url === undefined || url === pageUrl) return;
    const late = /comment/i.test(`${url} ${title}`) ? 10 : 0;
    const known = found.get(url);
    if (known && known.rank <= rank + late) return;
    const name = oneLine(title, limits.maxNameLength);
    found.set(url, { url, from, rank: rank + late, ...(name !== "" && { title: name }) });
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > limits.maxMarkupDepth) throw new PageEnds();
      if (name === "base" && base === pageUrl) base = resolveUrl(attributes.href, pageUrl) ?? pageUrl;
      else if (name === "link" && isFeedLink(attributes)) offer(attributes.href, attributes.title ?? "", "link", 0);
      else if (name === "a" && attributes.href !== undefined)
        anchor = { href: attributes.href, text: attributes.title ?? "" };
    },
    ontext: (text) => {
      if (anchor && anchor.text.length < limits.maxNameLength) anchor.text += text;
    },
    onclosetag: (name) => {
      depth--;
      if (name !== "a" || !anchor) return;
      const rank = anchorRank(anchor.href, anchor.text, base);
      if (rank !== undefined) offer(anchor.href, anchor.text, "anchor", rank);
      anchor = undefined;
    },
  });
  try {
    parser.end(html.slice(0, limits.maxPageLength));
  } catch (error) {
    if (!(error instanceof PageEnds)) throw error;
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limits.maxOfferedFeeds)
    .map(({ rank: _rank, ...feed }) => feed);
}

/** Elements without end: what was found before stands. */
class PageEnds extends Error {}

function isFeedLink({ rel = "", type = "", href = "" }: Readonly<Record<string, string>>): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  if (relations.includes("feed")) return true;
  if (!relations.includes("alternate") || relations.includes("stylesheet")) return false;
  const kind = type.toLowerCase().split(";")[0]?.trim() ?? "";
  if (/^application\/(?:(?:x\.)?atom|rss|rdf|x-rss|x-atom)\+xml$|^application\/feed\+json$|^text\/rss/.test(kind))
    return true;
  // These are the types of other things too (oEmbed, the interface of WordPress): the address must speak for them.
  return /^(?:application|text)\/(?:json|xml)$/.test(kind) && feedAddress.test(href) && !/oembed|wp-json/i.test(href);
}

const feedAddress = /(?:^|[/._=?&-])(?:rss|atom|feeds?|rdf)(?:\d?(?:[/._?&=-]|$)|xml)/i;
const feedFile =
  /(?:\.(?:rss|atom|rdf)|(?:rss|atom|feed|index|rdf)\d?\.(?:xml|json)|\/(?:rss|feed|atom)\/?)(?:\?.*)?$/i;
/** Readers' own services, which many sites link to with the feed's address in the query. */
const readers = /(?:^|\.)(?:feedly|inoreader|netvibes|yahoo|newsblur|google|facebook|x|twitter|apple|bloglines)\.com$/i;

function anchorRank(href: string, text: string, base: string): number | undefined {
  const url = resolveUrl(href, base);
  if (url === undefined) return undefined;
  const { hostname, pathname, search } = new URL(url);
  if (readers.test(hostname)) return undefined;
  const address = `${pathname}${search}`;
  const ownHost = hostname === new URL(base).hostname || /^(?:feeds?|rss)\d?\./i.test(hostname);
  if (feedFile.test(address) || (feedAddress.test(address) && /\.xml$/i.test(pathname))) return ownHost ? 2 : 4;
  if (/^(?:feeds?|rss)\d?\./i.test(hostname)) return 3;
  const named = /\b(?:rss|atom|feed)\b/i.test(text);
  if (feedAddress.test(address) && named) return 4;
  return named && ownHost && /\.xml$/i.test(pathname) ? 3 : undefined;
}
