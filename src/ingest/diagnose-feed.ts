import type { Skip } from "../model/article.ts";
import type { ParsedFeed } from "../model/feed.ts";
import { languageOf } from "../text/language-of.ts";
import { ingestParameters as limits } from "./parameters.ts";

/** What a check of a feed found. `ok` is the only state without something to see to. */
export type FeedCondition =
  | "ok"
  | "moved"
  | "forbidden"
  | "paywall"
  | "gone"
  | "not-found"
  | "too-many-requests"
  | "server-error"
  | "http-error"
  | "html"
  | "not-a-feed"
  | "empty"
  | "stale"
  | "language"
  | "cut-off"
  | "wrong-charset"
  | "bad-certificate"
  | "timeout"
  | "dns"
  | "unreachable"
  | "robots"
  | "private-address"
  | "redirects"
  | "too-large"
  | "unreadable";

/** A finding in words: what is wrong, and what to do about it ("" where there is nothing to do). */
export interface FeedDiagnosis {
  readonly state: FeedCondition;
  readonly words: string;
  readonly todo: string;
}

/** What asking a feed came to; a fetch outcome fits. */
export interface AskedFeed {
  readonly outcome: {
    readonly kind: "ok" | "not-modified" | "failed";
    readonly reason?: string;
    readonly status?: number;
    readonly detail?: string;
    readonly permanentUrl?: string;
    readonly contentType?: string;
  };
  /** What its document was read as, where one came. */
  readonly parsed?: { readonly feed: ParsedFeed } | { readonly skip: Skip };
  readonly feed: { readonly url: string; readonly language?: string };
  /** The languages this edition reads. */
  readonly languages: readonly string[];
  /** ISO 8601. */
  readonly now: string;
}

/** Tells what is wrong with a feed and what to do. Where several things are, the gravest is its state and all stand in its words. Total. */
export function diagnoseFeed(asked: AskedFeed): FeedDiagnosis {
  const { outcome, parsed } = asked;
  if (outcome.kind === "failed") return ofFailure(asked);
  if (parsed && "skip" in parsed) return ofSkip(parsed.skip, asked.feed.url);
  const findings = [
    ...(parsed ? ofDocument(parsed.feed, asked) : []),
    ...ofMove(asked),
    ...(parsed ? ofCharset(parsed.feed) : []),
  ];
  const [gravest] = findings;
  if (!gravest) return healthy(parsed?.feed);
  const all = (field: "words" | "todo") => findings.map((finding) => finding[field]).join(" ");
  return { state: gravest.state, words: all("words"), todo: all("todo") };
}

function healthy(feed: ParsedFeed | undefined): FeedDiagnosis {
  if (!feed) return { state: "ok", words: "It answers, and nothing has changed since the last time.", todo: "" };
  const newest = newestOf(feed);
  const age = newest === undefined ? "" : `, the newest of ${newest.slice(0, 10)}`;
  const items = feed.items.length === 1 ? "item" : "items";
  return { state: "ok", words: `It answers with ${feed.items.length} ${items}${age}.`, todo: "" };
}

/** What the document itself shows, the gravest first. */
function ofDocument(feed: ParsedFeed, asked: AskedFeed): FeedDiagnosis[] {
  const cutOff = ofCut(feed);
  if (feed.items.length > 0) return [...ofLanguage(feed, asked), ...cutOff, ...ofAge(feed, asked)];
  if (cutOff.length > 0) return cutOff;
  const todo = otherAddress(asked.feed.url);
  return [{ state: "empty", words: "It is a feed, but it has no items.", todo }];
}

function otherAddress(url: string): string {
  return `Look at the site for another address; if there is none, \`backstory feeds remove ${url}\`.`;
}

