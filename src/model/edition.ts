/** The subject areas of the front page, in its order (top level of IPTC Media Topics, drawn together). */
export const subjects = [
  "world",
  "politics",
  "business",
  "science",
  "health",
  "environment",
  "culture",
  "sport",
  "other",
] as const;
export type Subject = (typeof subjects)[number];

/** What an edition reads, as its keeper chose on the first-run page. */
export interface WelcomeChoice {
  readonly languages: readonly string[];
  readonly subjects: readonly string[];
  /** ISO 3166-1 alpha-2; none means all. */
  readonly countries: readonly string[];
  /** The text of an OPML file. */
  readonly opml?: string;
}

/** What the first-run page shows: the choice as it stands, and the countries whose outlets there are. */
export interface WelcomeOffer extends Omit<WelcomeChoice, "opml"> {
  readonly outletCountries: readonly string[];
}
