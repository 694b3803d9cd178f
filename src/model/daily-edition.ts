import type { StoryId } from "./story.ts";

/** A day's stories as they stood at the hour it closed. It never changes. */
export interface DailyEdition {
  /** The date in the edition's time zone, "2026-11-23". */
  readonly day: string;
  /** ISO 8601: when it was closed, which is later than the hour where nobody was at work then. */
  readonly closedAt: string;
  /** By importance. */
  readonly stories: readonly DailyStory[];
}

/** A story in a day's edition, by the version of its page that it shows. */
export interface DailyStory {
  readonly storyId: StoryId;
  readonly revision: number;
  /** The version that an earlier edition showed: what is new since then stands first. */
  readonly since?: number;
}