function ofLanguage(feed: ParsedFeed, { feed: { url, language }, languages }: AskedFeed): FeedDiagnosis[] {
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

function ofCut(feed: ParsedFeed): FeedDiagnosis[] {
  const cut = feed.warnings.find((warning) => /breaks off|^Elements are nested|the rest was left out/.test(warning));
  if (cut === undefined) return [];
  return [{ state: "cut-off", words: cut, todo: "Its whole items are read; tell the outlet if it stays so." }];
}

function ofAge(feed: ParsedFeed, { feed: { url }, now }: AskedFeed): FeedDiagnosis[] {
  const newest = newestOf(feed);
  if (newest === undefined) return [];
  const days = Math.floor((Date.parse(now) - Date.parse(newest)) / 86_400_000);
  if (days <= limits.staleDays) return [];
  const words = `Its newest item is of ${newest.slice(0, 10)}, ${days} days old.`;
  return [{ state: "stale", words, todo: otherAddress(url) }];
}

function ofMove({ outcome, feed }: AskedFeed): FeedDiagnosis[] {
  const { permanentUrl } = outcome;
  if (permanentUrl === undefined || permanentUrl === feed.url) return [];
  const todo = `The next poll takes the new address over; \`backstory feeds edit ${feed.url} --url ${permanentUrl}\` does so now.`;
  return [{ state: "moved", words: `It has moved for good to ${permanentUrl}.`, todo }];
}

function ofCharset(feed: ParsedFeed): FeedDiagnosis[] {
  const words = feed.warnings.find((warning) => warning.startsWith("The server names the encoding"));
  if (words === undefined) return [];
  return [{ state: "wrong-charset", words, todo: "Nothing to do: it is read rightly all the same." }];
}

function newestOf(feed: ParsedFeed): string | undefined {
  return feed.items
    .flatMap(({ publishedAt, modifiedAt }) => publishedAt ?? modifiedAt ?? [])
    .sort()
    .at(-1);
}

function ofSkip({ reason, detail }: Skip, url: string): FeedDiagnosis {
  const words = detail ?? reason;
  const find = `Open the site and look for its RSS address, or try \`backstory feeds add\` with the address of its front page.`;
  if (reason === "html") return { state: "html", words, todo: find };
  if (reason === "empty-document")
    return { state: "empty", words, todo: `Try again later; if it stays so, \`backstory feeds remove ${url}\`.` };
  if (reason === "not-a-feed") return { state: "not-a-feed", words, todo: find };
  if (reason === "too-large") return { state: "too-large", words, todo: "Look for a feed of a single section." };
  return { state: "unreadable", words, todo: find };
}

const later = "Try again later; it is asked again on its own, less and less often.";
const findNew = "Look for its new address on the site";

/** By what a request failed with. `http-…` reasons are found by their status. */
const failures: Readonly<Record<string, { state: FeedCondition; words: string; todo: string }>> = {
  timeout: { state: "timeout", words: "It did not answer in time.", todo: later },
  dns: {
    state: "dns",
    words: "Its host's name is not known.",
    todo: `Check the spelling and this machine's connection; ${findNew.toLowerCase()} if the outlet has moved.`,
  },
  "bad-certificate": {
    state: "bad-certificate",
    words: "Its certificate cannot be trusted.",
    todo: "Check this machine's clock; otherwise only the outlet can mend it. It is not read until then.",
  },
  tls: { state: "bad-certificate", words: "A secure connection cannot be made.", todo: later },
  robots: {
    state: "robots",
    words: "The site's robots.txt asks machines not to read it.",
    todo: "Look for another feed of the outlet that may be read, or remove this one.",
  },
  "robots-unavailable": {
    state: "server-error",
    words: "The site's robots.txt cannot be read, so nothing else of it is.",
    todo: later,
  },
  "private-address": {
    state: "private-address",
    words: "Its address leads into a private network.",
    todo: "If it is a server of your own, name it in `allowedHosts` under [fetch] in backstory.toml; otherwise remove the feed.",
  },
  "too-large": {
    state: "too-large",
    words: "Its document is too large.",
    todo: "Look for a feed of a single section.",
  },
  "bad-redirect": { state: "redirects", words: "It leads to no address.", todo: `${findNew}.` },
  "too-many-redirects": {
    state: "redirects",
    words: "It leads from address to address without end.",
    todo: `${findNew}.`,
  },
  refused: { state: "unreachable", words: "Its host refuses connections.", todo: later },
  unreachable: { state: "unreachable", words: "Its host cannot be reached.", todo: later },
  "connection-lost": { state: "unreachable", words: "The connection broke off.", todo: later },
  network: { state: "unreachable", words: "The request failed.", todo: later },
  stopped: { state: "unreachable", words: "The request was called off.", todo: "Run the check again." },
  "bad-url": {
    state: "unreadable",
    words: "Its address is none.",
    todo: "Give the right one with `backstory feeds edit`.",
  },
  "not-http": { state: "unreadable", words: "Its address is not of the web.", todo: "Give one with http or https." },
  "bad-response": { state: "server-error", words: "What its server sends is not HTTP.", todo: later },
  "bad-encoding": { state: "unreadable", words: "Its document cannot be decompressed.", todo: later },
};

function ofFailure({ outcome, feed }: AskedFeed): FeedDiagnosis {
  const { reason = "network", detail } = outcome;
  const status = outcome.status ?? Number(/^http-(\d{3})$/.exec(reason)?.[1] ?? Number.NaN);
  const known = failures[reason] ?? (Number.isNaN(status) ? undefined : ofStatus(status, feed.url));
  const finding = known ?? { state: "unreadable" as const, words: `It failed (${reason}).`, todo: later };
  return { ...finding, words: detail?.trim() || finding.words };
}

function ofStatus(status: number, url: string): FeedDiagnosis {
  const remove = `if there is none, \`backstory feeds remove ${url}\``;
  if (status === 410) return { state: "gone", words: "It is gone for good (410).", todo: `${findNew}; ${remove}.` };
  if (status === 404)
    return { state: "not-found", words: "There is nothing at its address (404).", todo: `${findNew}; ${remove}.` };
  if (status === 402)
    return {
      state: "paywall",
      words: "It is for paying readers (402).",
      todo: `Look for a public feed of the outlet; ${remove}.`,
    };
  if (status === 401 || status === 403 || status === 451)
    return {
      state: "forbidden",
      words: `The site refuses to hand it to this program (${status}).`,
      todo: `It is not evaded. Ask the outlet, or look for another of its feeds; ${remove}.`,
    };
  if (status === 429)
    return { state: "too-many-requests", words: "The site asks for fewer requests (429).", todo: later };
  if (status >= 500) return { state: "server-error", words: `Its server fails (${status}).`, todo: later };
  return { state: "http-error", words: `Its server answers ${status}.`, todo: `${findNew}; ${remove}.` };
}
