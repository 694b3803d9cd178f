import { declaredImage } from "./feed-media.ts";
import { type FeedText, guessedText, type ItemDraft } from "./item-draft.ts";
import { languageTag } from "./language-tag.ts";
import { personName } from "./person-name.ts";
import { looksLikeMarkup, oneLine, titleText } from "./plain-text.ts";
import type { FeedDraft } from "./rss.ts";
import { resolveUrl } from "./urls.ts";
import { hasElements, markupOf, textOf } from "./xml-markup.ts";
import { childNamed, childrenNamed, textsNamed } from "./xml-query.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Atom's own names, with and without a namespace: many a feed forgets to declare it. */
const own = (...names: string[]) => names.flatMap((name) => [`atom:${name}`, name]);

/** Atom 0.3 and 1.0: `root` is the feed element, or an entry that stands alone. */
export function readAtom(root: XmlElement): FeedDraft {
  const elements = /(?:^|:)entry$/.test(root.name) ? [root] : childrenNamed(root, ...own("entry"));
  const items = elements.filter(({ unfinished }) => !unfinished);
  const language = languageTag(root.language) ?? languageTag(textsNamed(root, "dc:language", ...own("language"))[0]);
  const title = childNamed(root, ...own("title"));
  const feed = { language, homePageUrl: alternateLink(root), title: headline(title), authors: authorsOf(root) };
  return { ...feed, items: items.map((entry) => readEntry(entry, feed)), unfinished: elements.length - items.length };
}

