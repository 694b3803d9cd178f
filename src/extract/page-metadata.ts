/** What a page says about itself outside its text. Every field is a stranger's word, trimmed and bounded. */
export interface PageMetadata {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  /** ISO 8601, UTC. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly language?: string;
  readonly image?: string;
  readonly canonicalUrl?: string;
  readonly paywalled: boolean;
  /** schema.org type, e.g. "OpinionNewsArticle". */
  readonly type?: string;
  /** The page asks not to be mined or used by machines. */
  readonly optOut?: "noai" | "tdm-reservation";
}

type Json = Readonly<Record<string, unknown>>;

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

/**
 * Reads JSON-LD (schema.org NewsArticle), Open Graph and other meta elements, microdata and visible times, in this order of trust.
 * Never throws: broken JSON-LD counts as absent.
 */
export function readMetadata(document: Document, url?: string): PageMetadata {
  const linked = articleNode(document);
  const meta = metaReader(document);
  const title = first(text(linked?.headline), meta("og:title"), meta("twitter:title"), text(linked?.name));
  const byline = first(
    names(linked?.author),
    plainByline(meta("author")),
    plainByline(meta("article:author")),
    plainByline(meta("parsely-author")),
    itemprop(document, "author"),
  );
  const outlet = first(names(linked?.publisher), meta("og:site_name"), meta("application-name"));
  const publishedAt = first(
    isoDate(text(linked?.datePublished)),
    isoDate(meta("article:published_time")),
    isoDate(meta("og:article:published_time")),
    isoDate(meta("datepublished")),
    isoDate(meta("parsely-pub-date")),
    isoDate(meta("dc.date.issued")),
    isoDate(meta("dc.date")),
    isoDate(meta("date")),
    isoDate(document.querySelector('[itemprop="datePublished"]')?.getAttribute("content") ?? undefined),
    isoDate(document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined),
  );
  const modifiedAt = first(
    isoDate(text(linked?.dateModified)),
    isoDate(meta("article:modified_time")),
    isoDate(meta("og:updated_time")),
  );
  const language = first(
    text(linked?.inLanguage),
    document.documentElement?.getAttribute("lang") ?? undefined,
    meta("og:locale")?.replace("_", "-"),
    meta("content-language"),
  );
  const image = webUrl(first(imageOf(linked?.image), meta("og:image"), meta("twitter:image")), url);
  const canonicalUrl = webUrl(
    first(document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? undefined, meta("og:url")),
    url,
  );
  const type = typeOf(linked);
  const optOut = optOutOf(meta);
  return {
    ...(title && { title }),
    ...(byline && { byline }),
    ...(outlet && { outlet }),
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(language && { language }),
    ...(image && { image }),
    ...(canonicalUrl && { canonicalUrl }),
    ...(type && { type }),
    ...(optOut && { optOut }),
    paywalled:
      linked?.isAccessibleForFree === false ||
      /^false$/i.test(String(linked?.isAccessibleForFree ?? "")) ||
      /^(locked|metered|premium)/i.test(meta("article:content_tier") ?? ""),
  };
}

/** The schema.org node that describes the article, wherever the page's JSON-LD hides it (an array, an @graph, a mainEntity). */
function articleNode(document: Document): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse((script.textContent ?? "").replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|\]\]>\s*$/g, ""));
    } catch {
      continue;
    }
    const found = nodesOf(parsed, 0).find((node) => articleTypes.test(typeOf(node) ?? ""));
    if (found) return found;
  }
  return undefined;
}

function nodesOf(value: unknown, depth: number): Json[] {
  if (depth > 4 || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => nodesOf(one, depth + 1));
  const node = value as Json;
  return [node, ...nodesOf(node["@graph"], depth + 1), ...nodesOf(node.mainEntity, depth + 1)];
}

function typeOf(node: Json | undefined): string | undefined {
  const type = node?.["@type"];
  return text(Array.isArray(type) ? type.find((one) => articleTypes.test(String(one))) : type);
}

function metaReader(document: Document): (name: string) => string | undefined {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name =
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      element.getAttribute("http-equiv");
    const value = text(element.getAttribute("content"));
    if (name && value && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  return (name) => values.get(name);
}

function itemprop(document: Document, name: string): string | undefined {
  return plainByline(text(document.querySelector(`[itemprop="${name}"]`)?.textContent));
}

function optOutOf(meta: (name: string) => string | undefined): PageMetadata["optOut"] {
  if (meta("tdm-reservation") === "1") return "tdm-reservation";
  return /\bno(?:ai|imageai|ml)\b/i.test(meta("robots") ?? "") ? "noai" : undefined;
}

/** A byline is a name in words: a profile's address or a whole paragraph is not one. */
function plainByline(value: string | undefined): string | undefined {
  if (!value || value.length > 120 || /^https?:/i.test(value)) return undefined;
  return value.replace(/^(?:by|von|par|por)\s+/i, "");
}

function names(value: unknown): string | undefined {
  const list = (Array.isArray(value) ? value : [value]).map((one) =>
    text(typeof one === "object" && one !== null ? (one as Json).name : one),
  );
  const found = [...new Set(list.map((one) => plainByline(one)).filter((one) => one !== undefined))];
  return found.length > 0 ? found.slice(0, 6).join(", ") : undefined;
}

function imageOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return text(typeof one === "object" && one !== null ? (one as Json).url : one);
}

/** The ISO form of a date, or undefined when it cannot be read or lies outside 1990 to 2100 (a template's zero date). */
export function isoDate(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2100 ? date.toISOString() : undefined;
}

function webUrl(value: string | undefined, base: string | undefined): string | undefined {
  if (!value || !URL.canParse(value, base)) return undefined;
  const parsed = new URL(value, base);
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const plain = value.replace(/\s+/g, " ").trim().slice(0, 1000);
  return plain === "" ? undefined : plain;
}

function first(...values: (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== "");
}
