import type { Briefing } from "../../model/briefing.ts";
import type { DailyStory } from "../../model/daily-edition.ts";
import { briefingsAt, newestRevisions } from "../../store/daily-editions.ts";
import { findStories, type StoryRow } from "../../store/stories.ts";
import type { SiteEdition } from "../site-edition.ts";
import type { Dates } from "./dates.ts";
import { sentencesAddedOnTop } from "./revision-changes.ts";
import type { SiteStrings } from "./strings/site-strings.ts";

/** A story as its day's edition shows it: from the version of its page that stood when the edition closed. */
export interface ShownStory {
  readonly row: StoryRow;
  readonly briefing: Briefing;
  /** What is new since the edition that showed it before; undefined for one that is shown for the first time. */
  readonly change?: readonly string[];
  /** The newest version, where there is one by now. */
  readonly newer?: number;
}

/** A story that was redacted or emptied since is gone from its edition, too. */
export async function shownStories(
  { db }: Pick<SiteEdition, "db">,
  stories: readonly DailyStory[],
): Promise<ShownStory[]> {
  const ids = stories.map(({ storyId }) => storyId);
  const rows = await findStories(db, ids);
  const newest = await newestRevisions(db, ids);
  const pageAt = await briefingsAt(
    db,
    stories.flatMap(({ storyId, revision, since }) => [
      { storyId, revision },
      ...(since === undefined ? [] : [{ storyId, revision: since }]),
    ]),
  );
  return stories.flatMap(({ storyId, revision, since }) => {
    const [row, briefing] = [rows.get(storyId), pageAt(storyId, revision)];
    if (!row || !briefing) return [];
    const older = since === undefined ? undefined : pageAt(storyId, since);
    const now = newest.get(storyId) ?? revision;
    return {
      row,
      briefing,
      ...(older && { change: sentencesAddedOnTop(older, briefing) }),
      // A story that became part of another has its versions there.
      ...(now > revision && row.id === storyId && { newer: now }),
    };
  });
}

/** "6 independent origins"; nothing beside an older version of a page, since origins are known of the newest only. */
export function originsLine(
  { row: { origins }, newer }: ShownStory,
  counts: SiteStrings["counts"],
  dates: Dates,
): readonly string[] {
  if (newer !== undefined) return [];
  return [origins === 1 ? counts.oneOrigin : `${dates.number(origins)} ${counts.origins(origins)}`];
}
