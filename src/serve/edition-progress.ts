import { listFeeds } from "../store/feeds.ts";
import { type Progress, readProgress } from "../store/progress.ts";
import { healthOf } from "./feed-health.ts";
import type { SiteEdition } from "./site-edition.ts";

/** How far an edition is. Feeds in languages it does not read are never asked, so they do not count. */
export async function editionProgress({ db, edition }: Pick<SiteEdition, "db" | "edition">): Promise<Progress> {
  const healths = (await listFeeds(db)).map((feed) => healthOf(feed, edition.languages));
  const count = (...wanted: readonly string[]) => healths.filter((health) => wanted.includes(health)).length;
  return {
    ...(await readProgress(db)),
    feeds: count("answers", "fails", "unasked"),
    polled: count("answers", "fails"),
    failing: count("fails"),
  };
}
