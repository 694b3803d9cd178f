import { setTimeout as pause } from "node:timers/promises";
import type { ArticleId } from "../model/article.ts";
import type { FeedState } from "../store/feeds.ts";
import { listFeeds } from "../store/feeds.ts";
import { itemCounts, waitingItems } from "../store/items.ts";
import { staleStories } from "../store/stories.ts";
import { closeDailyEdition } from "./daily-edition.ts";
import { inParallel } from "./in-parallel.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { pollFeed } from "./poll-feed.ts";
import { readItems } from "./read-item.ts";
import { retryPages } from "./retry-pages.ts";
import { revisitArticles } from "./revisit-articles.ts";
import type { StoryAssigner } from "./story-assigner.ts";
import { tryWriteStory } from "./write-story.ts";

/** What one pass did, in counts. */
export interface Pass {
  readonly polled: number;
  readonly failed: number;
  readonly read: number;
  readonly assigned: number;
  readonly written: number;
  /** Pages that could not be written; their reasons stand in the store. */
  readonly unwritten: number;
}

/** Told as the pass goes on: which step, how much of it is done, and how much there is where that is known. */
export type PassProgress = (step: "poll" | "read" | "assign" | "write", done: number, all: number) => void;

/** More at once gains nothing on the embedded store, which answers one query at a time. */
const writersAtOnce = 4;

/** One pass of the whole pipeline over all active feeds: poll, read, assign, write. Stops between two articles when `signal` says so. */
export async function runOnce(
  context: PipelineContext,
  assigner: StoryAssigner,
  options: { readonly onProgress?: PassProgress; readonly signal?: AbortSignal } = {},
): Promise<Pass> {
  const { db } = context.store;
  const { signal, onProgress = () => {} } = options;
  // A reply may take minutes, and who stops the pass does not wait for it.
  const stopAsking = () => void Promise.all([context.modelAccount?.close(), context.embeddings?.close()]);
  signal?.addEventListener("abort", stopAsking, { once: true });
  const feeds = (await listFeeds(db)).filter((feed) => isRead(feed, context));
  let failed = 0;
  let polled = 0;
  const polling = inParallel(feeds, context.config.fetch.concurrency, signal, async (feed) => {
    const poll = await pollFeed(context, feed.id, signal);
    if (poll && poll.outcome !== "ok" && poll.outcome !== "not-modified") failed++;
    onProgress("poll", ++polled, feeds.length);
  });
  let read = 0;
  // How many there are is known when all feeds have been asked.
  let all: number | undefined;
  const counting = polling.then(async () => {
    all = read + (await itemCounts(db)).waiting;
  });
  const reading = readWaiting(context, polling, signal, () => {
    read++;
    if (all !== undefined) onProgress("read", read, Math.max(read, all));
  });
  await Promise.all([counting, reading]);
  if (signal?.aborted) return { polled, failed, read, assigned: 0, written: 0, unwritten: 0 };
  const assigned = await assigner.assignWaiting();
  onProgress("assign", assigned, assigned);
  let written = 0;
  let unwritten = 0;
  await retryPages(context);
  await revisitArticles(context, signal);
  for (;;) {
    const stale = await staleStories(db, 200);
    if (stale.length === 0 || signal?.aborted) break;
    await inParallel(stale, writersAtOnce, signal, async (storyId) => {
      if ((await tryWriteStory(context, storyId)) === "written") written++;
      else unwritten++;
      onProgress("write", written, Math.max(written, stale.length));
    });
  }
  if (!signal?.aborted) await closeDailyEdition(context);
  return { polled, failed, read, assigned, written, unwritten };
}

/** Items asked for at once. */
const waitingAtOnce = 500;
/** Milliseconds until the store is asked again while feeds are being polled and nothing waits. */
const askAgainMs = 100;

/**
 * Reads what waits, and what `polling` still brings: the first articles are read while slow outlets still answer. `onRead` is told after each
 * item.
 */
async function readWaiting(
  context: PipelineContext,
  polling: Promise<void>,
  signal: AbortSignal | undefined,
  onRead: () => void,
): Promise<void> {
  /** Each is tried once in a pass, whatever came of it. */
  const taken = new Set<ArticleId>();
  const underWay = new Set<Promise<void>>();
  let putOff = 0;
  let polled = false;
  let failure: unknown;
  const end = () => {
    polled = true;
  };
  polling.then(end, end);
  for (;;) {
    // Noted before the store is asked: what a poll saved in between is found in the next round.
    const isLast = polled;
    const found = await waitingItems(context.store.db, waitingAtOnce + putOff);
    const waiting = found.filter(({ id }) => !taken.has(id));
    putOff = found.length - waiting.length;
    for (const { id } of waiting) {
      if (underWay.size >= context.config.fetch.concurrency) await Promise.race(underWay);
      if (signal?.aborted || failure !== undefined) break;
      taken.add(id);
      const work: Promise<void> = readItems(context, [id], signal)
        .then(onRead)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          underWay.delete(work);
        });
      underWay.add(work);
    }
    if (signal?.aborted || failure !== undefined) break;
    if (waiting.length > 0) continue;
    if (underWay.size > 0) await Promise.race(underWay);
    else if (isLast) break;
    else await Promise.race([polling.catch(() => {}), pause(askAgainMs)]);
  }
  await Promise.all(underWay);
  if (failure !== undefined) throw failure;
}

/** A feed of a language this edition does not read is not asked. */
export function isRead(feed: FeedState, { config }: Pick<PipelineContext, "config">): boolean {
  const language = feed.language?.split("-")[0];
  return feed.status === "active" && (language === undefined || config.languages.includes(language));
}
