import type { Briefing } from "../../model/briefing.ts";
import type { StoryId } from "../../model/story.ts";
import { briefingAt, latestBriefing } from "../../store/briefings.ts";
import { correctionsOf } from "../../store/corrections.ts";
import type { Queryable } from "../../store/database.ts";
import { outletsNamed } from "../../store/outlets.ts";
import { findStories, type StoryRow } from "../../store/stories.ts";
import type { LoadedStory } from "./story-view.ts";

/** A story's page with what it leads to; undefined where that revision was never written. */
export async function loadStory(db: Queryable, story: StoryRow, revision?: number): Promise<LoadedStory | undefined> {
  const latest = await latestBriefing(db, story.id);
  if (!latest) return undefined;
  const briefing =
    revision === undefined || revision === latest.revision ? latest : await briefingAt(db, story.id, revision);
  if (!briefing) return undefined;
  const names = [...new Set(briefing.sources.map(({ outlet }) => outlet))];
  return {
    story,
    briefing,
    newest: latest.revision,
    outlets: await outletsNamed(db, names),
    corrections: await correctionsOf(db, story.id),
    linked: await findStories(db, linkedIds(briefing)),
  };
}

function linkedIds({ sections }: Briefing): StoryId[] {
  return sections.flatMap((section) =>
    section.kind === "how-we-got-here"
      ? section.earlierStories.map(({ storyId }) => storyId)
      : section.kind === "questions"
        ? section.relatedStories.map(({ storyId }) => storyId)
        : [],
  );
}
