import { existsSync } from "node:fs";
import { join } from "node:path";
import { decodeHTML } from "entities";
import { parseFeed } from "../ingest/parse-feed.ts";
import type { FeedItem, ParsedFeed } from "../model/feed.ts";
import { decodeText } from "../text/charset.ts";
import type { EvalTable } from "./eval-table.ts";
import { judgeExpectation, NotApplicable, type Tuple } from "./python-expression.ts";
import { type ArchivedFile, readTarGz } from "./tar-archive.ts";

/** What became of one test feed. `unmet` holds the expectation. */
export interface FeedVerdict {
  readonly path: string;
  readonly outcome: "met" | "unmet" | "not-applicable" | "threw";
  readonly expectation: string;
}

/**
 * Scores feed parsing on the tests of kurtmckee/feedparser: the share of the applicable expectations that are met. Applicable is what
 * speaks of a field that we keep (title, link, id, summary, content, dates, authors, tags, language, image); HTML is handed through as it is,
 * so its sanitizing is not, nor is the encoding's name. Titles and summaries are plain text with us: an expected piece of HTML is met
 * by its text. The feeds of w3c/feedvalidator are there to be survived.
 */
export async function scoreFeeds(dataDir: string): Promise<EvalTable> {
  const archive = join(dataDir, "feeds", "feedparser.tar.gz");
  if (!existsSync(archive)) return { name: "feeds", rows: [], skipped: `${archive} is absent` };
  const verdicts = judgeFeeds(readTarGz(archive));
  const folders = new Map<string, FeedVerdict[]>([["all", verdicts]]);
  for (const verdict of verdicts) {
    const folder = /tests\/((?:wellformed|illformed)\/[^/]+|[^/]+)\//.exec(verdict.path)?.[1] ?? "other";
    folders.set(folder, [...(folders.get(folder) ?? []), verdict]);
  }
  const rows = [...folders].flatMap(([set, some]) => {
    const met = some.filter(({ outcome }) => outcome === "met").length;
    const applicable = some.filter(({ outcome }) => outcome !== "not-applicable").length;
    if (applicable === 0) return [];
    return [{ set, measure: "met", value: met / applicable, note: `${met} of ${applicable} (${some.length} feeds)` }];
  });
  const survived = verdicts.filter(({ outcome }) => outcome !== "threw").length;
  return {
    name: "feeds",
    rows: [
      ...rows,
      { set: "feedparser", measure: "survived", value: survived / verdicts.length, note: `${verdicts.length} feeds` },
      ...scoreSurvival(join(dataDir, "feeds", "feedvalidator.tar.gz")),
    ],
  };
}

/** Every test feed of feedparser's archive with its verdict on `parse`, ours unless another parser is to be compared. */
export function judgeFeeds(files: readonly ArchivedFile[], parse: typeof parseFeed = parseFeed): FeedVerdict[] {
  return files.filter(({ path }) => /\/tests\/.*\.xml$/.test(path)).map((file) => judgeFeed(file, parse));
}

function judgeFeed({ path, bytes }: ArchivedFile, parse: typeof parseFeed): FeedVerdict {
  const head = decodeText(bytes).text.slice(0, 4000);
  const expectation = /Expect:\s*(.*?)\s*(?:-->|\n)/.exec(head)?.[1] ?? "";
  const header = (name: string) => new RegExp(`^\\s*Header:\\s*${name}:\\s*(.*?)\\s*$`, "im").exec(head)?.[1];
  const address = `http://127.0.0.1:8097/${path.replace(/^\.?\//, "")}`;
  const contentType = header("Content-type");
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parse(bytes, {
      url: new URL(header("Content-Location") || address, address).href,
      ...(contentType !== undefined && { contentType }),
    });
  } catch {
    return { path, outcome: "threw", expectation };
  }
  if (path.includes("/sanitize/")) return { path, outcome: "not-applicable", expectation };
  const feed = "feed" in parsed ? parsed.feed : { title: "", items: [], warnings: [] };
  try {
    const met = judgeExpectation(expectation, { lookUp: (keys) => lookUp(feed, keys), equal });
    return { path, outcome: met ? "met" : "unmet", expectation };
  } catch (error) {
    if (!(error instanceof NotApplicable)) throw error;
    return { path, outcome: "not-applicable", expectation };
  }
}

