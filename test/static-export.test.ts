import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportStaticSite } from "../src/static-export.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "backstory-export-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pages: Readonly<Record<string, string>> = {
  "/": '<a class="x" href="/search">Search</a><a href="/story/a-1/report?revision=1&amp;sentence=e1" rel="nofollow">Report</a><link href="/style-1.css"/><a href="/list">L</a><a href="/topic/Corvale%2FHarbour">T</a><a href="/topic/local%3Aada">A</a><a href="https://elsewhere.example/x">E</a><a href="#text">skip</a><a href="/gone">G</a><a href="/topic/Yahoo.com">Y</a>',
  "/list": '<a rel="next" href="/list?page=2">More</a><a href="/feed.xml">Feed</a>',
  "/list?page=2": '<a rel="prev" href="/list">Back</a><a href="/list?page=3&amp;q=a#top">More</a>',
  "/list?page=3": "<p>end</p>",
  "/topic/Corvale/Harbour": '<a href="/">Home</a>',
  "/topic/local:ada": "<p>Ada</p>",
  "/topic/Yahoo.com": "<p>Yahoo</p>",
};

function site(): Hono {
  const app = new Hono({ getPath: (request) => decodeURIComponent(new URL(request.url).pathname) });
  app.get("/style-1.css", (context) => context.body("p{}", 200, { "content-type": "text/css" }));
  app.get("/feed.xml", (context) => context.body("<rss/>", 200, { "content-type": "application/rss+xml" }));
  app.get("*", (context) => {
    const page = context.req.query("page");
    const html = pages[context.req.path + (page === undefined ? "" : `?page=${page}`)];
    return html === undefined ? context.notFound() : context.html(html);
  });
  return app;
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("an exported site", () => {
  it("has a file for every page, sheet and feed that links lead to, and names those that failed", async () => {
    expect(await exportStaticSite(site(), folder)).toEqual({ files: 9, failed: ["/gone"] });
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.\w+$/.test(name));
    expect(files.filter((name) => name !== "topic/Yahoo.com").sort()).toEqual([
      "feed.xml",
      "index.html",
      "list/index.html",
      "list/page-2/index.html",
      "list/page-3/index.html",
      "style-1.css",
      "topic/Corvale/Harbour/index.html",
      "topic/Yahoo.com/index.html",
      "topic/local:ada/index.html",
    ]);
  });

  it("links from each page to the files of the others, wherever the folder stands", async () => {
    await exportStaticSite(site(), folder);
    expect(read("index.html")).toBe(
      '<link href="./style-1.css"/><a href="./list/index.html">L</a><a href="./topic/Corvale%2FHarbour/index.html">T</a><a href="./topic/local%3Aada/index.html">A</a><a href="https://elsewhere.example/x">E</a><a href="#text">skip</a><a href="./gone/index.html">G</a><a href="./topic/Yahoo.com/index.html">Y</a>',
    );
    expect(read("list/page-2/index.html")).toBe(
      '<a rel="prev" href="../../list/index.html">Back</a><a href="../../list/page-3/index.html#top">More</a>',
    );
    expect(read("topic/Corvale/Harbour/index.html")).toBe('<a href="../../index.html">Home</a>');
  });

  it("writes nothing outside its folder", async () => {
    const app = new Hono();
    app.get("/", (context) => context.html('<a href="/topic/..%2F..%2F..%2Fout">out</a>'));
    app.get("*", (context) => context.html("<p>out</p>"));
    await exportStaticSite(app, join(folder, "a", "b"));
    expect(readdirSync(folder)).toEqual(["a"]);
    expect(readdirSync(join(folder, "a"))).toEqual(["b"]);
  });
});
