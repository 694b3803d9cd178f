import type { Fetcher, FetchFailure } from "../fetch/fetcher.ts";
import { findFeeds } from "../ingest/find-feeds.ts";
import { parseFeed } from "../ingest/parse-feed.ts";
import { UserError } from "../model/errors.ts";
import type { ParsedFeed } from "../model/feed.ts";
import { decodeText } from "../text/charset.ts";

/** A feed that was found at an address or on the page there. */
export interface DiscoveredFeed {
  /** Its lasting address: where it has moved for good. */
  readonly url: string;
  readonly parsed: ParsedFeed;
  /** The addresses of the other feeds that the page offers. */
  readonly others: readonly string[];
}

/** So many of the feeds a page offers are asked before it is given up: the first ones are meant for readers. */
const maxAsked = 5;
/** Where many sites have a feed that none of their pages tells of. */
const usualPlaces = ["/feed", "/rss", "/rss.xml", "/feed.xml"];
/** Failures after which an address without a scheme is tried with http: as far as https did not get through at all. */
const noHttps: readonly string[] = ["tls", "bad-certificate", "refused", "timeout", "connection-lost"];

/**
 * The feed at an address, or the first readable one that the page there offers, or that stands in a usual place of its site.
 *
 * @param address with or without "https://"
 * @throws UserError("usage") for what is no web address, UserError("unavailable") when nothing answers, UserError("unreadable") when there
 *   is no feed
 */
export async function discoverFeed(fetcher: Fetcher, address: string): Promise<DiscoveredFeed> {
  const first = await askFirst(fetcher, webAddresses(address));
  if ("parsed" in first) return { ...first, others: [] };
  const offered = findFeeds(first.html, first.url).map(({ url }) => url);
  const places = offered.length > 0 ? offered : usualPlaces.map((path) => new URL(path, first.url).href);
  const failures: string[] = [];
  for (const place of places.slice(0, maxAsked)) {
    const answer = await ask(fetcher, place);
    if ("parsed" in answer) return { ...answer, others: offered.filter((other) => other !== place) };
    failures.push(`${place} ${"reason" in answer ? `failed (${answer.reason})` : "is no feed"}`);
  }
  throw new UserError(
    "unreadable",
    offered.length > 0
      ? `No feed that ${first.url} offers could be read: ${failures.join("; ")}.`
      : `${first.url} is no feed, and the page there offers none; look for the site's RSS address and add that.`,
  );
}

/** The first address that answers at all; they are the same one under other schemes. */
async function askFirst(fetcher: Fetcher, addresses: readonly string[]) {
  const [main = "", ...others] = addresses;
  let answer = await ask(fetcher, main);
  for (const other of others) {
    if (!("reason" in answer) || !noHttps.includes(answer.reason)) break;
    const second = await ask(fetcher, other);
    if (!("reason" in second)) answer = second;
  }
  if ("reason" in answer) throw new UserError("unavailable", `${main} cannot be added. ${answer.detail}`);
  return answer;
}

type Asked = { readonly url: string; readonly parsed: ParsedFeed } | { readonly url: string; readonly html: string };

async function ask(fetcher: Fetcher, url: string): Promise<Asked | Pick<FetchFailure, "reason" | "detail">> {
  const outcome = await fetcher.get(url, { kind: "feed" });
  if (outcome.kind === "failed") return outcome;
  // Nothing was asked on a condition, so there is always a document; an empty one is no feed.
  if (outcome.kind === "not-modified") return { url, html: "" };
  const { bytes, contentType } = outcome;
  const parsed = parseFeed(bytes, { url: outcome.url, ...(contentType !== undefined && { contentType }) });
  if ("feed" in parsed) return { url: outcome.permanentUrl ?? url, parsed: parsed.feed };
  return { url: outcome.url, html: decodeText(bytes, contentType).text };
}

function webAddresses(address: string): string[] {
  // Some sites link to "feed://gazette.example/rss" or "feed:https://…", for desktop readers.
  const plain = address.trim().replace(/^feed:(?:\/\/)?(?=.)/i, "");
  const scheme = /^([a-z][a-z0-9+.-]*):(?:\/\/|[^\d])/i.exec(plain)?.[1]?.toLowerCase();
  const candidates = scheme === undefined ? [`https://${plain}`, `http://${plain}`] : [plain];
  const isWeb = scheme === undefined || scheme === "http" || scheme === "https";
  const hasHost = candidates.every((one) => URL.canParse(one) && /[.:\]]|^localhost$/.test(new URL(one).hostname));
  if (!isWeb || !hasHost)
    throw new UserError("usage", `"${plain}" is no web address; give one such as https://gazette.example/feed.`);
  return candidates.map(plainAddress);
}

/** One spelling of an address, without the parts that are never sent. */
function plainAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href;
}
