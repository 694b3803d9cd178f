import { isPaywalled } from "./access.ts";
import { joinByline } from "./byline.ts";
import { findArticleNode } from "./json-ld.ts";
import { readMetaElements } from "./meta-elements.ts";
import { pageDate } from "./page-date.ts";
import { pageTitle } from "./page-title.ts";
import { visibleByline, visibleDate, visibleUpdate } from "./visible-marks.ts";

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

/** Reads JSON-LD (schema.org NewsArticle), meta elements, microdata and what is visible, in this order of trust. */
export function readMetadata(document: Document, url?: string): PageMetadata {
  const linked = findArticleNode(document);
  const meta = readMetaElements(document);
  const outlet = linked?.names("publisher")[0] ?? meta("og:site_name", "application-name");
  const titles = [
    linked?.text("headline"),
    linked?.text("name"),
    meta("dc:title", "dc.title", "dcterms.title"),
    meta("og:title"),
    meta("title", "twitter:title", "parsely-title"),
  ];
  const title = pageTitle(document, titles, outlet);
  const authors = [
    meta("dc:creator", "dc.creator", "dcterms.creator"),
    meta("author", "byl", "parsely-author", "sailthru.author"),
  ];
  const byline =
    joinByline(linked?.names("author") ?? []) ??
    joinByline(authors.flatMap((name) => name ?? []).slice(0, 1)) ??
    joinByline([meta("article:author") ?? ""]) ??
    visibleByline(document);
  const publishedAt =
    pageDate(linked?.text("datePublished")) ??
    pageDate(meta("article:published_time", "og:article:published_time", "datepublished", "article:published")) ??
    pageDate(
      meta(
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "cxenseparse:recs:publishtime",
      ),
    ) ??
    pageDate(meta("dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date")) ??
    visibleDate(document);
  const modifiedAt =
    pageDate(linked?.text("dateModified")) ??
    pageDate(meta("article:modified_time", "og:updated_time", "last-modified")) ??
    visibleUpdate(document);
  const language =
    linked?.text("inLanguage") ??
    (document.documentElement?.getAttribute("lang") || undefined) ??
    meta("content-language") ??
    meta("og:locale")?.replace("_", "-");
  const image = webUrl(linked?.address("image") ?? meta("og:image", "og:image:url", "twitter:image"), url);
  const canonicalUrl = canonicalOf(
    document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? meta("og:url"),
    url,
  );
  const optOut = optOutOf(meta("tdm-reservation"), meta("robots"));
  return {
    ...(title && { title }),
    ...(byline !== undefined && { byline }),
    ...(outlet && { outlet }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(language && { language }),
    ...(image !== undefined && { image }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(linked?.type !== undefined && { type: linked.type }),
    ...(optOut !== undefined && { optOut }),
    paywalled: isPaywalled(document, linked, meta),
  };
}

/** The TDM Reservation Protocol's meta element, and the words outlets put among their robots directives. */
function optOutOf(reservation: string | undefined, robots = ""): PageMetadata["optOut"] {
  if (reservation === "1") return "tdm-reservation";
  return /\bno(?:ai|imageai|ml)\b/i.test(robots) ? "noai" : undefined;
}

/** Some sites give every page the address of their front page; that is no article's. */
function canonicalOf(given: string | undefined, url: string | undefined): string | undefined {
  const canonical = webUrl(given, url);
  if (canonical === undefined || url === undefined || !URL.canParse(url)) return canonical;
  const isFront = (address: string) => /^\/?$/.test(new URL(address).pathname) && new URL(address).search === "";
  return isFront(canonical) && !isFront(url) ? undefined : canonical;
}

function webUrl(value: string | undefined, base: string | undefined): string | undefined {
  if (!value || !URL.canParse(value, base)) return undefined;
  const parsed = new URL(value, base);
  return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : undefined;
}
