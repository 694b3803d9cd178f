import { findFeeds } from "../ingest/find-feeds.ts";
import type { OpmlFeed } from "../ingest/opml.ts";
import { parseFeed } from "../ingest/parse-feed.ts";
import { UserError } from "../model/errors.ts";
import type { Feed, ParsedFeed } from "../model/feed.ts";
import { type Outlet, unknownOutlet } from "../model/outlet.ts";
import { feedIdOf, type OutletDirectory } from "../outlet-editions.ts";
import type { Database } from "../store/database.ts";
import { findFeed, saveFeed, setFeedStatus } from "../store/feeds.ts";
import { findOutlet, listOutlets, saveOutlet } from "../store/outlets.ts";
import { decodeText } from "../text/charset.ts";
import type { PipelineContext } from "./pipeline-context.ts";

/** A feed that was added, and the others its site offers. */
export interface AddedFeed {
  readonly feed: Feed;
  readonly outlet: Outlet;
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
 * Adds the feed at an address, or the first feed that the page there offers (autodiscovery).
 *
 * @throws UserError("unavailable") when the address does not answer, UserError("unreadable") when it is no feed and offers none
 */
export async function addFeed(
  context: Pick<PipelineContext, "store" | "fetcher">,
  address: string,
  register: OutletDirectory,
  wishes: FeedWishes = {},
): Promise<AddedFeed> {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const found = await discover(context, url);
  const { db } = context.store;
  const title = wishes.outlet ?? (found.parsed.title || new URL(found.url).hostname);
  const outlet = await outletFor(db, title, found.parsed.homePageUrl ?? found.url, register);
  const language = wishes.language ?? found.parsed.language;
  const feed = await keepFeed(db, {
    outletId: outlet.id,
    url: found.url,
    title: found.parsed.title,
    ...(language !== undefined && { language: String(language.split("-")[0]).toLowerCase() }),
    ...(wishes.subject !== undefined && { subject: wishes.subject }),
  });
  return { feed, outlet, items: found.parsed.items.length, others: found.others };
}

/** Adds the feeds of an OPML list without asking any of them; each one's outlet is the title the list gives it. Returns how many were new. */
export async function importFeeds(
  db: Database,
  feeds: readonly OpmlFeed[],
  register: OutletDirectory,
): Promise<{ added: number; known: number }> {
  let added = 0;
  for (const { outlet: name, url, site, language } of feeds) {
    if (await findFeed(db, url)) continue;
    const outlet = await outletFor(db, name, site ?? url, register);
    await keepFeed(db, { outletId: outlet.id, url, ...(language !== undefined && { language }) });
    added++;
  }
  return { added, known: feeds.length - added };
}

async function discover(
  { fetcher }: Pick<PipelineContext, "fetcher">,
  url: string,
): Promise<{ url: string; parsed: ParsedFeed; others: string[] }> {
  const first = await fetchFeed(fetcher, url);
  if ("parsed" in first) return { url: first.url, parsed: first.parsed, others: [] };
  const offered = findFeeds(decodeText(first.bytes, first.contentType).text, first.url);
  for (const { url: candidate } of offered.slice(0, 5)) {
    const answer = await fetchFeed(fetcher, candidate).catch(() => undefined);
    if (answer && "parsed" in answer)
      return {
        url: answer.url,
        parsed: answer.parsed,
        others: offered.map((feed) => feed.url).filter((other) => other !== candidate),
      };
  }
  throw new UserError(
    "unreadable",
    offered.length > 0
      ? `${url} offers ${offered.length} feeds, but none of them could be read.`
      : `${url} is no feed, and the page there offers none; look for its RSS address and add that.`,
  );
}

async function fetchFeed(fetcher: PipelineContext["fetcher"], url: string) {
  const outcome = await fetcher.get(url, { kind: "feed" });
  if (outcome.kind === "failed") throw new UserError("unavailable", `${url} cannot be added: ${outcome.detail}`);
  if (outcome.kind === "not-modified") throw new UserError("unavailable", `${url} answered without a document.`);
  const parsed = parseFeed(outcome.bytes, {
    url: outcome.url,
    ...(outcome.contentType !== undefined && { contentType: outcome.contentType }),
  });
  return "feed" in parsed ? { url: outcome.permanentUrl ?? url, parsed: parsed.feed } : outcome;
}

/** The outlet of that name; a new one gets its owner, country and kind from the register where its domain stands there. */
async function outletFor(db: Database, name: string, site: string, register: OutletDirectory): Promise<Outlet> {
  const plain = unknownOutlet(name);
  const known = (await findOutlet(db, plain.id)) ?? (await listOutlets(db)).find((outlet) => outlet.name === name);
  if (known) return known;
  const facts = URL.canParse(site) ? register.byDomain(new URL(site).hostname) : undefined;
  const outlet: Outlet = facts
    ? { ...facts, id: plain.id, name }
    : { ...plain, ...(URL.canParse(site) && { site: new URL("/", site).href }) };
  await saveOutlet(db, outlet, "user");
  return outlet;
}

async function keepFeed(db: Database, feed: Omit<Feed, "id" | "status">): Promise<Feed> {
  const known = await findFeed(db, feed.url);
  if (known) {
    await setFeedStatus(db, known.id, "active");
    return { ...known, status: "active" };
  }
  const saved: Feed = { ...feed, id: feedIdOf(feed.url), status: "active" };
  await saveFeed(db, saved);
  return saved;
}
