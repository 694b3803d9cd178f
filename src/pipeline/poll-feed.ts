import { createHash } from "node:crypto";
import type { FetchOutcome } from "../fetch/fetcher.ts";
import { nextPollDelayMs } from "../fetch/poll-interval.ts";
import { canonicalUrl } from "../ingest/canonical-url.ts";
import { parseFeed } from "../ingest/parse-feed.ts";
import type { ArticleId, Skip } from "../model/article.ts";
import type { FeedItem, ParsedFeed } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import { type FeedState, findFeed, recordPoll } from "../store/feeds.ts";
import { type NewItem, saveItems, skipItem, wakeItems } from "../store/items.ts";
import { findOutlet } from "../store/outlets.ts";
import { languageOf } from "../text/language-of.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** What a poll brought: items to be read, new ones and those whose rest is over. */
export interface Poll {
  readonly outcome: string;
  readonly newItems: readonly ArticleId[];
}

/**
 * Fetches one feed, saves what is new in it as items, and sets when it is asked next. A failure is an outcome, stored and shown; a stop is
 * no failure of the feed, and leaves it as it was.
 */
export async function pollFeed(
  context: PipelineContext,
  feedId: string,
  signal?: AbortSignal,
): Promise<Poll | undefined> {
  const { db } = context.store;
  const feed = await findFeed(db, feedId);
  if (feed?.status !== "active") return undefined;
  const outlet = await findOutlet(db, feed.outletId);
  if (!outlet || outlet.use === "never") return undefined;
  const fetched = await context.fetcher.get(feed.url, {
    kind: "feed",
    ...(feed.etag !== undefined && { etag: feed.etag }),
    ...(feed.lastModified !== undefined && { lastModified: feed.lastModified }),
    ...(signal && { signal }),
  });
  if (fetched.kind === "failed" && fetched.reason === "stopped") return undefined;
  const woken = await wakeItems(db, feed.id, context.now().toISOString());
  const settled = await saveFetched(context, feed, outlet, fetched);
  return { ...settled, newItems: [...settled.newItems, ...woken] };
}

async function saveFetched(
  context: PipelineContext,
  feed: FeedState,
  outlet: Outlet,
  fetched: FetchOutcome,
): Promise<Poll> {
  const { db } = context.store;
  if (fetched.kind !== "ok") return settle(context, feed, fetched, undefined, []);
  const parsed = parseFeed(fetched.bytes, {
    url: fetched.url,
    ...(fetched.contentType !== undefined && { contentType: fetched.contentType }),
  });
  if ("skip" in parsed) return settle(context, feed, fetched, parsed.skip, []);
  const seenAt = context.now().toISOString();
  const rows = rowsOf(parsed.feed, feed, outlet, seenAt);
  const fresh = new Set(await saveItems(db, rows));
  for (const row of rows.filter(({ id }) => fresh.has(id))) {
    const skip = skipUnread(row.item, context, seenAt);
    if (!skip) continue;
    await skipItem(db, row.id, skip, seenAt);
    fresh.delete(row.id);
  }
  return settle(context, feed, fetched, parsed.feed, [...fresh]);
}

/**
 * The id of an article: the same for one article met in three feeds, whatever tracking stands in its address. A mere link to an address
 * is another thing than its article, and has an id of its own (docs/decisions/0005).
 */
