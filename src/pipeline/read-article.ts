import { type ExtractedPage, extractPage } from "../extract/extract-page.ts";
import { genreOf } from "../extract/genre.ts";
import { textOfHtml } from "../extract/html-text.ts";
import { tidy } from "../extract/plain-text.ts";
import { canonicalUrl } from "../ingest/canonical-url.ts";
import type { Annotation } from "../model/annotation.ts";
import type { Article, ArticleId, Skip } from "../model/article.ts";
import type { FeedItem } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import { decodeText } from "../text/charset.ts";
import { languageOf } from "../text/language-of.ts";
import { annotate, type Learned } from "./annotate.ts";
import { type OptOut, optedOut } from "./opted-out.ts";

/** One feed item with what was fetched for it. */
export interface ReadRequest {
  readonly id: ArticleId;
  readonly outlet: Pick<Outlet, "name" | "language" | "use">;
  readonly item: FeedItem;
  readonly feedLanguage?: string;
  /** The languages this edition reads. */
  readonly languages: readonly string[];
  readonly page?: { readonly bytes: Uint8Array; readonly contentType?: string; readonly url: string };
  /** Why there is no page. */
  readonly pageSkip?: Skip;
  /** ISO 8601: when the item was first seen; it stands in for a time nobody gave. */
  readonly seenAt: string;
}

export type Reading =
  | {
      readonly article: Article;
      readonly annotation: Annotation;
      readonly canonicalUrl?: string;
      readonly optOut?: OptOut;
    }
  | { readonly skip: Skip; readonly optOut?: OptOut };

/** An excerpt shorter than this says too little to cite: a headline has about 60 characters, a feed's summary 150 to 300. */
const minExcerptLength = 60;
/** A page must be this much longer than the feed's own text to be the fuller one; pages gain a caption or a byline easily. */
const fullerBy = 1.05;

/**
 * Reads one feed item: the fuller of the page's text and the feed's own becomes the article, and is annotated. Pure, and total: what
 * cannot be read is a named skip.
 */
export function readArticle(request: ReadRequest, learned: Learned): Reading {
  const { item, outlet } = request;
  if (outlet.use === "link-only") return readLink(request, learned);
  const extraction = request.page
    ? extractPage(decodeText(request.page.bytes, request.page.contentType).text, { url: request.page.url })
    : undefined;
  const page = extraction && "page" in extraction ? extraction.page : undefined;
  const optOut = page?.optOut && { optOut: page.optOut };
  const pageSkip = optOut
    ? optedOut(optOut.optOut)
    : extraction && "skip" in extraction
      ? extraction.skip
      : request.pageSkip;
  const { text, textFrom } = fullestText(item, page, outlet.use);
  if (text === undefined) {
    const detail = pageSkip?.detail ?? "Neither the feed nor the page gave enough text to cite.";
    return { skip: { stage: "extract", reason: pageSkip?.reason ?? "too-little-text", detail }, ...optOut };
  }
  const declared = knownLanguage(page?.language) ?? item.language ?? request.feedLanguage ?? outlet.language;
  const language = languageOf(text.slice(0, 2000), declared);
  if (!request.languages.includes(String(language.split("-")[0]))) {
    const detail = `The article is in "${language}"; this edition reads ${request.languages.join(", ")}.`;
    return { skip: { stage: "annotate", reason: "language-not-read", detail }, ...optOut };
  }
  const url = page?.canonicalUrl ?? item.url;
  const byline = item.authors[0] ?? page?.byline;
  const image = page?.image ?? item.image;
  const modifiedAt = page?.modifiedAt ?? item.modifiedAt;
  const article: Article = {
    id: request.id,
    outlet: outlet.name,
    title: item.title || page?.title || firstWords(text),
    text,
    publishedAt: publishedAt([item.publishedAt, page?.publishedAt], request.seenAt),
    language,
    textFrom,
    ...(item.url !== undefined && { url: item.url }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    ...(byline !== undefined && { byline }),
    ...(image !== undefined && { image }),
    ...(page?.paywalled && { paywalled: true }),
    genre: page?.genre ?? genreOf({ title: item.title, text, url: item.url, byline }),
    ...(outlet.use === "text" && textFrom !== "page" && pageSkip && { withoutPage: pageSkip.reason }),
  };
  return {
    article,
    annotation: annotate(article, learned),
    ...(url !== undefined && { canonicalUrl: canonicalUrl(url) }),
    ...optOut,
  };
}

/** Of an outlet that is only linked to, nothing is kept but the title, the address and the time. */
function readLink({ id, item, outlet, languages, seenAt }: ReadRequest, learned: Learned): Reading {
  const { title, url } = item;
  if (title === "" || url === undefined) {
    const detail = `${outlet.name} is only linked to, and the feed gives no ${title === "" ? "title" : "address"} for it.`;
    return { skip: { stage: "ingest", reason: "link-only", detail } };
  }
  const language = languageOf(title, item.language ?? outlet.language);
  if (!languages.includes(String(language.split("-")[0])))
    return { skip: { stage: "annotate", reason: "language-not-read", detail: `Its title is in "${language}".` } };
  const at = publishedAt([item.publishedAt], seenAt);
  const article: Article = {
    id,
    outlet: outlet.name,
    title,
    text: title,
    textFrom: "title",
    publishedAt: at,
    language,
    url,
  };
  return { article, annotation: annotate(article, learned), canonicalUrl: canonicalUrl(url) };
}

function fullestText(
  item: FeedItem,
  page: ExtractedPage | undefined,
  use: Outlet["use"],
): { text?: string; textFrom: NonNullable<Article["textFrom"]> } {
  const full = item.contentHtml !== undefined ? textOfHtml(item.contentHtml) : tidy(item.contentText ?? "");
  const summary = tidy(item.summary ?? "");
  // A page that asks not to be mined lowers its outlet to what the feed itself hands out.
  const pageText = page && page.optOut === undefined && use === "text" ? page.text : "";
  if (pageText.length > Math.max(full.length, summary.length) * fullerBy)
    return { text: pageText, textFrom: page?.cutShort ? "excerpt" : "page" };
  if (full.length > summary.length * fullerBy && full.length >= minExcerptLength)
    return { text: full, textFrom: "feed" };
  if (summary.length >= minExcerptLength) return { text: summary, textFrom: "excerpt" };
  return pageText.length >= minExcerptLength ? { text: pageText, textFrom: "page" } : { textFrom: "excerpt" };
}

function knownLanguage(language: string | undefined): string | undefined {
  return language === "und" ? undefined : language;
}

/** The first time that is not in the future, which is a mistake of the outlet's clock or a plan; the moment we saw it stands in for none. */
function publishedAt(given: readonly (string | undefined)[], seenAt: string): string {
  return given.find((time) => time !== undefined && time <= seenAt) ?? seenAt;
}

function firstWords(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.length <= 90 ? line : `${line.slice(0, 90).replace(/\s+\S*$/, "")} …`;
}
