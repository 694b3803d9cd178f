import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { extractPage } from "../src/extract/extract-page.ts";
import { parseOpml } from "../src/ingest/opml.ts";
import { parseFeed } from "../src/ingest/parse-feed.ts";
import { loadSamples, type SampleArticle, type SampleOutlet } from "../src/sample-edition.ts";
import { renderEdition } from "../src/sample-server.ts";

const base = "http://127.0.0.1:8098";
const edition = loadSamples(
  fileURLToPath(new URL("../samples", import.meta.url)),
  new Date("2026-11-12T12:00:00.000Z"),
);
const documents = renderEdition(edition, base);
const articlesOf = (outlet: SampleOutlet) => edition.articles.filter(({ outletId }) => outletId === outlet.id);

function read(path: string) {
  const document = documents.get(path);
  if (!document) throw new Error(`the sample edition does not serve ${path}`);
  return document;
}

function feedAt(path: string) {
  const { body, type } = read(path);
  const reading = parseFeed(new TextEncoder().encode(body), { url: `${base}${path}`, contentType: type });
  if ("skip" in reading) throw new Error(reading.skip.reason);
  return reading.feed;
}

function extract(article: SampleArticle) {
  const extraction = extractPage(read(article.path).body, { url: `${base}${article.path}` });
  if ("skip" in extraction) throw new Error(`${article.id}: ${extraction.skip.reason}`);
  return extraction.page;
}

/** When a feed says that an article was changed: RSS has no word for it, Atom must always give one, RDF has one date for both. */
function modifiedIn(outlet: SampleOutlet, publishedAt: string, modifiedAt: string | undefined): string | undefined {
  if (outlet.feed === "json") return modifiedAt;
  if (outlet.feed === "atom") return modifiedAt ?? publishedAt;
  return outlet.feed === "rdf" ? publishedAt : undefined;
}

/** F1 of the words of `found` against those of `expected`, each as often as it occurs. */
function wordF1(found: string, expected: string): number {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const [a, b] = [count(found), count(expected)];
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, one) => total + one, 0);
  const shared = [...a].reduce((total, [word, times]) => total + Math.min(times, b.get(word) ?? 0), 0);
  return (2 * shared) / (sum(a) + sum(b));
}

describe.each(edition.outlets.map((outlet) => [outlet.name, outlet] as const))("%s", (_, outlet) => {
  const articles = articlesOf(outlet);

  it("has a feed that parses to its articles without a warning", () => {
    const feed = feedAt(`/${outlet.id}/feed`);
    expect(feed.warnings).toEqual([]);
    expect([feed.title, feed.language]).toEqual([outlet.name, outlet.language]);
    expect(
      feed.items.map(({ url, title, publishedAt, modifiedAt, summary }) => ({
        url,
        title,
        publishedAt,
        modifiedAt,
        summary,
      })),
    ).toEqual(
      articles.map(({ path, title, publishedAt, modifiedAt, summary }) => ({
        url: `${base}${path}`,
        title,
        publishedAt,
        modifiedAt: modifiedIn(outlet, publishedAt, modifiedAt),
        summary,
      })),
    );
  });

  it("has a feed that gives the whole text only where the outlet does", () => {
    const whole = feedAt(`/${outlet.id}/feed`).items.map((item) => item.contentHtml !== undefined);
    expect(new Set(whole)).toEqual(new Set([outlet.content === "full"]));
  });

  it("has pages that extract to the article's own words", () => {
    const poor = articles
      .map((article) => ({ id: article.id, f1: wordF1(extract(article).text, article.text) }))
      .filter(({ f1 }) => f1 < 0.97);
    expect(poor).toEqual([]);
  });

  it("has pages that say who wrote what, when, in which language", () => {
    for (const article of articles) {
      const { title, publishedAt, language, outlet: name, paywalled } = extract(article);
      expect({ title, publishedAt, language, name, paywalled }).toEqual({
        title: article.title,
        publishedAt: article.publishedAt,
        language: article.language,
        name: outlet.name,
        paywalled: outlet.paywall ?? false,
      });
    }
  });
});

describe("the outlet that gives excerpts only", () => {
  const [ledger] = edition.outlets.filter(({ content }) => content === "excerpt");

  it("cuts its feed short and shuts the rest of its pages", () => {
    if (!ledger) throw new Error("no outlet gives excerpts only");
    const { items } = feedAt(`/${ledger.id}/feed`);
    expect(items.filter(({ summary }) => !summary?.endsWith(" …") || summary.length > 162)).toEqual([]);
    expect(articlesOf(ledger).filter((article) => !extract(article).paywalled)).toEqual([]);
  });
});

describe("the pages of the sample edition", () => {
  it("keep what kind of text it is: analysis, opinion, correction", () => {
    const marked = edition.articles.filter(({ genre }) => genre !== undefined);
    expect(marked.map((article) => extract(article).genre)).toEqual(marked.map(({ genre }) => genre));
  });

  it("keep the byline where there is one", () => {
    const wrong = edition.articles.filter((article) => extract(article).byline !== article.byline);
    expect(wrong.map((article) => [article.id, article.byline, extract(article).byline])).toEqual([]);
  });

  it("lead only to pages that are served", () => {
    const dead = [...documents].flatMap(([path, { body, type }]) =>
      type.startsWith("text/html")
        ? [...body.matchAll(/(?:href|src)="([^"#]+)/g)]
            .map((match) => new URL(String(match[1]), `${base}${path}`))
            .filter((url) => !documents.has(url.pathname))
            .map((url) => `${path} -> ${url.pathname}`)
        : [],
    );
    expect(dead).toEqual([]);
  });

  it("stand in an OPML list that names every feed, the second one of the Courier too", () => {
    const listed = parseOpml(read("/feeds.opml").body);
    expect(listed.map(({ outlet, url }) => [outlet, url])).toEqual(
      edition.outlets.flatMap(({ id, name, extraFeed }) => [
        [name, `${base}/${id}/feed`],
        ...(extraFeed ? [[name, `${base}/${id}/feed/${extraFeed.name}`]] : []),
      ]),
    );
    const repeated = feedAt("/sarnholt-courier/feed/world").items;
    expect(repeated.length).toBeGreaterThan(3);
    expect(repeated.every(({ url }) => url?.includes("utm_source=feed"))).toBe(true);
  });
});
