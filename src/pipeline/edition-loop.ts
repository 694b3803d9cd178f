import { openMailer } from "../mail/open-mailer.ts";
import { mailServerOf } from "../mail-server.ts";
import { findDailyEdition } from "../store/daily-editions.ts";
import { dueFeeds, listFeeds } from "../store/feeds.ts";
import { waitingItems } from "../store/items.ts";
import { type Backlog, readBacklog } from "../store/progress.ts";
import type { Queue } from "../store/queue.ts";
import { forgetAnsweredReports } from "../store/reports.ts";
import { staleStories } from "../store/stories.ts";
import { lastClosing } from "./closing-time.ts";
import { closeDailyEdition } from "./daily-edition.ts";
import { inParallel } from "./in-parallel.ts";
import { startNameLookups } from "./name-lookups.ts";
import type { PipelineContext } from "./pipeline-context.ts";
import { pollFeed } from "./poll-feed.ts";
import { readItems } from "./read-item.ts";
import { retryPages } from "./retry-pages.ts";
import { startRevisits } from "./revisit-articles.ts";
import { isRead } from "./run-once.ts";
import { startMail } from "./send-mail.ts";
import { openStoryAssigner, type StoryAssigner } from "./story-assigner.ts";
import { tryWriteStory } from "./write-story.ts";

/** The parts of the work a process can take on; `backstory worker --stages` names them. */
export const workStages = ["fetch", "extract", "annotate", "cluster", "write"] as const;
export type WorkStage = (typeof workStages)[number];

/** An edition while it is kept up to date. */
export interface EditionLoop {
  /** What is going on, in words for readers: "polling feeds", "reading 120 articles", "up to date". */
  stage(): string;
  /** Stops taking on work, waits for what is under way, and returns. */
  stop(): Promise<void>;
}

/** Tick of the scheduler. The sweep below catches what any job lost. */
const tickMs = 1_000;
/** Waiting articles are assigned when reading is idle, so that they go in by time of publication; at the latest after this. */
const assignAtLatestMs = 20_000;
const sweepEveryMs = 15_000;
const dumpEveryMs = 3_600_000;
/** The day's edition closes when nothing has been under way for so long, or so long after its hour. */
const quietMs = 20_000;
const closeAtLatestMs = 1_800_000;
/** Pages under way at once where some wait for a model: the others are not held up by them. */
const writersBesideModel = 8;

/**
 * Starts the work of an edition on the queue: poll what is due, read what is new, assign, write, look up names, send mail, and dump the
 * store every hour.
 */
