import type { Genre } from "../../../model/article.ts";
import type { SectionKind } from "../../../model/briefing.ts";
import type { Voice } from "../../../model/claim.ts";
import type { Subject } from "../../../model/edition.ts";
import type { OutletKind } from "../../../model/outlet.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";

/** A noun as it stands after a number, without the number. */
type Noun = (count: number) => string;

/** The site's own words in one language. What outlets wrote, and what is written from it, stays in its own. */
export interface SiteStrings {
  /** BCP 47. */
  readonly tag: string;
  readonly subjects: Readonly<Record<Subject, string>>;
  readonly kinds: Readonly<Record<OutletKind, string>>;
  readonly genres: Readonly<Record<Genre, string>>;
  readonly frame: {
    readonly skip: string;
    readonly subjectsNav: string;
    readonly today: string;
    readonly search: string;
    readonly sampleTitle: string;
    readonly sampleText: string;
    readonly sampleReady: string;
    readonly sampleButton: string;
    readonly sampleChoose: string;
    readonly footerNav: string;
    readonly about: string;
    readonly method: string;
    readonly outlets: string;
    readonly sources: string;
    readonly health: string;
    readonly feed: string;
    readonly times: (zone: string) => string;
    /** Under every page: what this site is. */
    readonly promise: string;
  };
  readonly counts: {
    readonly reports: Noun;
    readonly outlets: Noun;
    readonly origins: Noun;
    readonly countries: Noun;
    readonly newest: (ago: string) => string;
    readonly oneOrigin: string;
  };
  readonly headings: Readonly<Record<SectionKind | "sources" | "leftOut", string>>;
  readonly story: {
    readonly contents: string;
    readonly voices: Readonly<Record<Voice, string>>;
    readonly differ: string;
    readonly differColumns: readonly [version: string, outlets: string, at: string];
    readonly stresses: string;
    readonly onlyHere: string;
    readonly leavesOut: string;
    readonly agree: string;
    readonly unknown: string;
    readonly outletByOutlet: string;
    readonly earlier: string;
    readonly related: string;
    readonly asOf: (date: string) => string;
    readonly fromArticles: string;
    readonly stories: string;
  };
  readonly evidence: {
    /** The accessible name of a sentence's passages. */
    readonly label: string;
    readonly open: (count: number) => string;
    readonly close: string;
    readonly read: string;
    readonly copyOf: (outlet: string) => string;
    readonly original: string;
    readonly agencyText: string;
    /** A passage that was cited is no longer in it; it is no longer at its address. With the day on which that was found. */
    readonly changed: (day: string) => string;
    readonly gone: (day: string) => string;
  };
  readonly sources: {
    readonly copiesOf: (outlet: string, copying: string) => string;
    readonly unknownTime: string;
  };
  readonly coverage: {
    readonly heading: string;
    readonly alt: (reports: number, origins: number, from: string, to: string) => string;
    readonly own: string;
    readonly reprint: string;
    readonly others: (count: number) => string;
    readonly first: (outlet: string, at: string) => string;
    readonly countries: string;
    readonly firstMeans: string;
  };
  readonly revisions: {
    readonly heading: string;
    readonly link: (count: number) => string;
    readonly intro: string;
    readonly number: (revision: number) => string;
    readonly older: string;
    readonly toNewest: string;
    readonly changed: string;
    readonly between: (from: number, to: number) => string;
    readonly added: string;
    readonly removed: string;
    readonly nothing: string;
    readonly newArticles: string;
    readonly sinceVisit: string;
  };
  readonly question: {
    readonly kicker: string;
    readonly from: string;
    readonly others: string;
    readonly outlets: string;
    readonly asOf: (at: string) => string;
  };
  readonly skipped: {
    readonly intro: string;
    /** What stands for a part that is named in `Briefing.skipped`. */
    readonly parts: Readonly<Record<string, string>>;
  };
}

const all: readonly SiteStrings[] = [en, de, fr, es];

/** The strings of an edition's language, by its primary tag; English for one there are none for yet. */
export function stringsFor(language: string): SiteStrings {
  const primary = language.split("-")[0]?.toLowerCase();
  return all.find(({ tag }) => tag === primary) ?? en;
}
