import { setTimeout as pause } from "node:timers/promises";
import type { FetchOutcome } from "../fetch/fetcher.ts";
import { fetchParameters } from "../fetch/parameters.ts";
import type { ArticleId, Skip } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import { saveArticle } from "../store/articles.ts";
import { getItems, type ItemRow, restItem, skipItem } from "../store/items.ts";
import { optOutReasons, saveOptOut } from "../store/opt-outs.ts";
import { headerOptOut } from "./header-opt-out.ts";
import { optedOut } from "./opted-out.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import type { Reading, ReadRequest } from "./read-article.ts";

/** Faults that often pass: they are tried again after these pauses before the feed's own words have to do. */
const passing = /^(?:timeout|connection-lost|http-5\d\d|http-429)$/;
const pausesMs = [1_000, 4_000];
/** An item rests for its host's sake for so long after it was first seen; then the feed's own words have to do. */
const longestRestMs = 86_400_000;

/** What asking for an item's page came to. */
type Visit = Pick<ReadRequest, "page" | "pageSkip"> & {
  /** How long the host asks to be left alone, where that is longer than anybody waits. */
  readonly restMs?: number;
};

/**
 * Fetches the pages of some items, reads them, and saves each as an article or as a named skip; one whose host asks to be left alone for
 * longer than anybody waits rests until a later poll of its feed. Ids that are done already are left alone.
 */
export async function readItems(
  context: PipelineContext,
  ids: readonly ArticleId[],
  signal?: AbortSignal,
): Promise<void> {
  const items = await getItems(context.store.db, ids);
  await Promise.all(items.filter(({ status }) => status === "waiting").map((item) => readItem(context, item, signal)));
}

async function readItem(context: PipelineContext, row: ItemRow, signal: AbortSignal | undefined): Promise<void> {
  const { db } = context.store;
  const { outlet } = row;
  if (!outlet) return skipRow(context, row, { stage: "fetch", reason: "outlet-removed" });
  const { restMs, ...visit } = await visitPage(context, row, outlet, signal);
  // A stop is no property of the article: it stays waiting and is read at the next start.
  if (signal?.aborted || visit.pageSkip?.reason === "stopped") return;
  if (restMs !== undefined && visit.pageSkip && (await rest(context, row, visit.pageSkip, restMs))) return;
  const reading = await read(context, {
    id: row.id,
    outlet,
    item: row.item,
    languages: context.config.languages,
    seenAt: row.seenAt,
    ...visit,
  });
  await keepOptOut(context, row, reading.optOut ?? visit.pageSkip?.reason);
  if ("skip" in reading) {
    if (reading.skip.reason !== "stopped") await skipRow(context, row, reading.skip);
    return;
  }
  const saved = await saveArticle(
    db,
    {
      article: reading.article,
      annotation: reading.annotation,
      outletId: outlet.id,
      ...(reading.canonicalUrl !== undefined && { canonicalUrl: reading.canonicalUrl }),
      ...(row.subject !== undefined && { subject: row.subject }),
    },
    context.now().toISOString(),
  );
  if (saved === "known")
    await skipRow(context, row, {
      stage: "ingest",
      reason: "same-article",
      detail: "Its page says it is an article that was read under another address.",
    });
}

/** A page that hangs or kills its reading thread costs what it says itself; what the feed says of the article is read without it. */
async function read(context: PipelineContext, { page, ...request }: ReadRequest): Promise<Reading> {
  const reading = await context.workers.read(page ? { ...request, page } : request);
  const failed = "skip" in reading && /^reading-(?:timeout|failed)$/.test(reading.skip.reason);
  return page && failed ? context.workers.read({ ...request, pageSkip: reading.skip }) : reading;
}

/** False where the item would rest for longer than it may. */
async function rest(context: PipelineContext, row: ItemRow, skip: Skip, restMs: number): Promise<boolean> {
  const until = context.now().getTime() + restMs;
  if (until > Date.parse(row.seenAt) + longestRestMs) return false;
  await restItem(context.store.db, row.id, skip, new Date(until).toISOString());
  return true;
}

async function keepOptOut(context: PipelineContext, { outletId, url }: ItemRow, found: string | undefined) {
  const reason = optOutReasons.find((one) => one === found);
  if (reason === undefined || url === undefined) return;
  await saveOptOut(context.store.db, { outletId, reason, url, seenAt: context.now().toISOString() });
}

async function skipRow(context: PipelineContext, row: ItemRow, skip: Skip): Promise<void> {
  await skipItem(context.store.db, row.id, skip, context.now().toISOString());
}

/** Asks for an item's page, as far as its outlet lets it be read. */
export async function visitPage(
  context: PipelineContext,
  row: ItemRow,
  outlet: Outlet,
  signal: AbortSignal | undefined,
): Promise<Visit> {
  if (outlet.use !== "text")
    return { pageSkip: { stage: "fetch", reason: outlet.use, detail: `${outlet.name} is read by its feed only.` } };
  if (row.url === undefined)
    return { pageSkip: { stage: "ingest", reason: "no-link", detail: "The feed gives no address for it." } };
  const outcome = await fetchPatiently(context, row.url, signal);
  if (outcome.kind === "failed") {
    const { reason, detail, retryAfterMs = 0 } = outcome;
    const long = retryAfterMs > fetchParameters.maxWaitedRestMs;
    return { pageSkip: { stage: "fetch", reason, detail }, ...(long && { restMs: retryAfterMs }) };
  }
  if (outcome.kind === "not-modified") return {};
  const { bytes, contentType, url } = outcome;
  if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType))
    return { pageSkip: { stage: "fetch", reason: "not-html", detail: `The address holds ${contentType}.` } };
  const optOut = headerOptOut(outcome.headers);
  if (optOut !== undefined) return { pageSkip: optedOut(optOut) };
  return { page: { bytes, url, ...(contentType !== undefined && { contentType }) } };
}

async function fetchPatiently(
  context: PipelineContext,
  url: string,
  signal: AbortSignal | undefined,
): Promise<FetchOutcome> {
  const options = { kind: "page", ...(signal && { signal }) } as const;
  for (const pauseMs of pausesMs) {
    const outcome = await context.fetcher.get(url, options);
    if (outcome.kind !== "failed" || !passing.test(outcome.reason) || signal?.aborted) return outcome;
    const waitMs = outcome.retryAfterMs ?? pauseMs;
    if (waitMs > fetchParameters.maxWaitedRestMs) return outcome;
    // Called off, it ends at once; the request that follows is called off, too.
    await pause(waitMs, undefined, signal && { signal }).catch(() => {});
  }
  return context.fetcher.get(url, options);
}
