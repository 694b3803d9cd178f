import { parseOpml } from "../ingest/opml.ts";
import type { WelcomeChoice, WelcomeOffer } from "../model/edition.ts";
import { loadRegister, readEdition } from "../outlet-editions.ts";
import type { Database } from "../store/database.ts";
import { listFeeds, setFeedStatus } from "../store/feeds.ts";
import { listOutlets } from "../store/outlets.ts";
import { getSetting, setSetting } from "../store/settings.ts";
import { importFeeds } from "./import-feeds.ts";

/** What is kept of it. */
interface KeptChoice extends Omit<WelcomeChoice, "opml"> {
  /** The feeds this choice paused: another choice resumes them, and no others. */
  readonly pausedFeeds: readonly string[];
}

/** What the first-run page shows, of an edition that reads `languages` and shows `subjects`. */
export async function welcomeOffer(
  db: Database,
  { languages, subjects }: Pick<WelcomeOffer, "languages" | "subjects">,
): Promise<WelcomeOffer> {
  const kept = (await getSetting(db, "welcome")) as Partial<KeptChoice> | undefined;
  const outletCountries = new Set((await listOutlets(db)).flatMap(({ country }) => country ?? []));
  return { languages, subjects, countries: kept?.countries ?? [], outletCountries: [...outletCountries] };
}

/** Keeps the choice, pauses the feeds of other countries, and adds the feeds of the OPML. Throws a UserError for an OPML that cannot be read. */
export async function saveWelcomeChoice(db: Database, choice: WelcomeChoice): Promise<void> {
  if (choice.opml !== undefined && choice.opml.trim() !== "")
    await importFeeds(db, parseOpml(choice.opml), loadRegister(readEdition().register));
  const before = (await getSetting(db, "welcome")) as Partial<KeptChoice> | undefined;
  const pausedBefore = before?.pausedFeeds ?? [];
  const countryOf = new Map((await listOutlets(db)).map(({ id, country }) => [id, country]));
  const pausedFeeds: string[] = [];
  for (const { id, outletId, status } of await listFeeds(db)) {
    const country = countryOf.get(outletId);
    const isWanted = choice.countries.length === 0 || country === undefined || choice.countries.includes(country);
    const isOurs = status === "paused" && pausedBefore.includes(id);
    if (!isWanted && (status === "active" || isOurs)) pausedFeeds.push(id);
    if (!isWanted && status === "active") await setFeedStatus(db, id, "paused");
    if (isWanted && isOurs) await setFeedStatus(db, id, "active");
  }
  const { languages, subjects, countries } = choice;
  await setSetting(db, "welcome", { languages, subjects, countries, pausedFeeds } satisfies KeptChoice);
}
