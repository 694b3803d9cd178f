import { setTimeout as pause } from "node:timers/promises";
import type { Mailer } from "../mail/open-mailer.ts";
import type { DailyStory } from "../model/daily-edition.ts";
import type { MailFailure, MailMessage, Subscriber } from "../model/mail.ts";
import { shownStories } from "../serve/site/shown-stories.ts";
import { confirmationMail, type DigestDays, digestMail, type MailFrame } from "../serve/syndication/mail.tsx";
import { dailyDays, findDailyEdition } from "../store/daily-editions.ts";
import { getSetting } from "../store/settings.ts";
import {
  forgetUnconfirmed,
  recordSent,
  recordUnsent,
  removeSubscriber,
  subscriberSecret,
  takeDueSubscriber,
} from "../store/subscribers.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** Mail that goes out in the background until it is stopped. */
export interface MailSending {
  stop(): Promise<void>;
}

/** How often the store is asked who is due. */
const idleMs = 5_000;
/** Longer than any server takes for one mail. */
const leaseMs = 300_000;
/** A mail that did not go out is tried again after this, doubled with each failure up to a day. */
const firstRetryMs = 300_000;
const longestRetryMs = 86_400_000;
/** An address that the server says is none is forgotten after so many mails. */
const mostBounces = 3;
/** Those who do not confirm are forgotten. The page that asks for an address says so. */
const unconfirmedMs = 2 * 86_400_000;
const week = 7;

type MailContext = Pick<PipelineContext, "store" | "config" | "now">;

/** Sends the questions to new subscribers, and each edition of a day when it has closed, one mail after the other. */
export function startMail(
  context: MailContext,
  mailer: Mailer,
  onError: (error: unknown) => void = (error) => console.error(error),
): MailSending {
  const stopping = new AbortController();
  const { signal } = stopping;
  const work = (async () => {
    while (!signal.aborted) {
      const sent = await sendNextMail(context, mailer).catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!sent) await pause(idleMs, undefined, { signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
      mailer.close();
    },
  };
}

/** Sends one mail that is due, and keeps what came of it. False where none is. */
export async function sendNextMail(context: MailContext, mailer: Mailer): Promise<boolean> {
  const { db } = context.store;
  const now = context.now();
  await forgetUnconfirmed(db, new Date(now.getTime() - unconfirmedMs).toISOString());
  const newest = await findDailyEdition(db);
  const subscriber = await takeDueSubscriber(db, newest?.day, now.toISOString(), leaseMs);
  if (!subscriber) return false;
  const day = subscriber.confirmedAt === undefined ? undefined : newest?.day;
  const outcome = await mailer.send(await messageFor(context, subscriber, day));
  if (outcome.kind === "sent") await recordSent(db, subscriber.id, now.toISOString(), day);
  else if (isGone(outcome.reason, subscriber)) await removeSubscriber(db, subscriber.id);
  else {
    const delay = Math.min(firstRetryMs * 2 ** subscriber.failures, longestRetryMs);
    await recordUnsent(db, subscriber.id, { ...outcome, tryAt: new Date(now.getTime() + delay).toISOString() });
  }
  return true;
}

function isGone(reason: MailFailure, { failures }: Subscriber): boolean {
  return reason === "no-such-address" && failures + 1 >= mostBounces;
}

async function messageFor(context: MailContext, subscriber: Subscriber, day: string | undefined): Promise<MailMessage> {
  const { db } = context.store;
  const { publicUrl = "", ...edition } = context.config;
  const frame: MailFrame = {
    edition,
    sample: (await getSetting(db, "sample")) === true,
    base: publicUrl.replace(/\/+$/, ""),
    secret: await subscriberSecret(db),
  };
  if (day === undefined) return confirmationMail(frame, subscriber);
  const { days, stories } = await storiesFor(context, subscriber, day);
  return digestMail(frame, subscriber, days, await shownStories({ db }, stories));
}

/** The newest edition; or those of a week, each story once in its newest version, those that stood highest first. */
async function storiesFor(
  { store: { db }, config }: MailContext,
  { rhythm, lastDay = "" }: Subscriber,
  day: string,
): Promise<{ readonly days: DigestDays; readonly stories: readonly DailyStory[] }> {
  const days = (await dailyDays(db, week)).filter((one) => one > lastDay || one === day);
  const read = rhythm === "daily" ? [day] : days;
  const best = new Map<string, { readonly story: DailyStory; readonly place: number }>();
  for (const one of read)
    for (const [place, story] of ((await findDailyEdition(db, one))?.stories ?? []).entries()) {
      const known = best.get(story.storyId);
      // Days come newest first, so that the first version met is the newest.
      best.set(story.storyId, { story: known?.story ?? story, place: Math.min(place, known?.place ?? place) });
    }
  const ranked = [...best.values()].sort((a, b) => a.place - b.place).slice(0, config.daily.stories);
  // Over a week a story is told from its beginning: what is new since yesterday alone would be half of it.
  const stories = ranked.map(({ story: { since, ...story } }) =>
    rhythm === "daily" && since !== undefined ? { ...story, since } : story,
  );
  return { days: { first: read.at(-1) ?? day, last: day }, stories };
}
