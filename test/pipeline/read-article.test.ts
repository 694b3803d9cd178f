import { describe, expect, it } from "vitest";
import { loadLearned } from "../../src/learned.ts";
import { type ReadRequest, readArticle } from "../../src/pipeline/read-article.ts";

const learned = loadLearned();
const sentence =
  "The ferry from Port Alder did not sail on Monday because the pilots would not board it, the harbour said. ";
const seenAt = "2026-11-17T06:00:00.000Z";

/** Reads an item whose page has this in its head and these paragraphs. */
function read({ head = "", paragraphs = 5, end = "", item = {}, use = "text" as ReadRequest["outlet"]["use"] }) {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>The ferry</h1>${`<p>${sentence}</p>`.repeat(paragraphs)}${end}</article></body></html>`;
  const reading = readArticle(
    {
      id: "a1",
      outlet: { name: "The Harbour Gazette", language: "en", use },
      item: { id: "1", title: "The ferry", summary: sentence, authors: [], tags: [], ...item },
      languages: ["en"],
      seenAt,
      page: {
        bytes: new TextEncoder().encode(html),
        contentType: "text/html",
        url: "https://gazette.example/ferry?utm_source=rss",
      },
    },
    learned,
  );
  if ("skip" in reading) throw new Error(reading.skip.reason);
  return { ...reading.article, canonicalUrl: reading.canonicalUrl };
}
const published = (date: string) => `<meta property="article:published_time" content="${date}">`;

describe("reading an article", () => {
  it("takes the page's text where it is fuller than the feed's, and calls one that is cut short an excerpt", () => {
    expect(read({}).textFrom).toBe("page");
    expect(read({ end: "<p>The first of the boats …</p>" }).textFrom).toBe("excerpt");
  });

  it.each(["tdm-reservation", "robots"])("uses no more than the feed's words where the page opts out (%s)", (name) => {
    const head = `<meta name="${name}" content="${name === "robots" ? "noai" : "1"}">`;
    expect(read({ head })).toMatchObject({ textFrom: "excerpt", text: sentence.trim() });
  });

  it("uses no more than the feed's words of an outlet that allows no more", () => {
    expect(read({ use: "feed-only" })).toMatchObject({ textFrom: "excerpt", text: sentence.trim() });
  });

  it("believes the first time that is not in the future, else the moment it was seen", () => {
    const head = published("2026-11-16T08:00:00Z");
    expect([
      read({ head, item: { publishedAt: "2026-11-15T08:00:00.000Z" } }).publishedAt,
      read({ head, item: { publishedAt: "2099-01-01T00:00:00.000Z" } }).publishedAt,
      read({ head: published("3000-01-01"), item: { publishedAt: "2099-01-01T00:00:00.000Z" } }).publishedAt,
      read({ head: published("0001-01-01") }).publishedAt,
    ]).toEqual(["2026-11-15T08:00:00.000Z", "2026-11-16T08:00:00.000Z", seenAt, seenAt]);
  });

  it("compares articles by their address without tracking", () => {
    const head = '<link rel="canonical" href="https://gazette.example/ferry/?utm_campaign=x">';
    expect(read({ head }).canonicalUrl).toBe("https://gazette.example/ferry");
  });
});
