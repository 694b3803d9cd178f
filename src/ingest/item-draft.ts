import { createHash } from "node:crypto";
import type { FeedItem } from "../model/feed.ts";
import { parseWrittenDate } from "../text/written-date.ts";
import { resolveLinks } from "./content-links.ts";
import { ingestParameters as limits } from "./parameters.ts";
import { cleanText, looksLikeMarkup, oneLine, textOfMarkup, tidyLines } from "./plain-text.ts";
import { resolveUrl } from "./urls.ts";
import type { Warnings } from "./warnings.ts";

/** A text of a feed, and whether it is to be read as HTML. */
export interface FeedText {
  readonly value: string;
  readonly html: boolean;
  /** What relative addresses in it are relative to. */
  readonly base?: string;
}

/** One entry as its format gave it; dates and addresses still as written. */
export interface ItemDraft {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title: string;
  /** The whole text, where the feed has one beside the description. */
  readonly content?: FeedText | undefined;
  /** The description or summary. */
  readonly summary?: FeedText | undefined;
  /** Dates in order of trust: the first that can be read counts. */
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly authors: readonly string[];
  readonly image?: string | undefined;
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  readonly base?: string | undefined;
}

/** The item a draft stands for: addresses made absolute, dates brought to UTC, texts bounded, an id found. */
export function finishItem(draft: ItemDraft, warnings: Warnings): FeedItem {
  const url = resolveUrl(draft.url, draft.base);
  if (draft.url?.trim() && url === undefined) warnings.item("links that lead to no web page, left out", draft.url);
  const publishedAt = firstDate(draft.published, warnings);
  const modifiedAt = firstDate(draft.modified, warnings);
  const image = resolveUrl(draft.image, draft.base);
  const title = oneLine(draft.title);
  const given = oneLine(draft.id ?? "", limits.maxIdLength);
  return {
    id: given || url || hashOf([title, draft.published[0] ?? "", draft.summary?.value ?? draft.content?.value ?? ""]),
    ...(url !== undefined && { url }),
    title,
    ...textsOf(draft, warnings),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(modifiedAt !== undefined && { modifiedAt }),
    authors: distinct(draft.authors),
    ...(image !== undefined && { image }),
    tags: distinct(draft.tags),
    ...(draft.language !== undefined && { language: draft.language }),
  };
}

/**
 * A description with markup is given both ways, as it is and as plain text. One that is longer than a summary would be is the article
 * itself: most feeds without a content element put the whole text there.
 */
function textsOf(
  { content, summary, url, base }: ItemDraft,
  warnings: Warnings,
): Pick<FeedItem, "contentHtml" | "contentText" | "summary"> {
  const plain = summary && plainOf(summary);
  const short = plain !== undefined && plain !== "" && plain.length <= limits.maxSummaryLength ? plain : undefined;
  const main = content && content.value.trim() !== "" ? content : undefined;
  const full = main ?? (short === undefined || summary?.html ? summary : undefined);
  const text = full && bounded(full.html ? cleanText(full.value).trim() : tidyLines(full.value), warnings);
  const linkBase = full?.base ?? resolveUrl(url, base) ?? base;
  return {
    ...(text && full?.html && { contentHtml: resolveLinks(text, linkBase) }),
    ...(text && !full?.html && { contentText: text }),
    ...(short !== undefined && { summary: short }),
  };
}

function plainOf({ value, html }: FeedText): string {
  return html ? textOfMarkup(value) : tidyLines(value.slice(0, limits.maxContentLength));
}

function bounded(text: string, warnings: Warnings): string {
  if (text.length <= limits.maxContentLength) return text;
  warnings.item(`texts of more than ${limits.maxContentLength} characters, cut`);
  return text.slice(0, limits.maxContentLength).toWellFormed();
}

/** A text whose format says nothing of markup: HTML where it looks like it. */
export function guessedText(value: string, base: string | undefined): FeedText {
  return { value, html: looksLikeMarkup(value), ...(base !== undefined && { base }) };
}

function firstDate(dates: readonly string[], warnings: Warnings): string | undefined {
  for (const given of dates) {
    if (given.trim() === "") continue;
    const date = parseWrittenDate(given);
    if ("at" in date) return date.at;
    warnings.item(
      date.problem === "impossible" ? "dates out of all bounds, left out" : "dates that cannot be read, left out",
      given,
    );
  }
  return undefined;
}

function hashOf(parts: readonly string[]): string {
  return `urn:sha256:${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32)}`;
}

function distinct(names: readonly string[]): string[] {
  const found = new Set<string>();
  for (const name of names.slice(0, limits.maxNames * 4)) {
    const line = oneLine(name, limits.maxNameLength);
    if (line !== "" && found.size < limits.maxNames) found.add(line);
  }
  return [...found];
}
