import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outlet } from "./model/outlet.ts";
import { parseSampleStory, type SampleArticle } from "./sample-story.ts";

export { type ServedFeed, type ServedSamples, serveSamples } from "./sample-server.ts";
export type { SampleArticle } from "./sample-story.ts";

/** An invented newsroom, with the house style its feed and pages are served in. */
export interface SampleOutlet extends Outlet {
  readonly sample: true;
  readonly language: string;
  /** The invented country it belongs to; `country` is one of the codes ISO 3166 leaves to its users. */
  readonly place: string;
  readonly motto: string;
  /** Where its articles stand below the outlet's own folder; `{slug}` is filled in. */
  readonly path: string;
  readonly feed: "rss" | "atom" | "rdf" | "json";
  /** What its feed carries of an article: all of it, the first paragraph, or one cut-off sentence. */
  readonly content: "full" | "summary" | "excerpt";
  /** How its pages tell their dates. */
  readonly dates: "json-ld" | "meta" | "visible";
  readonly dateStyle: "day-first" | "month-first";
  readonly paywall?: true;
  /** What stands around the article: "navigation", "cookies", "newsletter", "related", "listen", "share", "ticker". */
  readonly furniture: readonly string[];
  /** A second feed that repeats some articles, with tracking parameters in their addresses. */
  readonly extraFeed?: { readonly name: string; readonly subjects: readonly string[] };
}

/** Every article of the sample edition as it reads at one moment, newest first, and the outlets that print them. */
export interface SampleEdition {
  readonly outlets: readonly SampleOutlet[];
  readonly articles: readonly SampleArticle[];
}

/** How old the newest article is at the moment the edition is loaded. */
const newestAgeMs = 3_600_000;

/**
 * Reads `outlets.json` and `stories/*.md` below `dir` and shifts every date so that the newest article is an hour old
 * at `now`. The same `now` gives the same edition.
 */
export function loadSamples(dir: string, now: Date): SampleEdition {
  const outlets = JSON.parse(readFileSync(join(dir, "outlets.json"), "utf8")) as SampleOutlet[];
  const newest = new Date(now.getTime() - newestAgeMs);
  const storiesDir = join(dir, "stories");
  const articles = readdirSync(storiesDir)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((name) => parseSampleStory(readFileSync(join(storiesDir, name), "utf8"), { name, newest, outlets }));
  const byTime = (a: SampleArticle, b: SampleArticle) =>
    b.publishedAt.localeCompare(a.publishedAt) || a.id.localeCompare(b.id);
  return { outlets, articles: articles.sort(byTime) };
}
