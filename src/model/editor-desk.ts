import type { ArticleId } from "./article.ts";
import type { StoryId } from "./story.ts";

/**
 * What an editor decided: articles went from one story to another, a correction was logged on a story, or readers' reports of it were
 * dismissed (`from` and `into` are the same then, and no article goes). It is kept, and never undone by the machine; an undo is an act of
 * its own.
 */
export interface EditorAct {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: "merge" | "split" | "move" | "correct" | "dismiss" | "undo";
  /** Who did it: the name given at the sign in, or "the command line". */
  readonly by: string;
  readonly reason?: string;
  readonly from: StoryId;
  readonly into: StoryId;
  /** The articles that went. */
  readonly articleIds: readonly ArticleId[];
  /** `from` ended: its address leads to `into`. */
  readonly ends?: true;
  /** Of a merge: the addresses that led to `from` before; of its undo: the same, given back. */
  readonly addresses?: readonly StoryId[];
  /** Of an undone merge: `into` answers at its own address again. */
  readonly reopens?: true;
  /** Of an undo: the act that it takes back. */
  readonly undoes?: string;
  /** Of a correction: what readers are told. */
  readonly text?: string;
  /** The sentence that is corrected, or whose reports are dismissed. */
  readonly sentence?: string;
  /** The readers' reports that it answers; of an undo: those that are open again. */
  readonly reports?: readonly string[];
}

/** Who acts, and why. */
export interface ActNote {
  readonly by: string;
  readonly reason?: string;
}

/** A sentence that readers reported. */
export interface ReportedSentence {
  readonly sentence: string;
  /** The ids of the reports. */
  readonly reports: readonly string[];
}

/**
 * What editors do to stories, from the site or the command line. Each act is kept, holds against the machine, and can be undone by another;
 * the pages of both stories are written anew before it returns. A UserError says what cannot be done.
 */
export interface EditorDesk {
  /** Makes two stories one; the address of `from` leads to `into` from then on. */
  merge(from: StoryId, into: StoryId, note: ActNote): Promise<EditorAct>;
  /** Makes a new story of some of a story's articles. */
  split(story: StoryId, articleIds: readonly ArticleId[], note: ActNote): Promise<EditorAct>;
  /** Moves some of a story's articles to another story. */
  move(story: StoryId, articleIds: readonly ArticleId[], into: StoryId, note: ActNote): Promise<EditorAct>;
  /**
   * Logs a correction on a story's page, and answers the reports of readers that led to it.
   *
   * @param about the sentence it is about, and the open reports of it
   */
  correct(story: StoryId, text: string, note: ActNote, about?: ReportedSentence): Promise<EditorAct>;
  /** Closes reports of a sentence that nothing follows from. The note must have a reason. */
  dismiss(story: StoryId, about: ReportedSentence, note: ActNote): Promise<EditorAct>;
  /** Restores what was before an act, as far as later acts have not taken its articles elsewhere. */
  undo(actId: string, note: ActNote): Promise<EditorAct>;
  /** Says in words why two articles, by id or address, are or are not one story. */
  explain(a: string, b: string): Promise<string>;
}
