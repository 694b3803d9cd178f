import type { Edition } from "../outlet-editions.ts";
import type { Database, Queryable } from "../store/database.ts";
import { findFeed, saveFeed, setFeedStatus } from "../store/feeds.ts";
import { findOutlet, saveOutlet } from "../store/outlets.ts";
import { getSetting, setSetting } from "../store/settings.ts";

/** A change the shipped edition would like to make to an edition that is in use; the user decides. */
export interface FeedProposal {
  readonly kind: "add" | "retire";
  readonly feedId: string;
  readonly url: string;
  readonly outlet: string;
}

/** The proposals that wait for a decision. */
export async function listProposals(db: Queryable): Promise<readonly FeedProposal[]> {
  return ((await getSetting(db, "proposals")) as readonly FeedProposal[] | undefined) ?? [];
}

export async function saveProposals(db: Queryable, proposals: readonly FeedProposal[]): Promise<void> {
  await setSetting(db, "proposals", proposals);
}

/**
 * Takes proposals over, or drops them for good, all of them or those of some feeds; either way they are proposed no more. Returns those
 * it was done with.
 */
export async function settleProposals(
  db: Database,
  decision: "accept" | "decline",
  isMeant: (proposal: FeedProposal) => boolean,
  shipped: Edition,
): Promise<readonly FeedProposal[]> {
  return db.transaction(async (tx) => {
    const waiting = await listProposals(tx);
    const meant = waiting.filter(isMeant);
    if (decision === "accept") for (const proposal of meant) await accept(tx, proposal, shipped);
    await saveProposals(
      tx,
      waiting.filter((one) => !meant.includes(one)),
    );
    return meant;
  });
}

async function accept(db: Queryable, { kind, feedId }: FeedProposal, shipped: Edition): Promise<void> {
  if (kind === "retire") return setFeedStatus(db, feedId, "removed");
  const feed = shipped.feeds.find(({ id }) => id === feedId);
  const outlet = shipped.outlets.find(({ id }) => id === feed?.outletId);
  // A still newer version may ship it no longer, or the user has added it by hand meanwhile.
  if (!feed || !outlet || (await findFeed(db, feedId))) return;
  if (!(await findOutlet(db, outlet.id))) await saveOutlet(db, outlet, "edition");
  await saveFeed(db, feed);
}
