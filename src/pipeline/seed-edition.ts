import { loadEdition } from "../outlet-editions.ts";
import type { Database } from "../store/database.ts";
import { findFeed, saveFeed } from "../store/feeds.ts";
import { findOutlet, saveOutlet } from "../store/outlets.ts";
import { getSetting, setSetting } from "../store/settings.ts";

/** A change the shipped edition would like to make to an edition that is in use; the user decides. */
export interface FeedProposal {
  readonly kind: "add" | "retire";
  readonly feedId: string;
  readonly url: string;
  readonly outlet: string;
}

interface SeededEdition {
  readonly version: string;
  readonly feedIds: readonly string[];
}

/**
 * Lays the shipped outlets and feeds beneath the user's own. A new store takes them all; a store that has them already gets what a newer
 * version adds or retires as proposals, since the choice of feeds is the user's.
 */
export async function seedEdition(db: Database, files: { readonly edition: string }): Promise<void> {
  const shipped = loadEdition(files.edition);
  const seeded = (await getSetting(db, "edition")) as SeededEdition | undefined;
  if (seeded?.version === shipped.version) return;
  for (const outlet of shipped.outlets) {
    if (!(await findOutlet(db, outlet.id))) await saveOutlet(db, outlet, "edition");
  }
  const proposals: FeedProposal[] = [];
  const nameOf = new Map(shipped.outlets.map(({ id, name }) => [id, name]));
  for (const feed of shipped.feeds) {
    if (seeded?.feedIds.includes(feed.id) || (await findFeed(db, feed.id))) continue;
    if (seeded === undefined) await saveFeed(db, feed);
    else
      proposals.push({
        kind: "add",
        feedId: feed.id,
        url: feed.url,
        outlet: nameOf.get(feed.outletId) ?? feed.outletId,
      });
  }
  for (const feedId of seeded?.feedIds ?? []) {
    if (shipped.feeds.some(({ id }) => id === feedId)) continue;
    const feed = await findFeed(db, feedId);
    if (feed?.status === "active")
      proposals.push({ kind: "retire", feedId, url: feed.url, outlet: nameOf.get(feed.outletId) ?? feed.outletId });
  }
  await setSetting(db, "proposals", proposals);
  const record: SeededEdition = { version: shipped.version, feedIds: shipped.feeds.map(({ id }) => id) };
  await setSetting(db, "edition", record);
}
