import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFeed } from "../../src/ingest/parse-feed.ts";
import { createServer } from "../../src/serve/server.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, hostileId, siteOver } from "./filled-store.ts";

let opened: TestStore;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  server = createServer(siteOver(opened.store));
});
afterAll(() => opened.drop());

const get = (path: string) => server.request(`http://localhost${path}`);

describe("RSS", () => {
  it("has the front page's stories, newest first, whole and escaped", async () => {
    const answer = await get("/feed.xml");
    expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
    expect(answer.headers.get("etag")).toMatch(/^"/);
    const withoutPages = (await answer.text()).replaceAll(/<content:encoded>[^<]*<\/content:encoded>\n/g, "");
    expect(withoutPages).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>The Strait</title>
<link>http://localhost/</link>
<description>Every sentence opens to the passages that bear it out.</description>
<language>en</language>
<lastBuildDate>Tue, 24 Nov 2026 11:30:00 GMT</lastBuildDate>
<generator>Backstory 0.0.0</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<ttl>10</ttl>
<atom:link href="http://localhost/feed.xml" rel="self" type="application/rss+xml"/>
<item>
<title>Car ferry Merle runs aground off Corvale with 212 people on board</title>
<link>http://localhost/story/car-ferry-merle-runs-aground-off-corvale-merle1</link>
<guid isPermaLink="false">backstory:story:merle1</guid>
<pubDate>Tue, 24 Nov 2026 05:31:00 GMT</pubDate>
<atom:updated>2026-11-24T11:30:00.000Z</atom:updated>
<category>world</category>
<description>&lt;p&gt;Eight outlets report this in nine articles from six independent origins; they differ on the number of injured.&lt;/p&gt;&lt;p&gt;9 reports · 8 outlets · 6 independent origins&lt;/p&gt;</description>
</item>
<item>
<title>Corvale pilots vote to strike &lt;em&gt;again&lt;/em&gt; &amp; again</title>
<link>http://localhost/story/corvale-pilots-vote-to-strike-pilots9</link>
<guid isPermaLink="false">backstory:story:pilots9</guid>
<pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate>
<atom:updated>2026-11-23T12:30:00.000Z</atom:updated>
<category>business</category>
<description>&lt;p&gt;Three outlets report this.&lt;/p&gt;&lt;p&gt;3 reports · 3 outlets · 2 independent origins&lt;/p&gt;</description>
</item>
</channel>
</rss>
`);
  });

  it.each([
    ["/subject/business/feed.xml", "The Strait: Business", ["pilots9"]],
    ["/topic/local%3Aada-renn/feed.xml", "The Strait: Ada Renn", ["merle1"]],
    ["/outlet/radio-nessa/feed.xml", "The Strait: Radio Nessa", ["merle1", "pilots9"]],
    [`/outlet/${hostileId}/feed.xml`, 'The Strait: & "Sons"', []],
  ])("has a feed of its own for %s, which our own reader reads without a warning", async (path, title, ids) => {
    const bytes = new Uint8Array(await (await get(path)).arrayBuffer());
    const parsed = parseFeed(bytes, { url: `http://localhost${path}`, contentType: "application/rss+xml" });
    expect(parsed).toMatchObject({ feed: { title, warnings: [] } });
    expect("feed" in parsed && parsed.feed.items.map(({ id }) => id)).toEqual(ids.map((id) => `backstory:story:${id}`));
  });
});

describe("Atom", () => {
  it("has the same stories, each with its times, its language and its page", async () => {
    const answer = await get("/atom.xml");
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const withoutPages = (await answer.text()).replaceAll(/<content type="html">[^<]*<\/content>\n/g, "");
    expect(withoutPages.split("</entry>")[0]).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Strait</title>
<subtitle>Every sentence opens to the passages that bear it out.</subtitle>
<id>http://localhost/atom.xml</id>
<link rel="self" type="application/atom+xml" href="http://localhost/atom.xml"/>
<link rel="alternate" type="text/html" href="http://localhost/"/>
<updated>2026-11-24T11:30:00.000Z</updated>
<author><name>The Strait</name></author>
<generator version="0.0.0">Backstory</generator>
<entry xml:lang="en">
<title>Car ferry Merle runs aground off Corvale with 212 people on board</title>
<id>backstory:story:merle1</id>
<link rel="alternate" type="text/html" href="http://localhost/story/car-ferry-merle-runs-aground-off-corvale-merle1"/>
<published>2026-11-24T05:31:00.000Z</published>
<updated>2026-11-24T11:30:00.000Z</updated>
<category term="world"/>
<summary>Eight outlets report this in nine articles from six independent origins; they differ on the number of injured.

9 reports · 8 outlets · 6 independent origins</summary>
`);
  });

  it.each([
    ["/subject/business/atom.xml", "The Strait: Business", ["pilots9"]],
    ["/search/atom.xml?q=ferry", "The Strait: ferry", ["merle1"]],
    ["/search/feed.xml?q=strike+-ferry", "The Strait: strike -ferry", ["pilots9"]],
  ])("and RSS are there for %s, which our own reader reads without a warning", async (path, title, ids) => {
    const bytes = new Uint8Array(await (await get(path)).arrayBuffer());
    const parsed = parseFeed(bytes, { url: `http://localhost${path}`, contentType: "application/xml" });
    expect(parsed).toMatchObject({ feed: { title, warnings: [] } });
    expect("feed" in parsed && parsed.feed.items.map(({ id }) => id)).toEqual(ids.map((id) => `backstory:story:${id}`));
  });

  it("of a search without words says what is missing", async () => {
    expect((await get("/search/atom.xml")).status).toBe(400);
  });
});

describe("JSON Feed", () => {
  it("has the same stories, whole", async () => {
    const answer = await get("/feed.json");
    expect(answer.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
    const feed = (await answer.json()) as { items: { content_html?: string }[] };
    const items = feed.items.map(({ content_html: _, ...item }) => item);
    expect({ ...feed, items }).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "The Strait",
      home_page_url: "http://localhost/",
      feed_url: "http://localhost/feed.json",
      description: "Every sentence opens to the passages that bear it out.",
      language: "en",
      _backstory: { version: "0.0.0", sample: false },
      items: [
        {
          id: "backstory:story:merle1",
          url: "http://localhost/story/car-ferry-merle-runs-aground-off-corvale-merle1",
          title: "Car ferry Merle runs aground off Corvale with 212 people on board",
          content_text:
            "Eight outlets report this in nine articles from six independent origins; they differ on the number of injured.\n\n9 reports · 8 outlets · 6 independent origins",
          summary:
            "Eight outlets report this in nine articles from six independent origins; they differ on the number of injured.",
          date_published: "2026-11-24T05:31:00.000Z",
          date_modified: "2026-11-24T11:30:00.000Z",
          language: "en",
          tags: ["world"],
        },
        {
          id: "backstory:story:pilots9",
          url: "http://localhost/story/corvale-pilots-vote-to-strike-pilots9",
          title: "Corvale pilots vote to strike <em>again</em> & again",
          content_text: "Three outlets report this.\n\n3 reports · 3 outlets · 2 independent origins",
          summary: "Three outlets report this.",
          date_published: "2026-11-23T09:00:00.000Z",
          date_modified: "2026-11-23T12:30:00.000Z",
          language: "en",
          tags: ["business"],
        },
      ],
    });
  });

  it("is not sent again while it is the same", async () => {
    const etag = (await get("/subject/world/feed.json")).headers.get("etag") ?? "";
    const again = await server.request("http://localhost/subject/world/feed.json", {
      headers: { "if-none-match": etag },
    });
    expect(again.status).toBe(304);
  });
});

describe("both formats", () => {
  it("have the whole page, its parts in their order, its articles linked and state media named as such", async () => {
    const { items } = (await (await get("/feed.json")).json()) as { items: { content_html: string }[] };
    const html = items[0]?.content_html;
    expect(`${html}\n`).toBe(readFileSync(new URL("golden/page-in-a-feed.html", import.meta.url), "utf8"));
    const bytes = new Uint8Array(await (await get("/feed.xml")).arrayBuffer());
    const parsed = parseFeed(bytes, { url: "http://localhost/feed.xml", contentType: "application/rss+xml" });
    expect("feed" in parsed && parsed.feed.items[0]?.contentHtml).toBe(html);
  });
});

describe("the feeds of the sample edition", () => {
  it("say that everything in them is invented", async () => {
    const sample = createServer(siteOver(opened.store, { sample: true }));
    const rss = await (await sample.request("/feed.xml")).text();
    expect(rss).toContain(
      "<description>Sample edition. Every outlet, person, place and event in it is invented.</description>",
    );
    expect(await (await sample.request("/feed.json")).json()).toMatchObject({
      description: "Sample edition. Every outlet, person, place and event in it is invented.",
      _backstory: { sample: true },
    });
  });
});
