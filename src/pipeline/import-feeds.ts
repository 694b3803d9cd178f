import type { OpmlFeed } from "../ingest/opml.ts";
import { feedIdOf, type OutletDirectory } from "../outlet-editions.ts";
import type { Database } from "../store/database.ts";
import { listFeeds, saveFeed, setFeedStatus } from "../store/feeds.ts";
import { openOutletNaming } from "./outlet-naming.ts";

/** What became of the feeds of a list. */
export interface FeedImport {
  /** New, or read again after they had been removed. */
  readonly added: number;
  readonly known: number;
}

/**
 * Adds the feeds of an OPML list without asking any of them, all or, should it fail, none. Each one's outlet is the title the list gives
 * it. A feed that was removed is read again, since the list asks for it; a paused one stays paused.
 */
export async function importFeeds(
  db: Database,
  feeds: readonly OpmlFeed[],
  register: OutletDirectory,
): Promise<FeedImport> {
  return db.transaction(async (tx) => {
    const naming = await openOutletNaming(tx, register);
    const known = new Map((await listFeeds(tx)).map((feed) => [feed.url, feed]));
    let added = 0;
    for (const { outlet: name, url, site, language, subject } of feeds) {
      const before = known.get(url);
      if (before && before.status !== "removed") continue;
      added++;
      if (before) {
        await setFeedStatus(tx, before.id, "active");
        continue;
      }
      const { id: outletId } = await naming.named(name, site ?? url);
      await saveFeed(tx, {
        id: feedIdOf(url),
        outletId,
        url,
        status: "active",
        ...(language !== undefined && { language }),
        ...(subject !== undefined && { subject }),
      });
    }
    return { added, known: feeds.length - added };
  });
}
