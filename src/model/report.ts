import type { StoryId } from "./story.ts";

/** What a reader can say is wrong with a sentence. */
export const reportKinds = ["passage", "attribution", "outdated", "private-person", "other"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A sentence that a reader reported, without an account. */
export interface Report {
  readonly id: string;
  readonly storyId: StoryId;
  /** The revision of the page it was read on. */
  readonly revision: number;
  readonly sentence: string;
  readonly kind: ReportKind;
  /** The reader's own words; a stranger's text. */
  readonly words?: string;
  /** Where the reader wants the answer, if anywhere; erased when it is answered. */
  readonly contact?: string;
  /** ISO 8601. */
  readonly at: string;
}

/** How an editor answered. */
export type ReportAnswer = "dismissed" | "corrected";

/** Days for which an answered report is kept: as long as an editor may want to take the answer back. Readers are told so. */
export const answeredReportDays = 90;