/** The texts any of which may be what is asked for, or a moment in time. */
type Found = { readonly texts: readonly (string | undefined)[] } | { readonly at: string | undefined } | number;

function lookUp(feed: ParsedFeed, [root, ...keys]: readonly (string | number)[]): Found {
  const name = keys.join(".");
  if (root === "feed") {
    if (name === "title" || name === "title_detail.value") return { texts: [feed.title] };
    if (name === "link") return { texts: [feed.homePageUrl] };
    if (name === "language") return { texts: [feed.language] };
  }
  if (root === "entries") {
    if (name === "length") return feed.items.length;
    const [index, ...rest] = keys;
    const item = feed.items[Number(index)];
    if (item) return lookUpItem(item, rest.join("."));
    if (itemFields.test(rest.join("."))) return { texts: [undefined] };
  }
  throw new NotApplicable(`${root}.${name}`);
}

const itemFields =
  /^(?:title|link|id|guid|summary|description|content|author|tags|category|published|updated|created|language)\b/;

function lookUpItem(item: FeedItem, name: string): Found {
  const index = Number(/\d+/.exec(name)?.[0] ?? 0);
  switch (name.replace(/\d+/, "N")) {
    case "title":
    case "title_detail.value":
      return { texts: [item.title] };
    case "link":
      return { texts: [item.url] };
    case "id":
    case "guid":
      return { texts: [item.id] };
    case "summary":
    case "description":
    case "summary_detail.value":
    case "content.N.value":
      return index > 0 ? unknown(name) : { texts: [item.summary, item.contentHtml, item.contentText] };
    case "author":
    case "author_detail.name":
      return { texts: [item.authors[0]] };
    case "authors.N.name":
      return { texts: [item.authors[index]] };
    case "category":
    case "tags.N.term":
      return { texts: [item.tags[index]] };
    case "language":
      return { texts: [item.language] };
    case "image.href":
    case "media_thumbnail.N.url":
      return index > 0 ? unknown(name) : { texts: [item.image] };
    case "published":
    case "published_parsed":
    case "created":
    case "created_parsed":
      return { at: item.publishedAt };
    case "updated":
    case "updated_parsed":
      return { at: item.modifiedAt ?? item.publishedAt };
    default:
      return unknown(name);
  }
}

function unknown(name: string): never {
  throw new NotApplicable(name);
}

function equal(found: unknown, expected: unknown): boolean {
  const value = found as Found;
  if (typeof value === "number") return value === expected;
  if ("at" in value) return value.at === dateOf(expected);
  if (expected === undefined) return value.texts.every((text) => text === undefined);
  const wanted = String(expected);
  return value.texts.some(
    (text) =>
      text !== undefined &&
      [fold(wanted), plain(wanted)].some((one) => one === fold(text) || one === plain(text)) &&
      sameEmptiness(text, wanted),
  );
}

function sameEmptiness(text: string, wanted: string): boolean {
  return (plain(text) === "") === (plain(wanted) === "");
}

/** feedparser's date tuples (year, month, day, hour, minute, second, …), or the date as the feed wrote it where any clock reads it. */
function dateOf(expected: unknown): string {
  if (typeof expected === "object" && expected !== null && "tuple" in expected) {
    const [year = 0, month = 1, day = 1, ...clock] = (expected as Tuple).tuple.map(Number);
    return new Date(Date.UTC(year, month - 1, day, ...clock.slice(0, 3))).toISOString();
  }
  const time = Date.parse(String(expected));
  return Number.isNaN(time) ? unknown("date") : new Date(time).toISOString();
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function plain(html: string): string {
  return fold(decodeHTML(html.replace(/<[^<>]*>/g, " "))).replace(/ (?=[.,])/g, "");
}

function scoreSurvival(archive: string) {
  if (!existsSync(archive)) return [];
  const files = readTarGz(archive).filter(({ path }) => /\.xml$/.test(path));
  const survived = files.filter(({ path, bytes }) => {
    try {
      parseFeed(bytes, { url: `http://127.0.0.1/${path}` });
      return true;
    } catch {
      return false;
    }
  });
  return [
    { set: "feedvalidator", measure: "survived", value: survived.length / files.length, note: `${files.length} feeds` },
  ];
}
