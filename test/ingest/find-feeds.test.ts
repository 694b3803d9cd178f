import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFeeds } from "../../src/ingest/find-feeds.ts";

const page = "https://gazette.example/news/";

describe("findFeeds", () => {
  it("takes declared feeds first, then links that look like feeds, comments last", () => {
    const html = `<!doctype html><html><head>
      <link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="de" href="/de/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
      <link rel="alternate" type="application/atom+xml; charset=utf-8" title="Port Alder &amp; Region" href="../atom.xml">
      <link rel="ALTERNATE" type="application/feed+json" href="//gazette.example/feed.json">
      <link rel="alternate" type="application/json+oembed" href="/oembed?url=x">
      <link rel="alternate" type="application/json" href="/wp-json/posts/7">
      </head><body>
      <a href="/feedback">Feedback</a> <a href="javascript:feed()">RSS</a> <a href="https://feedly.com/i/subscription/feed/x">RSS</a>
      <a href="/rss/sport.xml"><b>Sport</b> (RSS)</a> <a href="/sport/atoms-and-people">Physics</a>
      <a href="https://feeds.gazette.example/top">Top</a> <a href="/atom.xml">again</a></body></html>`;
    expect(findFeeds(html, page)).toEqual([
      { url: "https://gazette.example/atom.xml", title: "Port Alder & Region", from: "link" },
      { url: "https://gazette.example/feed.json", from: "link" },
      { url: "https://gazette.example/rss/sport.xml", title: "Sport (RSS)", from: "anchor" },
      { url: "https://feeds.gazette.example/top", title: "Top", from: "anchor" },
      { url: "https://gazette.example/comments/feed/", title: "Comments", from: "link" },
    ]);
  });

  it("resolves against the page's base element", () => {
    const html = `<base href="https://static.example/x/"><link rel="alternate" type="application/rss+xml" href="feed">`;
    expect(findFeeds(html, page)).toEqual([{ url: "https://static.example/x/feed", from: "link" }]);
  });

  it("finds nothing where there is nothing, in nesting without end, and in any text", () => {
    const started = performance.now();
    expect([
      findFeeds("", page),
      findFeeds("<p>No feed here.", page),
      findFeeds("<div>".repeat(500_000), page),
    ]).toEqual([[], [], []]);
    expect(performance.now() - started).toBeLessThan(10_000);
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { url } of findFeeds(
          `<a href="${text}">rss</a><link rel=alternate type=application/rss+xml href='${text}'>`,
          page,
        ))
          expect(url).toMatch(/^https?:\/\//);
      }),
    );
  });
});
