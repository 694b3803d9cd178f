import type { Feed } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import { feedIdOf, type OutletDirectory } from "../outlet-editions.ts";
import { findFeed, saveFeed } from "../store/feeds.ts";
import { findOutlet } from "../store/outlets.ts";
import { discoverFeed } from "./discover-feed.ts";
import { openOutletNaming } from "./outlet-naming.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** A feed that was added, and the others its site offers. */
export interface AddedFeed {
  readonly feed: Feed;
  readonly outlet: Outlet;
  /** What it was before, where it was known already. */
  readonly before?: Feed["status"];
  readonly items: number;
  readonly others: readonly string[];
}

/** What can be said of a feed beside its address. */
export interface FeedWishes {
  readonly outlet?: string;
  readonly subject?: string;
  readonly language?: string;
}

/**
 * Adds the feed at an address, or the first feed that the page there offers (autodiscovery); one that was paused or removed is read
 * again. Its outlet is the one wished for, else the one the register has for its site, else it goes by the feed's title.
 *
 * @throws UserError("usage") for what is no web address, UserError("unavailable") when it does not answer, UserError("unreadable") when
 *   it is no feed and offers none
 */
export async function addFeed(
  context: Pick<PipelineContext, "store" | "fetcher">,
  address: string,
  register: OutletDirectory,
  wishes: FeedWishes = {},
): Promise<AddedFeed> {
  const { url, parsed, others } = await discoverFeed(context.fetcher, address);
  const { db } = context.store;
  const before = await findFeed(db, url);
  const title = parsed.title || before?.title;
  const language = wishes.language ?? before?.language ?? mainLanguage(parsed.language);
  const subject = wishes.subject ?? before?.subject;
  const outlet = await outletOf();
  const feed: Feed = {
    id: before?.id ?? feedIdOf(url),
    outletId: outlet.id,
    url,
    status: "active",
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(subject !== undefined && { subject }),
  };
  await saveFeed(db, feed);
  return { feed, outlet, items: parsed.items.length, others, ...(before && { before: before.status }) };

  async function outletOf(): Promise<Outlet> {
    const kept = before && wishes.outlet === undefined ? await findOutlet(db, before.outletId) : undefined;
    if (kept) return kept;
    const naming = await openOutletNaming(db, register);
    const site = parsed.homePageUrl ?? url;
    if (wishes.outlet !== undefined) return naming.named(wishes.outlet, site);
    return (await naming.ofSite(site)) ?? naming.named(title || new URL(url).hostname, site);
  }
}

function mainLanguage(tag: string | undefined): string | undefined {
  return tag?.split("-")[0]?.toLowerCase();
}
