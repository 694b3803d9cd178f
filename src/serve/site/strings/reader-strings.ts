import { de } from "./reader-de.ts";
import { en } from "./reader-en.ts";
import { es } from "./reader-es.ts";
import { fr } from "./reader-fr.ts";

/** The words of what a reader does with the pages: compares outlets, keeps a page open, reads a day's edition to its end, makes the site their own. */
export interface ReaderStrings {
  /** BCP 47. */
  readonly tag: string;
  readonly compare: {
    readonly heading: string;
    /** On the story's page. */
    readonly link: string;
    readonly caption: string;
    readonly choose: (most: number) => string;
    readonly show: string;
    readonly headlines: string;
    readonly stresses: string;
    readonly onlyHere: string;
    readonly leavesOut: string;
    readonly passages: string;
    readonly more: (count: number) => string;
    readonly nothing: string;
    readonly note: string;
  };
  readonly live: {
    readonly newer: string;
    readonly show: string;
    readonly changed: string;
    readonly later: string;
  };
  readonly marks: {
    /** Beside a story that is new since the last visit. */
    readonly fresh: string;
    readonly read: string;
    readonly changed: string;
    /** "{n}" is filled in by the browser, which alone knows. */
    readonly freshCount: string;
    readonly readCount: string;
    /** What the small drawing of a story's coverage says to those who do not see it. */
    readonly coverage: (reports: readonly string[]) => string;
  };
  readonly daily: {
    readonly name: string;
    readonly heading: (day: string) => string;
    readonly frozen: (at: string, stories: string) => string;
    readonly none: string;
    readonly change: string;
    readonly since: string;
    readonly end: string;
    readonly endText: string;
    readonly past: string;
    readonly earlier: (day: string) => string;
    readonly later: (day: string) => string;
    readonly toLive: string;
    readonly book: string;
    /** In the e-book, over the passages of a chapter. */
    readonly notes: string;
  };
  readonly blind: {
    readonly heading: string;
    readonly intro: (days: number) => string;
    readonly by: Readonly<Record<"country" | "language" | "family", string>>;
    /** Above a list of stories: none of these outlets has one of them. */
    readonly noneOf: (count: string, names: string) => string;
    readonly none: string;
    readonly means: string;
  };
  /** What a search may be narrowed to. */
  readonly filters: {
    readonly labels: Readonly<Record<"subject" | "written" | "days", string>>;
    readonly anySubject: string;
    readonly anyLanguage: string;
    readonly anyTime: string;
    readonly lastDays: (days: number) => string;
  };
  readonly api: { readonly heading: string; readonly intro: string };
  readonly own: {
    readonly name: string;
    readonly intro: string;
    readonly noScript: string;
    readonly theme: string;
    readonly themes: Readonly<Record<"auto" | "light" | "dark", string>>;
    readonly size: string;
    readonly sizes: Readonly<Record<"small" | "normal" | "large" | "largest", string>>;
    readonly detail: string;
    readonly details: Readonly<Record<"full" | "short", string>>;
    readonly detailHint: string;
    readonly hide: string;
    readonly hideHint: string;
    readonly topics: string;
    readonly noTopics: string;
    readonly follow: string;
    readonly following: string;
    readonly file: string;
    readonly fileHint: string;
    readonly save: string;
    readonly load: string;
    readonly loaded: string;
    readonly notLoaded: string;
    readonly forget: string;
    readonly offline: string;
  };
}

const all: readonly ReaderStrings[] = [en, de, fr, es];

/** The strings of an edition's language, by its primary tag; English for one there are none for yet. */
export function readerStringsFor(language: string): ReaderStrings {
  const primary = language.split("-")[0]?.toLowerCase();
  return all.find(({ tag }) => tag === primary) ?? en;
}
