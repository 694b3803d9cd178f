/** How often a reader gets mail. */
export const mailRhythms = ["daily", "weekly"] as const;
export type MailRhythm = (typeof mailRhythms)[number];

/** One who asked for the day's edition by mail. Nothing else is kept of them. */
export interface Subscriber {
  /** Random; stands in links, so that no address does. */
  readonly id: string;
  readonly address: string;
  readonly rhythm: MailRhythm;
  /** ISO 8601; absent until the link in the first mail was followed. */
  readonly confirmedAt?: string;
  /** The newest day whose edition was sent, "2026-11-23"; absent before any. */
  readonly lastDay?: string;
  /** In a row. */
  readonly failures: number;
}

/** What is sent. */
export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click ends the subscription (RFC 8058). */
  readonly leaveUrl?: string;
}

/**
 * - no-answer: the server is not there, or says nothing in time
 * - refused-sign-in: it does not take the user or password
 * - no-such-address: it will never take a mail to that address
 * - later: it takes none now
 * - refused: anything else it objects to
 */
export type MailFailure = "no-answer" | "refused-sign-in" | "no-such-address" | "later" | "refused";

export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "failed"; readonly reason: MailFailure; readonly detail: string };
