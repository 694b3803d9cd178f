import type { Fetcher } from "../fetch/fetcher.ts";
import { isOfKind } from "../knowledge/description-heads.ts";
import { type AnswerFault, readSearch, readSummary, readTitles } from "../knowledge/wikimedia-answers.ts";
import type { EncyclopaediaArticle, NameQuery } from "../model/encyclopaedia.ts";

/** Where Wikidata and the Wikipedias answer; tests put a server of their own there. */
export interface WikimediaAddresses {
  readonly wikidata: string;
  /** By BCP 47 primary tag. */
  readonly wikipedia: (language: string) => string;
}

export const wikimedia: WikimediaAddresses = {
  wikidata: "https://www.wikidata.org",
  wikipedia: (language) => `https://${language}.wikipedia.org`,
};

/** What a look-up came to. */
export type NameLookup =
  | { readonly outcome: "found"; readonly articles: readonly EncyclopaediaArticle[] }
  /** Nothing there: no item of this name, none of this kind, more than can be told apart, or none with an article that says what it is. */
  | { readonly outcome: "no-such-name" | "no-such-kind" | "too-many" | "no-article" }
  /** We could not find out: a reason of the client, "unreadable", or the interface's own ("api-ratelimited"). */
  | { readonly outcome: "failed"; readonly reason: string; readonly detail: string; readonly retryAfterMs?: number };

type Failed = Extract<NameLookup, { outcome: "failed" }>;

/** More namesakes of one kind are not told apart by a story's words. */
const mostNamesakes = 4;
/** Namesakes Wikidata is asked for. Where there are as many there may be more. */
const searched = 20;

export interface LookupContext {
  readonly fetcher: Fetcher;
  readonly addresses: WikimediaAddresses;
  /** Waits until the next request may go out. */
  readonly turn: () => Promise<void>;
  readonly signal?: AbortSignal;
}

/**
 * Asks Wikidata which items go by a name, and the Wikipedia of the page's language for the article about each that is of the name's kind: two to six
 * requests. Never rejects; which article is about the one of a story is for the page to say, by the story's own words.
 */
export async function lookUpName(query: NameQuery, context: LookupContext): Promise<NameLookup> {
  const { name, type, language } = query;
  const { wikidata, wikipedia } = context.addresses;
  const searching = {
    action: "wbsearchentities",
    search: name,
    language,
    uselang: "en",
    type: "item",
    limit: searched,
  };
  const items = await ask(apiAddress(wikidata, searching), (bytes) => readSearch(bytes, name), context);
  if (isFailed(items)) return items;
  if (items.length === 0) return { outcome: "no-such-name" };
  const ofKind = items.filter(({ description }) => isOfKind(withoutYears(description), type));
  if (ofKind.length === 0) return { outcome: "no-such-kind" };
  if (ofKind.length > mostNamesakes || items.length >= searched) return { outcome: "too-many" };
  const site = `${language}wiki`;
  const ids = ofKind.map(({ id }) => id).join("|");
  const titling = { action: "wbgetentities", ids, props: "sitelinks", sitefilter: site };
  const titles = await ask(apiAddress(wikidata, titling), (bytes) => readTitles(bytes, site), context);
  if (isFailed(titles)) return titles;
  const articles: EncyclopaediaArticle[] = [];
  for (const { id } of ofKind) {
    const title = titles.get(id);
    if (title === undefined) continue;
    const path = encodeURIComponent(title.replaceAll(" ", "_"));
    const base = wikipedia(language);
    const read = (bytes: Uint8Array) => readSummary(bytes, id, `${base}/wiki/${path}`);
    const article = await ask(`${base}/api/rest_v1/page/summary/${path}`, read, context);
    if (article === undefined) continue;
    // One of several that is not there to be weighed might be the right one.
    if (isFailed(article)) return article;
    articles.push(article);
  }
  return articles.length === 0 ? { outcome: "no-article" } : { outcome: "found", articles };
}

async function ask<T>(
  url: string,
  read: (bytes: Uint8Array) => T | AnswerFault,
  { fetcher, turn, signal }: LookupContext,
): Promise<T | Failed> {
  await turn();
  const got = await fetcher.get(url, { kind: "api", ...(signal && { signal }) });
  if (got.kind === "failed") {
    const { reason, detail, retryAfterMs } = got;
    return { outcome: "failed", reason, detail, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  }
  const answer = got.kind === "ok" ? read(got.bytes) : { fault: "unreadable" };
  if (!isFault(answer)) return answer;
  const detail = `${new URL(url).host} answered with something else than its interface says.`;
  const wait = got.kind === "ok" ? got.retryAfterMs : undefined;
  return { outcome: "failed", reason: answer.fault, detail, ...(wait !== undefined && { retryAfterMs: wait }) };
}

function apiAddress(base: string, parameters: Readonly<Record<string, string | number>>): string {
  const entries = Object.entries({ ...parameters, format: "json", maxlag: 5 });
  return `${base}/w/api.php?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
}

/** "Kestrian politician (born 1961)". */
function withoutYears(description: string): string {
  return description.replace(/\s*\([^)]*\)/g, "").replace(/\s(?:since|from|until) \d{4}.*$/, "");
}

const isFailed = (value: unknown): value is Failed =>
  typeof value === "object" && value !== null && "outcome" in value && value.outcome === "failed";
const isFault = (value: unknown): value is AnswerFault =>
  typeof value === "object" && value !== null && "fault" in value;
