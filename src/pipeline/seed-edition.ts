import { type Outlet, outletUses } from "../model/outlet.ts";
import { type Edition, loadEdition } from "../outlet-editions.ts";
import type { Database, Queryable } from "../store/database.ts";
import { listFeeds, saveFeed } from "../store/feeds.ts";
import { listOutlets, listShippedOutlets, saveOutlet } from "../store/outlets.ts";
import { getSetting, setSetting } from "../store/settings.ts";
import { type FeedProposal, listProposals, saveProposals } from "./feed-proposals.ts";

interface SeededEdition {
  readonly version: string;
  readonly feedIds: readonly string[];
}

/**
 * Lays the shipped outlets and feeds beneath the user's own. A new store takes them all. A store that has them already gets newer facts
 * about its outlets, under whatever the user has said of them; which feeds are read is the user's choice, so what a newer version adds or
 * retires is only proposed.
 */
export async function seedEdition(db: Database, files: { readonly edition: string }): Promise<void> {
  const shipped = loadEdition(files.edition);
  const seeded = (await getSetting(db, "edition")) as SeededEdition | undefined;
  if (seeded?.version === shipped.version) return;
  await db.transaction(async (tx) => {
    if (seeded) {
      await refreshFacts(tx, shipped);
      await saveProposals(tx, await proposalsOf(tx, shipped, seeded));
    } else await takeAll(tx, shipped);
    const record: SeededEdition = { version: shipped.version, feedIds: shipped.feeds.map(({ id }) => id) };
    await setSetting(tx, "edition", record);
  });
}

/** A feed or an outlet that stands there already was put there by the user. */
async function takeAll(db: Queryable, { outlets, feeds }: Edition): Promise<void> {
  const knownOutlets = new Set((await listOutlets(db)).map(({ id }) => id));
  for (const outlet of outlets) if (!knownOutlets.has(outlet.id)) await saveOutlet(db, outlet, "edition");
  const knownFeeds = new Set((await listFeeds(db)).map(({ id }) => id));
  for (const feed of feeds) if (!knownFeeds.has(feed.id)) await saveFeed(db, feed);
}

async function refreshFacts(db: Queryable, shipped: Edition): Promise<void> {
  const before = new Map((await listShippedOutlets(db)).map((outlet) => [outlet.id, outlet]));
  for (const outlet of shipped.outlets) {
    const old = before.get(outlet.id);
    if (old) await saveOutlet(db, { ...outlet, use: lowerUse(old.use, outlet.use) }, "edition");
  }
}

/** Nothing but the user raises what may be done with an outlet's articles. */
function lowerUse(one: Outlet["use"], other: Outlet["use"]): Outlet["use"] {
  return outletUses.indexOf(one) > outletUses.indexOf(other) ? one : other;
}

/** What changed between the two versions, and what was proposed before, is still undecided and still makes sense. */
async function proposalsOf(db: Queryable, shipped: Edition, seeded: SeededEdition): Promise<FeedProposal[]> {
  const feeds = new Map((await listFeeds(db)).map((feed) => [feed.id, feed]));
  const undecided = await listProposals(db);
  const wasProposed = (feedId: string, kind: FeedProposal["kind"]) =>
    undecided.some((proposal) => proposal.feedId === feedId && proposal.kind === kind);
  const names = new Map([...(await listOutlets(db)), ...shipped.outlets].map(({ id, name }) => [id, name]));
  const propose = (kind: FeedProposal["kind"], { id, url, outletId }: Edition["feeds"][number]): FeedProposal => ({
    kind,
    feedId: id,
    url,
    outlet: names.get(outletId) ?? outletId,
  });
  const added = shipped.feeds.filter(
    ({ id }) => !feeds.has(id) && (!seeded.feedIds.includes(id) || wasProposed(id, "add")),
  );
  const shippedIds = new Set(shipped.feeds.map(({ id }) => id));
  const retired = [...feeds.values()].filter(
    ({ id, status }) =>
      status === "active" && !shippedIds.has(id) && (seeded.feedIds.includes(id) || wasProposed(id, "retire")),
  );
  return [...added.map((feed) => propose("add", feed)), ...retired.map((feed) => propose("retire", feed))];
}