function readEntry(
  entry: XmlElement,
  feed: Pick<FeedDraft, "language" | "homePageUrl" | "title"> & { readonly authors: readonly string[] },
): ItemDraft {
  const id = textsNamed(entry, ...own("id"))[0];
  const base = entry.base ?? feed.homePageUrl;
  const link = alternateLink(entry) ?? (id !== undefined && /^https?:\/\//i.test(id) ? id : undefined);
  const language = languageTag(childNamed(entry, ...own("content"))?.language) ?? languageTag(entry.language);
  const source = childNamed(entry, ...own("source"));
  const authors = [authorsOf(entry), source ? authorsOf(source) : [], feed.authors].find(({ length }) => length > 0);
  const dates = (...names: string[]) => textsNamed(entry, ...names);
  const modified = dates(...own("updated", "modified"), "dcterms:modified");
  return {
    id,
    url: link ?? looseLink(entry),
    title: headline(childNamed(entry, ...own("title"), "dc:title", "media:title")),
    content: constructText(childrenNamed(entry, ...own("content")).find(isReadable)),
    summary: constructText(
      childNamed(entry, ...own("summary")) ??
        childrenNamed(entry, "media:group").map((group) => childNamed(group, "media:description"))[0],
    ),
    published: [
      ...dates(...own("published", "issued"), "dcterms:issued", "dc:date", ...own("created"), "dcterms:created"),
      ...modified,
    ],
    modified,
    // An outlet's own name in the place of an author says nothing that the outlet does not.
    authors: (authors ?? []).filter((name) => name !== feed.title),
    image: declaredImage(entry),
    tags: tagsOf(entry),
    language: language === feed.language ? undefined : language,
    base,
  };
}

function linkTarget(link: XmlElement): string | undefined {
  return resolveUrl(link.attributes.href ?? textOf(link), link.base);
}

/** The page a feed or entry is about: a link without a relation, or "alternate"; HTML before other types. */
function alternateLink(parent: XmlElement): string | undefined {
  const links = childrenNamed(parent, ...own("link")).filter(({ attributes: { rel } }) => isAlternate(rel));
  const page = links.filter(({ attributes: { type } }) => type === undefined || /html|^$/i.test(type));
  return [...page, ...links].map(linkTarget).find((target) => target !== undefined);
}

function isAlternate(relation: string | undefined): boolean {
  return /^(?:|alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate)$/i.test((relation ?? "").trim());
}

/** A link that is written relatively and has no base yet: the feed's own page may serve. */
function looseLink(entry: XmlElement): string | undefined {
  return childrenNamed(entry, ...own("link"))
    .filter(({ attributes: { rel } }) => isAlternate(rel))
    .map((link) => link.attributes.href)
    .find((href) => href !== undefined && href !== "");
}

/** Content that stands elsewhere, or is a picture or a sound, is no text. */
function isReadable(content: XmlElement): boolean {
  const type = (content.attributes.type ?? "").trim().toLowerCase();
  return content.attributes.src === undefined && !/^(?:image\/(?!svg)|audio|video|multipart|message)/.test(type);
}

/** An Atom text construct (RFC 4287, 3.1; content, 4.1.3; Atom 0.3's modes): what it holds, decoded as its type says. */
function constructText(element: XmlElement | undefined): FeedText | undefined {
  if (!element) return undefined;
  const type = (element.attributes.type ?? "").trim().toLowerCase();
  const mode = (element.attributes.mode ?? "").trim().toLowerCase();
  const base = element.base;
  const withBase = (value: string, html: boolean): FeedText => ({ value, html, ...(base !== undefined && { base }) });
  if (hasElements(element)) return withBase(unwrapped(element), true);
  const text = textOf(element);
  const binary = mode === "base64" || (mode === "" && /^[a-z]+\/[a-z0-9.+-]+$/.test(type) && !isTextType(type));
  if (binary) {
    const decoded = Buffer.from(text, "base64").toString("utf8");
    return type === "" || type === "text/plain" ? guessedText(decoded, base) : withBase(decoded, true);
  }
  if (type === "html" || type === "xhtml" || /html/.test(type)) return withBase(text, true);
  if (type === "text" || type === "text/plain") return withBase(text, false);
  return guessedText(text, base);
}

function isTextType(type: string): boolean {
  return /^text\/|[/+]xml\b|html/.test(type);
}

/** XHTML stands in a div of its own that is not part of the text. */
function unwrapped(element: XmlElement): string {
  const inner = element.children.filter((child) => typeof child === "object" || child.trim() !== "");
  const [only] = inner;
  const wrapped = inner.length === 1 && typeof only === "object" && /^(?:.*:)?div$/.test(only.name);
  if (!wrapped) return markupOf(element);
  // Escaped HTML in a div, as an old publishing system wrote it, is HTML still.
  const escaped = !hasElements(only) && looksLikeMarkup(textOf(only)) && /html/.test(element.attributes.type ?? "");
  return escaped && element.attributes.type !== "xhtml" ? textOf(only) : markupOf(only);
}

function headline(title: XmlElement | undefined): string {
  const construct = constructText(title);
  if (!construct) return "";
  // What is declared to be plain text is taken at its word; everything else is read as headlines are.
  const literal = !construct.html && /^text(?:\/plain)?$/i.test((title?.attributes.type ?? "").trim());
  return literal ? oneLine(construct.value) : titleText(construct.value);
}

function authorsOf(parent: XmlElement): string[] {
  const people = childrenNamed(parent, ...own("author")).flatMap((author) => {
    const names = textsNamed(author, ...own("name"));
    return (names.length > 0 ? names : [hasElements(author) ? "" : textOf(author)]).slice(0, 1);
  });
  return [...people, ...textsNamed(parent, "dc:creator")].flatMap((text) => personName(text) ?? []);
}

function tagsOf(entry: XmlElement): string[] {
  const categories = childrenNamed(entry, ...own("category")).map(
    ({ attributes: { term = "", label = "" }, children }) => {
      // A term may be a number or an address for machines; then its label is what a reader would call it.
      const readable = term.trim() !== "" && !/^(?:\d+|\w+:\S*)$/.test(term.trim());
      return readable ? term : label || term || children.filter((child) => typeof child === "string").join("");
    },
  );
  const keywords = textsNamed(entry, "media:keywords").flatMap((text) => text.split(","));
  return [...categories, ...textsNamed(entry, "dc:subject", "media:category"), ...keywords].map((tag) =>
    titleText(tag),
  );
}
