import type { Subject, WelcomeChoice, WelcomeOffer } from "../model/edition.ts";
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
  /** Whether readers can get the edition by mail. */
  readonly mail?: boolean;
}

/** The first-run page: what is read, and what may be read instead. */
export interface Welcome {
  readonly offer: () => Promise<WelcomeOffer>;
  /** Throws a UserError for an OPML that cannot be read. */
  readonly save: (choice: WelcomeChoice) => Promise<void>;
}

/** The real edition behind the sample that is shown for the time being. */
export interface EditionBehind {
  /** Whether it has a story to show. */
  readonly isReady: () => Promise<boolean>;
  /** Shows it from now on. */
  readonly show: () => void;
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
  readonly behind?: EditionBehind;
  /** Absent where the site only shows what is there. */
  readonly desk?: EditorDesk;
  /** Absent where nothing may be chosen. Of the edition behind it where this is a sample. */
  readonly welcome?: Welcome;
}
