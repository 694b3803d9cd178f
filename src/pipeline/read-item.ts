import { setTimeout as pause } from "node:timers/promises";
import type { FetchOutcome } from "../fetch/fetcher.ts";
import type { ArticleId, Skip } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import { saveArticle } from "../store/articles.ts";
import { finishItem, getItems, type ItemRow, skipItem } from "../store/items.ts";
import { findOutlet } from "../store/outlets.ts";
import { headerOptOut } from "./header-opt-out.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import type { ReadRequest } from "./read-article.ts";

/** Faults that often pass: they are tried again after these pauses before the feed's own words have to do. */
const passing = /^(?:timeout|connection-lost|http-5\d\d|http-429)$/;
const pausesMs = [1_000, 4_000];

/** Fetches the pages of some items, reads them, and saves each as an article or as a named skip. Ids that are done already are left alone. */
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
  const outlet = await findOutlet(db, row.outletId);
  if (!outlet) return skipRow(context, row, { stage: "fetch", reason: "outlet-removed" });
  const request: ReadRequest = {
    id: row.id,
    outlet,
    item: row.item,
    languages: context.config.languages,
    seenAt: row.seenAt,
    ...(await fetchPage(context, row, outlet, signal)),
  };
  // A stop is no property of the article: it stays waiting and is read at the next start.
  if (signal?.aborted) return;
  const reading = await context.workers.read(request);
  if ("skip" in reading) {
    if (reading.skip.reason !== "stopped") await skipRow(context, row, reading.skip);
    return;
  }
  const saved = await saveArticle(db, {
    article: reading.article,
    annotation: reading.annotation,
    outletId: outlet.id,
    ...(reading.canonicalUrl !== undefined && { canonicalUrl: reading.canonicalUrl }),
    ...(row.subject !== undefined && { subject: row.subject }),
  });
  if (saved === "saved") await finishItem(db, row.id, context.now().toISOString());
  else
    await skipRow(context, row, {
      stage: "ingest",
      reason: "same-article",
      detail: "Its page says it is an article that was read under another address.",
    });
}

async function skipRow(context: PipelineContext, row: ItemRow, skip: Skip): Promise<void> {
  await skipItem(context.store.db, row.id, skip, context.now().toISOString());
}

async function fetchPage(
  context: PipelineContext,
  row: ItemRow,
  outlet: Outlet,
  signal: AbortSignal | undefined,
): Promise<Pick<ReadRequest, "page" | "pageSkip">> {
  if (outlet.use !== "text")
    return { pageSkip: { stage: "fetch", reason: outlet.use, detail: `${outlet.name} is read by its feed only.` } };
  if (row.url === undefined)
    return { pageSkip: { stage: "ingest", reason: "no-link", detail: "The feed gives no address for it." } };
  const outcome = await fetchPatiently(context, row.url, signal);
  if (outcome.kind === "failed")
    return { pageSkip: { stage: "fetch", reason: outcome.reason, detail: outcome.detail } };
  if (outcome.kind === "not-modified") return {};
  const { bytes, contentType, url } = outcome;
  if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType))
    return { pageSkip: { stage: "fetch", reason: "not-html", detail: `The address holds ${contentType}.` } };
  const optOut = headerOptOut(outcome.headers);
  if (optOut !== undefined)
    return { pageSkip: { stage: "extract", reason: optOut, detail: "The page asks not to be used by machines." } };
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
    await pause(Math.min(outcome.retryAfterMs ?? pauseMs, 10_000));
  }
  return context.fetcher.get(url, options);
}
