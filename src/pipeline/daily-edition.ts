import type { Briefing } from "../model/briefing.ts";
import type { DailyStory } from "../model/daily-edition.ts";
import { sentencesAddedOnTop } from "../serve/site/revision-changes.ts";
import {
  briefingsAt,
  findDailyEdition,
  lastShown,
  newestRevisions,
  saveDailyEdition,
} from "../store/daily-editions.ts";
import { listStories, type StoryRow } from "../store/stories.ts";
import { lastClosing } from "./closing-time.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** Stories are chosen from so many of the most important. */
const candidates = 300;
/** A story that was shown in one of so many editions before is shown again only with what is new in it. */
const remembered = 30;

/**
 * Closes the edition of the day whose hour has come, once: the most important stories that have had a report since the edition before, each subject with
 * one first, and those shown before only where their page says something new of what happened. Returns the day where it closed one.
 */
export async function closeDailyEdition(context: PipelineContext): Promise<string | undefined> {
  const { db } = context.store;
  const { daily, timeZone, subjects, stories: threshold } = context.config;
  const { day } = lastClosing(context.now(), daily.hour, timeZone);
  const previous = await findDailyEdition(db);
  if (previous && previous.day >= day) return undefined;
  const rows = (await listStories(db, { ...threshold, order: "rank", limit: candidates })).filter(
    ({ subject, newestAt }) =>
      subjects.some((one) => one === subject) && (previous === undefined || (newestAt ?? "") > previous.closedAt),
  );
  const stories = await withSomethingNew(context, rows);
  // A day without a story has no edition: an empty page would tell nobody anything.
  if (stories.length === 0) return undefined;
  const chosen = spreadOverSubjects(stories, daily.stories);
  await saveDailyEdition(db, {
    day,
    closedAt: context.now().toISOString(),
    stories: chosen.map(({ shown }) => shown),
  });
  return day;
}

interface Candidate {
  readonly subject?: string;
  readonly shown: DailyStory;
}

async function withSomethingNew(context: PipelineContext, rows: readonly StoryRow[]): Promise<Candidate[]> {
  const { db } = context.store;
  const ids = rows.map(({ id }) => id);
  const [before, newest] = [await lastShown(db, ids, remembered), await newestRevisions(db, ids)];
  const again = [...before].flatMap(([storyId, revision]) => [
    { storyId, revision },
    { storyId, revision: newest.get(storyId) ?? revision },
  ]);
  const pageAt = await briefingsAt(db, again);
  return rows.flatMap(({ id, subject }) => {
    const revision = newest.get(id);
    if (revision === undefined) return [];
    const since = before.get(id);
    const shown = { storyId: id, revision, ...(since !== undefined && { since }) };
    if (since !== undefined && !saysSomethingNew(pageAt(id, since), pageAt(id, revision))) return [];
    return { ...(subject !== undefined && { subject }), shown };
  });
}

function saysSomethingNew(older: Briefing | undefined, newer: Briefing | undefined): boolean {
  return newer !== undefined && (older === undefined || sentencesAddedOnTop(older, newer).length > 0);
}

/** So many of a list in order of importance: the first of each subject, then the next by importance. Their order is kept. */
export function spreadOverSubjects<One extends { readonly subject?: string }>(
  all: readonly One[],
  limit: number,
): One[] {
  const seen = new Set<string | undefined>();
  const first = all.filter(({ subject }) => !seen.has(subject) && seen.add(subject));
  const chosen = new Set([...first, ...all.filter((one) => !first.includes(one))].slice(0, limit));
  return all.filter((one) => chosen.has(one));
}
