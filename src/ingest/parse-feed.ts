import type { Skip } from "../model/article.ts";
import type { ParsedFeed } from "../model/feed.ts";
import { decodeText } from "../text/charset.ts";
import { parseWrittenDate } from "../text/written-date.ts";
import { readAtom } from "./atom.ts";
import { finishItem, type ItemDraft } from "./item-draft.ts";
import { readJsonFeed } from "./json-feed-document.ts";
import { ingestParameters as limits } from "./parameters.ts";
import { type FeedDraft, readRss } from "./rss.ts";
import { Warnings } from "./warnings.ts";
import { parseXml, type XmlElement } from "./xml-tree.ts";

/** What is known of a document beside its bytes. */
export interface FeedSource {
  /** Its address, for relative links. */
  readonly url?: string;
  readonly contentType?: string;
}

/**
 * The bytes of one feed to its items: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, in any encoding. Never throws. What can be
 * mended is mended and named in `warnings`; what is no feed is a skip with the reason `too-large`, `empty-document`, `html` (a page in
 * place of a feed) or `not-a-feed`. A feed without items is a feed.
 */
export function parseFeed(bytes: Uint8Array, source: FeedSource = {}): { feed: ParsedFeed } | { skip: Skip } {
  if (bytes.length > limits.maxBytes) {
    const megabytes = Math.round(bytes.length / 1_000_000);
    return skip("too-large", `The document has ${megabytes} MB; a feed may have ${limits.maxBytes / 1_000_000}.`);
  }
  const { text, encoding, disbelieved } = decodeText(bytes, source.contentType);
  const start = text.search(/[^\s\ufeff\0]/);
  if (start < 0) return skip("empty-document", "The document is empty.");
  const warnings = new Warnings();
  if (disbelieved !== undefined)
    warnings.document(`The server names the encoding "${disbelieved}", but the text is ${encoding} and was read so.`);
  const reading = text[start] === "{" ? readJson(text, source, warnings) : undefined;
  if (reading) return { feed: finish(reading, warnings) };
  if (isPage(text)) return skip("html", "The address gives a web page (HTML) in place of a feed.");
  const document = parseXml(text, source.url);
  const root = findRoot(document.root, 0);
  if (!root) return skip("not-a-feed", otherDocument(document.root));
  const draft = /(?:^|:)(?:feed|entry)$/.test(root.name) ? readAtom(root) : readRss(root);
  if (document.cutOff !== undefined) {
    warnings.document(document.cutOff + (draft.unfinished > 0 ? lastWhole(draft) : ""));
  }
  return { feed: finish({ ...draft, cutOff: document.cutOff !== undefined }, warnings) };
}

function readJson(text: string, { url }: FeedSource, warnings: Warnings): FeedDraft | undefined {
  const reading = readJsonFeed(text.trim().replace(/^\ufeff/, ""), url);
  if (reading?.mended) warnings.document(`The document breaks off before its end.${lastWhole(reading.draft)}`);
  return reading?.draft;
}

function lastWhole({ items: { length } }: FeedDraft): string {
  return length === 0 ? " None of its items is whole." : ` What follows item ${length} was dropped.`;
}

function finish(draft: FeedDraft, warnings: Warnings): ParsedFeed {
  return {
    title: draft.title,
    ...(draft.homePageUrl !== undefined && { homePageUrl: draft.homePageUrl }),
    ...(draft.language !== undefined && { language: draft.language }),
    items: newest(draft.items, warnings).map((item) => finishItem(item, warnings)),
    warnings: warnings.lines(),
    ...(draft.cutOff && { cutOff: true }),
  };
}

/** All items, or the newest of too many, in the feed's own order. Items without a date count as new: feeds begin with those. */
function newest(items: readonly ItemDraft[], warnings: Warnings): readonly ItemDraft[] {
  if (items.length <= limits.maxItems) return items;
  warnings.document(`The feed has ${items.length} items; the newest ${limits.maxItems} were kept.`);
  const dated = items.map((item) => ({ item, at: dateOf(item) }));
  const sorted = dated.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  const kept = new Set(sorted.slice(0, limits.maxItems).map(({ item }) => item));
  return items.filter((item) => kept.has(item));
}

function dateOf({ published, modified }: ItemDraft): string {
  const date = parseWrittenDate(published[0] ?? modified[0] ?? "");
  return "at" in date ? date.at : "9";
}

/** True for a web page: HTML begins it, and no feed begins soon after (some sites print warnings before theirs). */
function isPage(text: string): boolean {
  const head = text.slice(0, 20_000);
  const first = /<(?:!doctype\s+html|html|head|body)[\s>]/i.exec(head);
  if (!first) return false;
  const feed = /<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]/i.exec(head);
  return !feed;
}

function findRoot(parent: XmlElement, depth: number): XmlElement | undefined {
  if (depth > 6) return undefined;
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    if (isRoot(child)) return child;
    const inner = findRoot(child, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

function isRoot({ name }: XmlElement): boolean {
  return /^(?:rss|atom:rss|foreign:rss|rdf:rdf|rdf|channel|(?:\w+:)?feed|atom:entry)$/.test(name);
}

function otherDocument(document: XmlElement): string {
  const first = document.children.find((child) => typeof child === "object");
  const name = typeof first === "object" ? first.name : undefined;
  if (name === "opml") return "It is an OPML list of feeds; add its feeds with `backstory feeds import`.";
  if (name !== undefined && /(?:urlset|sitemapindex)$/.test(name)) return "It is a sitemap, not a feed.";
  return name === undefined
    ? "It is neither RSS, Atom nor JSON Feed."
    : `It is neither RSS, Atom nor JSON Feed; its outermost element is "${name.slice(0, 60)}".`;
}

function skip(reason: string, detail: string): { skip: Skip } {
  return { skip: { stage: "ingest", reason, detail } };
}
