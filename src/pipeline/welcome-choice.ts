import { parseOpml } from "../ingest/opml.ts";
import { loadRegister, readEdition } from "../outlet-editions.ts";
import type { Database } from "../store/database.ts";
import { listFeeds, setFeedStatus } from "../store/feeds.ts";
import { listOutlets } from "../store/outlets.ts";
import { setSetting } from "../store/settings.ts";
import { importFeeds } from "./add-feed.ts";

/** What a reader chose on the first-run page. */
export interface WelcomeChoice {
  readonly languages: readonly string[];
  readonly subjects: readonly string[];
  /** ISO 3166-1 alpha-2; none means all. */
  readonly countries: readonly string[];
  /** The text of an OPML file. */
  readonly opml?: string;
}

/** Keeps the choice, pauses the shipped feeds of other countries, and adds the feeds of the OPML. Throws a UserError for an OPML that cannot be read. */
export async function saveWelcomeChoice(db: Database, choice: WelcomeChoice): Promise<void> {
  if (choice.opml !== undefined && choice.opml.trim() !== "")
    await importFeeds(db, parseOpml(choice.opml), loadRegister(readEdition().register));
  const countryOf = new Map((await listOutlets(db)).map(({ id, country }) => [id, country]));
  if (choice.countries.length > 0)
    for (const feed of await listFeeds(db)) {
      const country = countryOf.get(feed.outletId);
      const wanted = country === undefined || choice.countries.includes(country);
      if (feed.status === "active" && !wanted) await setFeedStatus(db, feed.id, "paused");
    }
  await setSetting(db, "welcome", {
    languages: choice.languages,
    subjects: choice.subjects,
    countries: choice.countries,
  });
}
