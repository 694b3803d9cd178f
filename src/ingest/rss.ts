import { declaredImage } from "./feed-media.ts";
import { type FeedText, guessedText, type ItemDraft } from "./item-draft.ts";
import { languageTag } from "./language-tag.ts";
import { personName } from "./person-name.ts";
import { titleText } from "./plain-text.ts";
import { resolveUrl } from "./urls.ts";
import { hasElements, markupOf, textOf } from "./xml-markup.ts";
import { childNamed, childrenNamed, textsNamed } from "./xml-query.ts";
import type { XmlElement } from "./xml-tree.ts";

/** A feed of any format before its items are finished. */
export interface FeedDraft {
  readonly title: string;
  readonly homePageUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly items: readonly ItemDraft[];
  /** Items that were left out because the document ends within them. */
  readonly unfinished: number;
  /** The document ended before its end. */
  readonly cutOff?: boolean;
}

/** RSS 0.90 to 2.0 and RDF: `root` is the rss, RDF or channel element. Items may stand in the channel or beside it. */
export function readRss(root: XmlElement): FeedDraft {
  const channel = root.name === "channel" ? root : (childNamed(root, "channel") ?? root);
  const places = channel === root ? [root] : [channel, root];
  const elements = places.flatMap((place) => [
    ...childrenNamed(place, "item"),
    ...childrenNamed(place, "items").flatMap((items) => childrenNamed(items, "item")),
  ]);
  const language = languageTag(textsNamed(channel, "language", "dc:language")[0]) ?? languageTag(channel.language);
  const homePageUrl = feedLink(channel);
  const items = elements.filter(({ unfinished }) => !unfinished);
  return {
    title: titleText(textsNamed(channel, "title", "dc:title", "atom:title", "itunes:title")[0] ?? ""),
    homePageUrl,
    language,
    items: items.map((item) => readItem(item, { language, homePageUrl })),
    unfinished: elements.length - items.length,
  };
}

function feedLink(channel: XmlElement): string | undefined {
  const own = childrenNamed(channel, "link").map((link) => textOf(link).trim() || link.attributes.href);
  const atom = childrenNamed(channel, "atom:link")
    .filter(({ attributes: { rel } }) => rel === undefined || rel === "alternate")
    .map(({ attributes }) => attributes.href);
  return [...own, ...atom].map((link) => resolveUrl(link, channel.base)).find((link) => link !== undefined);
}

function readItem(item: XmlElement, feed: Pick<FeedDraft, "language" | "homePageUrl">): ItemDraft {
  const guid = childNamed(item, "guid");
  const base = item.base ?? feed.homePageUrl;
  const about = item.attributes["rdf:about"];
  const dates = (...names: string[]) => textsNamed(item, ...names);
  const language =
    languageTag(textsNamed(item, "dc:language", "language")[0]) ??
    (item.attributes["xml:lang"] === undefined ? undefined : languageTag(item.language));
  return {
    id: (guid && textOf(guid).trim()) || textsNamed(item, "atom:id")[0] || about,
    url: itemLink(item, guid, base),
    title: titleOf(item),
    ...itemTexts(item, base),
    published: dates(
      "pubdate",
      "dcterms:issued",
      "atom:published",
      "atom:issued",
      "dc:date",
      "date",
      "dcterms:created",
    ),
    modified: dates("atom:updated", "dcterms:modified", "atom:modified", "dc:date"),
    authors: authorsOf(item),
    image: declaredImage(item),
    tags: tagsOf(item),
    language: language === feed.language ? undefined : language,
    base,
  };
}

function titleOf(item: XmlElement): string {
  const title = childrenNamed(item, "title").find((one) => textOf(one).trim() !== "");
  if (title) return titleText(hasElements(title) ? markupOf(title) : textOf(title));
  return titleText(textsNamed(item, "dc:title", "atom:title", "media:title", "itunes:title")[0] ?? "");
}

/** Feed hosts that put their own address before the outlet's; they name the real one in an element of their own. */
const detours =
  /^https?:\/\/(?:[^/]*\.)?(?:feedproxy\.google\.com|feeds\.feedburner\.com|feedsportal\.com|feedblitz\.com)\//i;

function itemLink(item: XmlElement, guid: XmlElement | undefined, base: string | undefined): string | undefined {
  const own = childrenNamed(item, "link").map((link) => textOf(link).trim() || (link.attributes.href ?? ""));
  const atom = childrenNamed(item, "atom:link")
    .filter(({ attributes: { rel } }) => rel === undefined || rel === "alternate")
    .map(({ attributes }) => attributes.href ?? "");
  const permalink = guid && guid.attributes.ispermalink?.toLowerCase() !== "false" ? textOf(guid).trim() : "";
  // Many feeds say nothing of their guids, which are then permalinks by rule and numbers in fact.
  const address = /^https?:\/\//i.test(permalink) ? permalink : "";
  const candidates = [...own, ...atom, address, item.attributes["rdf:about"] ?? ""].filter((link) => link !== "");
  const link = candidates.find((one) => resolveUrl(one, base) !== undefined);
  const original = textsNamed(item, "feedburner:origlink", "pheedo:origlink")[0];
  if (original !== undefined && link !== undefined && detours.test(link)) return original;
  return link ?? original ?? candidates[0];
}

function itemTexts(item: XmlElement, base: string | undefined): { content?: FeedText; summary?: FeedText } {
  const full = childNamed(item, "content:encoded", "xhtml:body", "xhtml:div", "fullitem", "atom:content", "body");
  const [first, second] = childrenNamed(item, "description", "summary").filter((one) => one.children.length > 0);
  const other = childNamed(item, "dc:description", "atom:summary", "itunes:summary", "media:description", "abstract");
  const grouped = childrenNamed(item, "media:group").map((group) => childNamed(group, "media:description"))[0];
  const content = full ?? second;
  const summary = first ?? other ?? grouped;
  return {
    ...(content && { content: { ...asHtml(content, base), html: true } }),
    ...(summary && { summary: asHtml(summary, base) }),
  };
}

function asHtml(element: XmlElement, itemBase: string | undefined): FeedText {
  const base = element.base ?? itemBase;
  if (!hasElements(element)) return guessedText(textOf(element), base);
  return { value: markupOf(element), html: true, ...(base !== undefined && { base }) };
}

function authorsOf(item: XmlElement): string[] {
  const named = (...names: string[]) => textsNamed(item, ...names).flatMap((text) => personName(text) ?? []);
  const atom = childrenNamed(item, "atom:author").flatMap((author) =>
    textsNamed(author, "atom:name", "name").flatMap((text) => personName(text) ?? []),
  );
  const authors = [...named("dc:creator", "dc:author", "author"), ...atom];
  return authors.length > 0 ? authors : named("itunes:author");
}

function tagsOf(item: XmlElement): string[] {
  const listed = (...names: string[]) => textsNamed(item, ...names).flatMap((text) => text.split(","));
  const atom = childrenNamed(item, "atom:category").map(({ attributes }) => attributes.label || attributes.term || "");
  const itunes = childrenNamed(item, "itunes:category")
    .flatMap((category) => [category, ...childrenNamed(category, category.name)])
    .map(({ attributes }) => attributes.text ?? "");
  const tags = [
    ...listed("tags"),
    ...textsNamed(item, "category", "dc:subject", "media:category"),
    ...atom,
    ...itunes,
    ...listed("media:keywords", "itunes:keywords"),
  ];
  return tags.map((tag) => titleText(tag));
}
