import type { Outlet } from "../../model/outlet.ts";
import type { SiteEdition } from "../site-edition.ts";
import { type Dates, datesFor } from "./dates.ts";
import { type ListingStrings, listingStringsFor } from "./strings/listing-strings.ts";
import { type SiteStrings, stringsFor } from "./strings/site-strings.ts";

/** What every list draws from beside its rows: the words, the dates and the moment it is drawn at. */
export interface ListingView {
  readonly site: SiteEdition;
  /** The words of the frame and of stories. */
  readonly strings: SiteStrings;
  /** The words of the lists. */
  readonly words: ListingStrings;
  readonly dates: Dates;
  readonly now: Date;
}

/** Reads the site's clock once, so that one page has one "now". */
export function listingView(site: SiteEdition): ListingView {
  const { language, timeZone } = site.edition;
  return {
    site,
    strings: stringsFor(language),
    words: listingStringsFor(language),
    dates: datesFor(language, timeZone),
    now: site.now(),
  };
}

/** The name of an outlet's country; undefined where it is not known. */
export function countryName({ place, country }: Outlet, dates: Dates): string | undefined {
  return place ?? (country === undefined ? undefined : (dates.country(country) ?? country));
}

/** A number with its noun: `words.stories` of 1204 becomes "1,204 stories". */
export function counted(words: (count: number, shown: string) => string, count: number, dates: Dates): string {
  return words(count, dates.number(count));
}
