import { guessedText, type ItemDraft } from "./item-draft.ts";
import { languageTag } from "./language-tag.ts";
import { ingestParameters as limits } from "./parameters.ts";
import { personName } from "./person-name.ts";
import { titleText } from "./plain-text.ts";
import type { FeedDraft } from "./rss.ts";
import { resolveUrl } from "./urls.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON Feed document before its items are finished, and whether its end had to be found. */
export interface JsonFeedReading {
  readonly draft: FeedDraft;
  readonly mended: boolean;
}

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org). Fields of the wrong type count as absent, numbers serve as ids, and a document that breaks
 * off is read up to its last whole item. Undefined for JSON that is no feed, and for text that is no JSON.
 */
export function readJsonFeed(text: string, url?: string): JsonFeedReading | undefined {
  const parsed = parseJson(text);
  if (!parsed || !isObject(parsed.value)) return undefined;
  const feed = parsed.value;
  const items = Array.isArray(feed.items) ? feed.items.filter(isObject) : [];
  const marked = typeof feed.version === "string" && /jsonfeed/i.test(feed.version);
  if (!marked && !(Array.isArray(feed.items) && stringOf(feed.title) !== undefined)) return undefined;
  const homePageUrl = resolveUrl(stringOf(feed.home_page_url), stringOf(feed.feed_url) ?? url);
  const language = languageTag(stringOf(feed.language));
  const title = titleText(stringOf(feed.title) ?? "");
  const authors = authorsOf(feed).filter((name) => name !== title);
  const base = resolveUrl(stringOf(feed.feed_url), url) ?? url ?? homePageUrl;
  return {
    draft: {
      title,
      homePageUrl,
      language,
      items: items.map((item) => readItem(item, { authors, language, base })),
      unfinished: 0,
    },
    mended: parsed.mended,
  };
}

function readItem(
  item: JsonObject,
  feed: {
    readonly authors: readonly string[];
    readonly language: string | undefined;
    readonly base: string | undefined;
  },
): ItemDraft {
  const html = stringOf(item.content_html);
  const text = stringOf(item.content_text);
  const summary = stringOf(item.summary);
  const authors = authorsOf(item);
  const language = languageTag(stringOf(item.language));
  const tags = Array.isArray(item.tags) ? item.tags.flatMap((tag) => stringOf(tag) ?? []) : [];
  return {
    id: stringOf(item.id),
    url: [item.url, item.external_url].map(stringOf).find((one) => one?.trim()),
    title: titleText(stringOf(item.title) ?? ""),
    content: html?.trim() ? { value: html, html: true } : text === undefined ? undefined : { value: text, html: false },
    summary: summary === undefined ? undefined : { ...guessedText(summary, feed.base), html: false },
    published: [item.date_published, item.date_modified].flatMap((date) => stringOf(date) ?? []),
    modified: [item.date_modified].flatMap((date) => stringOf(date) ?? []),
    authors: authors.length > 0 ? authors : feed.authors,
    image: [item.image, item.banner_image].map(stringOf).find((one) => one?.trim()) ?? attachedImage(item),
    tags: tags.map((tag) => titleText(tag)),
    language: language === feed.language ? undefined : language,
    base: feed.base,
  };
}

function attachedImage(item: JsonObject): string | undefined {
  const attachments = Array.isArray(item.attachments) ? item.attachments.filter(isObject) : [];
  return stringOf(attachments.find(({ mime_type }) => /^image\b/i.test(stringOf(mime_type) ?? ""))?.url);
}

function authorsOf(holder: JsonObject): string[] {
  const people = Array.isArray(holder.authors) ? holder.authors : [];
  return [...people, holder.author].flatMap((author) => {
    const name = isObject(author) ? stringOf(author.name) : stringOf(author);
    return (name !== undefined && personName(name)) || [];
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

/** JSON as it stands, else cut back to an earlier "}" and closed as the list of items it breaks off in. */
function parseJson(text: string): { value: unknown; mended: boolean } | undefined {
  // Reading 40 million open brackets takes the platform's parser eight seconds, each time.
  if (nestsTooDeep(text)) return undefined;
  const whole = tryJson(text);
  if (whole !== undefined) return { value: whole, mended: false };
  const list = /"items"\s*:\s*\[/.exec(text);
  if (!list) return undefined;
  const start = list.index + list[0].length;
  let end = text.length;
  for (let cuts = 0; cuts < limits.maxJsonCuts; cuts++) {
    end = text.lastIndexOf("}", end - 1);
    if (end < start) break;
    const value = tryJson(`${text.slice(0, end + 1)}]}`);
    if (value !== undefined) return { value, mended: true };
  }
  const bare = tryJson(`${text.slice(0, start)}]}`);
  return bare === undefined ? undefined : { value: bare, mended: true };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      // To the end of the string: a quotation mark that no odd number of backslashes escapes.
      do i = text.indexOf('"', i + 1);
      while (i > 0 && isEscaped(text, i));
      if (i < 0) return false;
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > limits.maxJsonDepth) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}
