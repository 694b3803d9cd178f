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
  | "slow"
  | "bad-certificate"
  | "timeout"
  | "dns"
  | "unreachable"
  | "robots"
  | "private-address"
  | "redirects"
  | "too-large"
  | "unreadable";

/** One thing that is to be said of a feed: what is wrong, and what to do about it ("" where there is nothing to do). */
export interface FeedFinding {
  readonly state: FeedCondition;
  readonly words: string;
  readonly todo: string;
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
    todo: "Otherwise `backstory feeds remove` drops the feed.",
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

/** What a failed request says of a feed: the fetcher's own sentence where it has one, and what to do. */
export function diagnoseFailure(
  outcome: { readonly reason?: string; readonly status?: number; readonly detail?: string },
  url: string,
): FeedFinding {
  const { reason = "network", detail } = outcome;
  const status = outcome.status ?? Number(/^http-(\d{3})$/.exec(reason)?.[1] ?? Number.NaN);
  const known = failures[reason] ?? (Number.isNaN(status) ? undefined : ofStatus(status, url));
  const finding = known ?? { state: "unreadable" as const, words: `It failed (${reason}).`, todo: later };
  return { ...finding, words: detail?.trim() || finding.words };
}

function ofStatus(status: number, url: string): FeedFinding {
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
