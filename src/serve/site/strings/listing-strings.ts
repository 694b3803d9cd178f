import type { OutletUse } from "../../../model/outlet.ts";
import { de } from "./listing-de.ts";
import { en } from "./listing-en.ts";
import { es } from "./listing-es.ts";
import { fr } from "./listing-fr.ts";

/** A heading with the paragraphs below it. */
export interface Passage {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Numbers come ready for the eye ("1,204"); `count` decides singular and plural. */
type Counted = (count: number, shown: string) => string;

/** The words of the lists, of the pages about the edition itself, and of its errors, in one language. */
export interface ListingStrings {
  /** BCP 47. */
  readonly tag: string;
  readonly front: {
    readonly description: (title: string) => string;
    readonly lastReport: (ago: string) => string;
    readonly nothing: string;
    readonly top: string;
    readonly all: (subject: string) => string;
    readonly quiet: string;
    readonly quietBelow: (below: string, count: number, minArticles: number, minOrigins: number) => string;
    readonly quietEmpty: string;
    readonly quietAbove: string;
  };
  readonly progress: {
    readonly heading: string;
    readonly asking: string;
    readonly reading: Counted;
    readonly finding: Counted;
    readonly writing: Counted;
    readonly starting: string;
    readonly upToDate: string;
    readonly feeds: (answered: string, all: string) => string;
    readonly articles: Counted;
    readonly stories: Counted;
    readonly fillsIn: string;
    readonly noAnswer: string;
    readonly choose: string;
  };
  readonly singles: {
    readonly heading: string;
    readonly intro: (minArticles: number, minOrigins: number) => string;
    readonly all: string;
    readonly none: string;
    readonly more: Counted;
  };
  readonly paging: {
    readonly label: string;
    readonly newer: string;
    readonly older: string;
    readonly page: (page: string) => string;
  };
  readonly subject: { readonly description: (subject: string, title: string) => string; readonly empty: string };
  readonly topic: {
    readonly kinds: Readonly<Record<"PER" | "ORG" | "LOC" | "MISC", string>>;
    readonly noCard: string;
    readonly asOf: (date: string) => string;
    readonly from: string;
    readonly fromArticles: string;
    readonly wikipedia: string;
    readonly stories: Counted;
    readonly all: string;
    readonly intro: string;
    readonly none: string;
  };
  readonly outlet: {
    readonly site: string;
    readonly country: string;
    readonly owner: string;
    readonly kind: string;
    readonly language: string;
    readonly use: string;
    readonly uses: Readonly<Record<OutletUse, string>>;
    /** A page of the outlet asked not to be used: "robots", "tdm-reservation" or "noai", and the day. */
    readonly optOut: (reason: string, date: string) => string;
    readonly unknown: string;
    readonly asOf: (date: string) => string;
    readonly stateMedium: string;
    readonly feeds: string;
    readonly feedsOf: Counted;
    readonly noFeeds: string;
    readonly stories: string;
    readonly noStories: string;
    readonly articles: string;
    readonly noArticles: string;
  };
  readonly outlets: {
    readonly heading: string;
    readonly rule: readonly string[];
    readonly count: (outlets: string, countries: string) => string;
    readonly name: string;
    readonly none: string;
    readonly reread: string;
  };
  readonly sources: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
    readonly copy: string;
    readonly paywalled: string;
    readonly inStory: string;
  };
  readonly search: {
    readonly label: string;
    readonly button: string;
    readonly tips: string;
    readonly none: (words: string) => string;
    readonly topics: string;
  };
  readonly health: {
    readonly heading: string;
    readonly summary: (answering: string, failing: string, unasked: string) => string;
    readonly failing: string;
    readonly answering: Counted;
    readonly unasked: Counted;
    readonly paused: Counted;
    readonly otherLanguage: Counted;
    readonly failures: Counted;
    readonly asked: (ago: string) => string;
    readonly newest: (ago: string) => string;
    readonly next: (at: string) => string;
    readonly todo: string;
    readonly noFeeds: string;
    readonly allWell: string;
    readonly skips: string;
    readonly skipsIntro: (skipped: string, found: string) => string;
    readonly noSkips: string;
    readonly columns: readonly [string, string, string];
    readonly recent: string;
    /** Why an item was left out, by the stable code of its skip. One that is not listed is shown as it is. */
    readonly reasons: Readonly<Record<string, string>>;
    /** An answer of a server that is an error: `http-404`. */
    readonly httpStatus: (status: string) => string;
  };
  readonly about: {
    readonly heading: string;
    readonly passages: readonly Passage[];
    readonly keeper: string;
    readonly contact: string;
    readonly noContact: string;
    readonly reads: string;
    readonly shows: string;
    readonly times: string;
    readonly version: string;
    readonly sample: string;
    readonly more: string;
  };
  readonly method: { readonly heading: string; readonly passages: readonly Passage[] };
  readonly corrections: {
    readonly heading: string;
    readonly intro: string;
    readonly none: string;
  };
  readonly welcome: {
    readonly heading: string;
    readonly intro: string;
    /** Where the sample edition stands in for the one that is being chosen. */
    readonly behindSample: string;
    readonly languages: string;
    readonly languagesHint: string;
    readonly subjects: string;
    readonly subjectsHint: string;
    readonly countries: string;
    readonly countriesHint: string;
    readonly opml: string;
    readonly opmlHint: string;
    readonly save: string;
    readonly skip: string;
    readonly noneChosen: string;
  };
  readonly errors: {
    readonly notFound: string;
    readonly notFoundText: string;
    readonly badRequest: string;
    readonly refused: string;
    readonly refusedText: string;
    readonly tooLarge: string;
    readonly tooLargeText: string;
    readonly method: string;
    readonly methodText: string;
    readonly failed: string;
    readonly failedText: string;
    readonly unavailable: string;
    readonly home: string;
  };
}

const all: readonly ListingStrings[] = [en, de, fr, es];

/** The strings of an edition's language, by its primary tag; English for one there are none for yet. */
export function listingStringsFor(language: string): ListingStrings {
  const primary = language.split("-")[0]?.toLowerCase();
  return all.find(({ tag }) => tag === primary) ?? en;
}
