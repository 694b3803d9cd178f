import type { Subject } from "../model/edition.ts";
import type { EditorDesk } from "../model/editor-desk.ts";
import type { Changes } from "../store/changes.ts";
import type { Database } from "../store/database.ts";

/** How the publisher set the edition up. */
export interface EditionSettings {
  readonly title: string;
  /** BCP 47: the language of the site's own words. */
  readonly language: string;
  /** The languages that are read. */
  readonly languages: readonly string[];
  readonly subjects: readonly Subject[];
  /** IANA name: every time on the site is in it. */
  readonly timeZone: string;
  readonly minArticles: number;
  readonly minOrigins: number;
  /** The address readers use, with its sub-path if it has one. */
  readonly publicUrl?: string;
  readonly contact?: string;
}

/** What a reader chose on the first-run page, as `pipeline/welcome-choice.ts` keeps it. */
export interface WelcomeForm {
  readonly languages: readonly string[];
  readonly subjects: readonly string[];
  /** ISO 3166-1 alpha-2; none means all. */
  readonly countries: readonly string[];
  /** The text of an OPML file. */
  readonly opml?: string;
}

/** All that the site is made of. The running edition hands it over; a page takes what it needs of it. */
export interface SiteEdition {
  readonly db: Database;
  readonly changes: Changes;
  readonly edition: EditionSettings;
  /** True for the sample edition, whose every page says that it is invented. */
  readonly sample: boolean;
  readonly version: string;
  readonly now: () => Date;
  readonly checkClaim: (claim: string, sources: readonly string[]) => object;
  /** What the edition is doing, in words ("polling", "up to date"). */
  readonly stage: () => string;
  /** What a poll's outcome means and what to do about it, for the page on the feeds' health. */
  readonly explainFeed?: (
    outcome: { readonly reason: string; readonly detail?: string },
    url: string,
  ) => { readonly words: string; readonly todo: string };
  /** Whether the real edition behind a sample has a story to show; absent where there is none. */
  readonly realEditionReady?: () => Promise<boolean>;
  /** Shows the real edition from now on in place of the sample. */
  readonly showRealEdition?: () => void;
  /** Absent where the site only shows what is there. */
  readonly desk?: EditorDesk;
  readonly saveWelcome?: (choice: WelcomeForm) => Promise<void>;
}