export function articleIdOf({ id, use }: Pick<Outlet, "id" | "use">, item: Pick<FeedItem, "id" | "url">): ArticleId {
  const address = item.url === undefined ? undefined : canonicalUrl(item.url);
  const key = address === undefined || use === "link-only" ? `${id} ${address ?? item.id}` : address;
  return `a${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
}

function rowsOf(parsed: ParsedFeed, feed: FeedState, outlet: Outlet, seenAt: string): NewItem[] {
  const rows = new Map<ArticleId, NewItem>();
  for (const item of parsed.items) {
    const id = articleIdOf(outlet, item);
    if (rows.has(id)) continue;
    const language = item.language ?? feed.language ?? parsed.language;
    rows.set(id, {
      id,
      feedId: feed.id,
      outletId: outlet.id,
      item: kept(language === undefined ? item : { ...item, language }, outlet),
      seenAt,
      ...(item.url !== undefined && { url: item.url }),
      ...(feed.subject !== undefined && { subject: feed.subject }),
    });
  }
  return [...rows.values()];
}

/** Of an outlet that is only linked to, no text is kept, not even until the item is read. */
function kept(item: FeedItem, { use }: Outlet): FeedItem {
  if (use !== "link-only") return item;
  const { contentHtml: _html, contentText: _text, summary: _summary, image: _image, ...link } = item;
  return { ...link, authors: [], tags: [] };
}

/** What can be left out before its page is fetched, by name: too old where the edition sets a limit, or plainly in another language. */
function skipUnread(item: FeedItem, { config }: PipelineContext, seenAt: string): Skip | undefined {
  const { maxAgeDays } = config.articles;
  if (maxAgeDays > 0 && item.publishedAt !== undefined) {
    const ageDays = (Date.parse(seenAt) - Date.parse(item.publishedAt)) / 86_400_000;
    if (ageDays > maxAgeDays)
      return {
        stage: "ingest",
        reason: "too-old",
        detail: `It is ${Math.floor(ageDays)} days old; articles.maxAgeDays is ${maxAgeDays}.`,
      };
  }
  const words = `${item.title}. ${item.summary ?? ""}`;
  // Titles alone are too short to tell: below about 60 characters one text in ten is taken for another language.
  const language = words.length >= 60 ? languageOf(words) : "und";
  if (language === "und" || config.languages.includes(String(language.split("-")[0]))) return undefined;
  return {
    stage: "ingest",
    reason: "language-not-read",
    detail: `It is in "${language}"; this edition reads ${config.languages.join(", ")}.`,
  };
}

async function settle(
  context: PipelineContext,
  feed: FeedState,
  fetched: FetchOutcome,
  parsed: ParsedFeed | Skip | undefined,
  newItems: readonly ArticleId[],
): Promise<Poll> {
  const limits = { minMs: context.config.feeds.minMinutes * 60_000, maxMs: context.config.feeds.maxMinutes * 60_000 };
  const unreadable = parsed !== undefined && "reason" in parsed ? parsed : undefined;
  const failed = fetched.kind === "failed" || unreadable !== undefined;
  const failures = failed ? feed.failures + 1 : 0;
  const retryAfterMs = fetched.kind === "not-modified" ? undefined : fetched.retryAfterMs;
  const delayMs = nextPollDelayMs(
    {
      newItems: newItems.length,
      lastDelayMs: feed.delayMs,
      failures,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    },
    limits,
  );
  const outcome = fetched.kind === "failed" ? fetched.reason : (unreadable?.reason ?? fetched.kind);
  const detail = fetched.kind === "failed" ? fetched.detail : unreadable?.detail;
  const document = parsed && "items" in parsed ? parsed : undefined;
  // "Not modified" of a document that broke off would hide its missing items for good.
  const whole = fetched.kind === "ok" && !failed && !document?.cutOff;
  const lastItemAt = document?.items
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .sort()
    .at(-1);
  const moved = fetched.kind === "failed" ? undefined : fetched.permanentUrl;
  await recordPoll(context.store.db, feed.id, {
    outcome,
    failures,
    delayMs,
    newItems: newItems.length,
    polledAt: context.now().toISOString(),
    nextPollAt: new Date(context.now().getTime() + delayMs).toISOString(),
    ...(detail !== undefined && { detail }),
    ...(whole && fetched.etag !== undefined && { etag: fetched.etag }),
    ...(whole && fetched.lastModified !== undefined && { lastModified: fetched.lastModified }),
    ...(moved !== undefined && { url: moved }),
    ...(lastItemAt !== undefined && { lastItemAt }),
    ...(document?.title && { title: document.title }),
    ...(document?.language !== undefined && { language: document.language }),
  });
  return { outcome, newItems };
}