export async function startEditionLoop(
  context: PipelineContext,
  queue: Queue,
  options: { readonly stages?: readonly WorkStage[]; readonly onError?: (error: unknown) => void } = {},
): Promise<EditionLoop> {
  const { db } = context.store;
  const { stages = workStages, onError = (error) => console.error(error) } = options;
  const takes = (stage: WorkStage) => stages.includes(stage);
  let assigner: StoryAssigner | undefined;
  let stage = "starting";
  let stopped = false;
  let lastAssigned = Date.now();
  let lastSweep = 0;
  let lastDump = Date.now();
  let closedDay: string | undefined;
  let busyAt = Date.now();

  if (takes("fetch"))
    await queue.work("poll-feed", async (ids, signal) => {
      await Promise.all(
        ids.map(async (id) => {
          if (signal.aborted) return;
          const poll = await pollFeed(context, id);
          // Sent feed by feed: the first articles are read while slow outlets still answer.
          if (poll) await queue.send("read-item", poll.newItems);
        }),
      );
    });
  if (takes("extract") || takes("annotate"))
    await queue.work("read-item", (ids, signal) => readItems(context, ids, signal));
  if (takes("write")) await retryPages(context);
  if (takes("write"))
    await queue.work("write-story", async (ids, signal) => {
      const width = context.modelAccount ? writersBesideModel : 1;
      await inParallel(ids, width, signal, async (id) => {
        await tryWriteStory(context, id, onError);
      });
    });

  const lookups =
    takes("fetch") && context.config.knowledge.online ? startNameLookups(context, { onError }) : undefined;
  const revisits = takes("fetch") ? startRevisits(context, onError) : undefined;

  const mailServer = mailServerOf(context.config);
  const mail = takes("write") && mailServer ? startMail(context, openMailer(mailServer), onError) : undefined;

  const assign = async () => {
    assigner ??= await openStoryAssigner(context);
    const assigned = await assigner.assignWaiting();
    lastAssigned = Date.now();
    if (assigned > 0) await queue.send("write-story", await staleStories(db, 2000));
  };
  // What is under way when the hour strikes is waited for, but not for ever: a large edition is never quite done.
  const closeDay = async ({ waiting, unassigned, stale }: Backlog) => {
    const { hour } = context.config.daily;
    const { day, at } = lastClosing(context.now(), hour, context.config.timeZone);
    const late = context.now().getTime() - at.getTime() > closeAtLatestMs && closedDay !== undefined;
    // Pages are written in several waves, so one quiet moment is no end.
    if (waiting + unassigned + stale > 0) busyAt = Date.now();
    if (day === closedDay || (Date.now() - busyAt < quietMs && !late)) return;
    if ((await closeDailyEdition(context)) !== undefined || (await findDailyEdition(db, day))) closedDay = day;
  };
  const tick = async () => {
    const now = Date.now();
    if (takes("fetch")) {
      const due = (await dueFeeds(db, context.now().toISOString(), 1000)).filter((feed) => isRead(feed, context));
      await queue.send(
        "poll-feed",
        due.map(({ id }) => id),
      );
    }
    if (now - lastSweep > sweepEveryMs) {
      lastSweep = now;
      await queue.send(
        "read-item",
        (await waitingItems(db, 5000)).map(({ id }) => id),
      );
      await queue.send("write-story", await staleStories(db, 2000));
    }
    const backlog = await readBacklog(db);
    const asking = stage === "starting" || stage === askingFeeds ? await someFeedUnasked(context) : false;
    stage = words(backlog, asking);
    if (takes("write")) await closeDay(backlog);
    if (takes("cluster") && backlog.unassigned > 0) {
      if (backlog.waiting === 0 || now - lastAssigned > assignAtLatestMs) await assign();
    } else if (backlog.unassigned === 0) lastAssigned = now;
    if (now - lastDump > dumpEveryMs) {
      lastDump = now;
      await forgetAnsweredReports(db, context.now().toISOString());
      await context.store.dumpNow();
    }
  };
  const work = (async () => {
    while (!stopped) {
      await tick().catch(onError);
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, tickMs));
    }
  })();
  return {
    stage: () => stage,
    async stop() {
      stopped = true;
      // A reply may take minutes; its page is written at the next start.
      await context.modelAccount?.close();
      await context.embeddings?.close();
      await Promise.all([lookups?.stop(), revisits?.stop(), mail?.stop()]);
      await work;
      await queue.stop();
    },
  };
}

const askingFeeds = "asking the feeds";

function words({ waiting, unassigned, stale }: Backlog, asking: boolean): string {
  if (waiting > 0) return `reading ${waiting} articles`;
  if (unassigned > 0) return `finding the stories in ${unassigned} articles`;
  if (stale > 0) return `writing ${stale} pages`;
  return asking ? askingFeeds : "up to date";
}

async function someFeedUnasked(context: PipelineContext): Promise<boolean> {
  const feeds = await listFeeds(context.store.db);
  return feeds.some((feed) => feed.lastPollAt === undefined && isRead(feed, context));
}

/** True when some feed of the edition has answered with a document that could be read. */
export async function someFeedAnswered(context: PipelineContext): Promise<boolean> {
  return (await listFeeds(context.store.db)).some(
    ({ lastOutcome }) => lastOutcome === "ok" || lastOutcome === "not-modified",
  );
}
