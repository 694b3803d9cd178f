import type { StoryId } from "./story.ts";

/** A correction of ours, logged by an editor on a story's page. */
export interface Correction {
  /** The editor's act that it is. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** The sentence it is about, as it stood. */
  readonly sentence?: string;
}

/** A correction in a list of all, with the story it stands on now. */
export interface ListedCorrection extends Correction {
  readonly storyId: StoryId;
  readonly slug?: string;
  readonly headline?: string;
  readonly language?: string;
}
