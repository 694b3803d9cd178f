import type { Skip } from "../model/article.ts";
import type { ParsedFeed } from "../model/feed.ts";
import { languageOf } from "../text/language-of.ts";
import { diagnoseFailure, type FeedFinding } from "./feed-failures.ts";
import { ingestParameters as limits } from "./parameters.ts";

/** What asking a feed came to; a fetch outcome fits. */
export interface AskedFeed {
  readonly outcome: {
    readonly kind: "ok" | "not-modified" | "failed";
    readonly reason?: string;
    readonly status?: number;
    readonly detail?: string;
    readonly permanentUrl?: string;
    readonly contentType?: string;
    readonly tookMs?: number;
  };
  /** What its document was read as, where one came. */
  readonly parsed?: { readonly feed: ParsedFeed } | { readonly skip: Skip };
  readonly feed: { readonly url: string; readonly language?: string };
  /** The languages this edition reads. */
  readonly languages: readonly string[];
  /** ISO 8601. */
  readonly now: string;
}

/** Everything that is wrong with a feed and what to do, the gravest first; one finding "ok" where nothing is. Total. */
export function diagnoseFeed(asked: AskedFeed): readonly [FeedFinding, ...FeedFinding[]] {
  const { outcome, parsed } = asked;
  if (outcome.kind === "failed") return [diagnoseFailure(outcome, asked.feed.url)];
  if (parsed && "skip" in parsed) return [ofSkip(parsed.skip, asked.feed.url)];
  const findings = [
    ...(parsed ? ofDocument(parsed.feed, asked) : []),
    ...ofMove(asked),
    ...(parsed ? ofCharset(parsed.feed) : []),
    ...ofPace(asked),
  ];
  const [gravest = healthy(parsed?.feed), ...others] = findings;
  return [gravest, ...others];
}

function healthy(feed: ParsedFeed | undefined): FeedFinding {
  if (!feed) return { state: "ok", words: "It answers, and nothing has changed since the last time.", todo: "" };
  const newest = newestOf(feed);
  const age = newest === undefined ? "" : `, the newest of ${newest.slice(0, 10)}`;
  const items = feed.items.length === 1 ? "item" : "items";
  return { state: "ok", words: `It answers with ${feed.items.length} ${items}${age}.`, todo: "" };
}

/** What the document itself shows, the gravest first. */
function ofDocument(feed: ParsedFeed, asked: AskedFeed): FeedFinding[] {
  const cutOff = ofCut(feed);
  if (feed.items.length > 0) return [...ofLanguage(feed, asked), ...cutOff, ...ofAge(feed, asked)];
  if (cutOff.length > 0) return cutOff;
  const todo = otherAddress(asked.feed.url);
  return [{ state: "empty", words: "It is a feed, but it has no items.", todo }];
}

function otherAddress(url: string): string {
  return `Look at the site for another address; if there is none, \`backstory feeds remove ${url}\`.`;
}

function ofLanguage(feed: ParsedFeed, { feed: { url, language }, languages }: AskedFeed): FeedFinding[] {
  const words = feed.items
    .slice(0, 30)
    .map(({ title, summary }) => `${title}. ${summary ?? ""}`)
    .join(" ");
  const tongue = languageOf(words, feed.language ?? language);
  if (tongue === "und" || languages.includes(tongue)) return [];
  return [
    {
      state: "language",
      words: `It is written in "${tongue}"; this edition reads ${languages.join(", ")}.`,
      todo: `Add "${tongue}" to \`languages\` in backstory.toml, or \`backstory feeds remove ${url}\`.`,
    },
  ];
}

function ofCut(feed: ParsedFeed): FeedFinding[] {
  const cut = feed.warnings.find((warning) => /breaks off|^Elements are nested|the rest was left out/.test(warning));
  if (cut === undefined) return [];
  const read = feed.items.length > 0 ? "Its whole items are read" : "It is asked again on its own";
  const todo = `${read}; tell the outlet if it stays so.`;
  return [{ state: "cut-off", words: cut, todo }];
}

function ofAge(feed: ParsedFeed, { feed: { url }, now }: AskedFeed): FeedFinding[] {
  const newest = newestOf(feed);
  if (newest === undefined) return [];
  const days = Math.floor((Date.parse(now) - Date.parse(newest)) / 86_400_000);
  if (days <= limits.staleDays) return [];
  const words = `Its newest item is of ${newest.slice(0, 10)}, ${days} days old.`;
  return [{ state: "stale", words, todo: otherAddress(url) }];
}

function ofMove({ outcome, feed }: AskedFeed): FeedFinding[] {
  const { permanentUrl } = outcome;
  if (permanentUrl === undefined || permanentUrl === feed.url) return [];
  const todo = `The next poll takes the new address over; \`backstory feeds edit ${feed.url} --url ${permanentUrl}\` does so now.`;
  return [{ state: "moved", words: `It has moved for good to ${permanentUrl}.`, todo }];
}

function ofCharset(feed: ParsedFeed): FeedFinding[] {
  const words = feed.warnings.find((warning) => warning.startsWith("The server names the encoding"));
  if (words === undefined) return [];
  return [{ state: "wrong-charset", words, todo: "Nothing to do: it is read rightly all the same." }];
}

function ofPace({ outcome: { tookMs = 0 } }: AskedFeed): FeedFinding[] {
  if (tookMs <= limits.slowMs) return [];
  const words = `Its answer took ${Math.round(tookMs / 1000)} seconds.`;
  return [{ state: "slow", words, todo: "If it fails at times, raise `timeoutSeconds` under [fetch]." }];
}

function newestOf(feed: ParsedFeed): string | undefined {
  return feed.items
    .flatMap(({ publishedAt, modifiedAt }) => publishedAt ?? modifiedAt ?? [])
    .sort()
    .at(-1);
}

function ofSkip({ reason, detail }: Skip, url: string): FeedFinding {
  const words = detail ?? reason;
  const find = `Open the site and look for its RSS address, or try \`backstory feeds add\` with the address of its front page.`;
  if (reason === "html") return { state: "html", words, todo: find };
  if (reason === "empty-document")
    return { state: "empty", words, todo: `Try again later; if it stays so, \`backstory feeds remove ${url}\`.` };
  if (reason === "not-a-feed") return { state: "not-a-feed", words, todo: find };
  if (reason === "too-large") return { state: "too-large", words, todo: "Look for a feed of a single section." };
  return { state: "unreadable", words, todo: find };
}
