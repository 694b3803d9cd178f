import { describe, expect, it } from "vitest";
import { parseFeed } from "../../src/ingest/parse-feed.ts";
import type { ParsedFeed } from "../../src/model/feed.ts";

const parse = (text: string, url?: string) =>
  parseFeed(new TextEncoder().encode(text), url === undefined ? {} : { url });

/** The feed of a text that must be one. */
function feedOf(text: string, url?: string): ParsedFeed {
  const parsed = parse(text, url);
  if ("skip" in parsed) throw new Error(parsed.skip.reason);
  return parsed.feed;
}

const rss = (items: string, head = "") =>
  `<rss version="2.0"><channel><title>Gazette</title>${head}${items}</channel></rss>`;
const itemOf = (inner: string, head = "") => feedOf(rss(`<item>${inner}</item>`, head)).items[0];

describe("parseFeed of RSS", () => {
  it("reads RSS 2.0 with its modules, whatever prefixes they go by", () => {
    const text = `<?xml version="1.0"?>
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"
        xmlns:m="http://search.yahoo.com/mrss/"><channel><title>Port Alder Gazette</title><link>https://gazette.example/</link>
      <language>en-GB</language><item><title>Pilots &amp;amp; ferrymen strike</title><link>https://gazette.example/strike</link>
        <guid isPermaLink="false">g-1</guid><pubDate>Tue, 14 May 2024 07:05:09 +0100</pubDate><d:creator>Mara Quill</d:creator>
        <d:creator>Teo Ansel</d:creator><category>Harbour</category><d:subject>Labour</d:subject>
        <description>The harbour stands still.</description><c:encoded><![CDATA[<p>The harbour <a href="/map">stands</a> still.</p>]]></c:encoded>
        <m:content url="https://gazette.example/small.jpg" type="image/jpeg" width="200"/>
        <m:content url="https://gazette.example/large.jpg" type="image/jpeg" width="900"/></item></channel></rss>`;
    expect(parse(text)).toEqual({
      feed: {
        title: "Port Alder Gazette",
        homePageUrl: "https://gazette.example/",
        language: "en-GB",
        items: [
          {
            id: "g-1",
            url: "https://gazette.example/strike",
            title: "Pilots & ferrymen strike",
            contentHtml: '<p>The harbour <a href="https://gazette.example/map">stands</a> still.</p>',
            summary: "The harbour stands still.",
            publishedAt: "2024-05-14T06:05:09.000Z",
            authors: ["Mara Quill", "Teo Ansel"],
            image: "https://gazette.example/large.jpg",
            tags: ["Harbour", "Labour"],
          },
        ],
        warnings: [],
      },
    });
  });

  it("reads RSS 0.91, 1.0 and its prefixed form, and items beside the channel", () => {
    const rdf = (
      prefix: string,
      declaration: string,
    ) => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ${declaration}>
      <${prefix}channel rdf:about="https://bote.example/"><${prefix}title>Der Bote</${prefix}title></${prefix}channel>
      <${prefix}item rdf:about="https://bote.example/1"><${prefix}title>Fähre</${prefix}title></${prefix}item></rdf:RDF>`;
    const one = { id: "https://bote.example/1", url: "https://bote.example/1", title: "Fähre", authors: [], tags: [] };
    expect([
      feedOf(rdf("", 'xmlns="http://purl.org/rss/1.0/"')).items,
      feedOf(rdf("rss:", 'xmlns:rss="http://purl.org/rss/1.0/"')).items,
      feedOf(rdf("", 'xmlns="http://my.netscape.com/rdf/simple/0.9/"')).title,
      feedOf(
        '<rss version="0.91"><channel><title>Old</title></channel><item><link>https://old.example/1</link></item></rss>',
      ).items,
    ]).toEqual([
      [one],
      [one],
      "Der Bote",
      [{ id: "https://old.example/1", url: "https://old.example/1", title: "", authors: [], tags: [] }],
    ]);
  });

  it("takes a guid for the link where it is an address and nothing else is, never where it says it is none", () => {
    expect([
      itemOf("<guid>https://gazette.example/1</guid>")?.url,
      itemOf('<guid isPermaLink="false">https://gazette.example/1</guid>')?.url,
      itemOf("<guid>4711</guid>")?.url,
      itemOf("<guid>https://gazette.example/1</guid><link>https://gazette.example/2</link>")?.url,
    ]).toEqual(["https://gazette.example/1", undefined, undefined, "https://gazette.example/2"]);
  });

  it("makes relative links absolute, by xml:base, the feed's address or its page, and drops what leads nowhere", () => {
    const relative = rss("<item><link>ferry.html</link></item>");
    expect([
      feedOf(relative, "https://gazette.example/news/feed.xml").items[0]?.url,
      feedOf(relative.replace("<rss", '<rss xml:base="https://base.example/a/"')).items[0]?.url,
      itemOf("<link>/ferry</link>", "<link>https://gazette.example/en/</link>")?.url,
      itemOf("<link>/ferry</link>")?.url,
      itemOf("<link>javascript:alert(1)</link><title>A</title>")?.url,
      itemOf("<link>data:text/html,hello</link><title>A</title>")?.url,
    ]).toEqual([
      "https://gazette.example/news/ferry.html",
      "https://base.example/a/ferry.html",
      "https://gazette.example/ferry",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("gives an item without id, link and date an id of its own that stays the same", () => {
    const ids = () =>
      feedOf(rss("<item><title>A</title></item><item><title>B</title></item>")).items.map(({ id }) => id);
    expect([new Set(ids()).size, ids(), ids().every((id) => id.startsWith("urn:sha256:"))]).toEqual([2, ids(), true]);
  });

  it("reads headlines as plain text: markup dropped, entities decoded as often as they were written", () => {
    const title = (given: string) => itemOf(`<title>${given}</title>`)?.title;
    expect([
      title("AT&amp;amp;T &lt;i&gt;wins&lt;/i&gt;"),
      title("<![CDATA[Caf&eacute; <b>shut</b>]]>"),
      title("Caf&eacute; &nbsp; shut &#8211; again"),
      title("1 &lt; 2 &amp;&amp; 3 > 2"),
      title("The &lt;average&gt; voter"),
      title("Naked <em>markup</em> here"),
      title("Line\n   breaks"),
      title("&lt;script&gt;alert(1)&lt;/script&gt;Harmless"),
    ]).toEqual([
      "AT&T wins",
      "Café shut",
      "Café shut – again",
      "1 < 2 && 3 > 2",
      "The <average> voter",
      "Naked markup here",
      "Line breaks",
      "Harmless",
    ]);
  });

  it("gives a description with markup both ways, one without as a summary, and one as long as an article as the text", () => {
    const long = "The harbour stood still all day. ".repeat(60).trim();
    const texts = (description: string) => {
      const { contentHtml, contentText, summary } = itemOf(`<description>${description}</description>`) ?? {};
      return [contentHtml, contentText, summary];
    };
    expect([
      texts("Plain &amp;amp; short"),
      texts("No markup"),
      texts("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;"),
      texts(long),
    ]).toEqual([
      ["Plain &amp; short", undefined, "Plain & short"],
      [undefined, undefined, "No markup"],
      ["<p>One</p><p>Two</p>", undefined, "One\nTwo"],
      [undefined, long, undefined],
    ]);
  });

  it("finds the names in author elements and leaves mail addresses out", () => {
    const authors = (element: string) => itemOf(element)?.authors;
    expect([
      authors("<author>desk@gazette.example (Mara Quill)</author>"),
      authors("<author>Mara Quill &lt;desk@gazette.example&gt;</author>"),
      authors("<author>desk@gazette.example</author>"),
      authors("<dc:creator>By Mara Quill</dc:creator>"),
    ]).toEqual([["Mara Quill"], ["Mara Quill"], [], ["Mara Quill"]]);
  });

  it("drops dates that no outlet means, and says so", () => {
    const feed = feedOf(
      rss(`<item><title>A</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>
           <item><title>B</title><pubDate>3000-01-01</pubDate></item><item><title>C</title><pubDate>soon</pubDate></item>`),
    );
    expect([feed.items.map(({ publishedAt }) => publishedAt), feed.warnings]).toEqual([
      [undefined, undefined, undefined],
      [
        'dates out of all bounds, left out: 2 (the first is "Mon, 01 Jan 0001 00:00:00 GMT")',
        'dates that cannot be read, left out: 1 ("soon")',
      ],
    ]);
  });
});

describe("parseFeed of Atom", () => {
  it("reads Atom 1.0: text constructs, relations of links, inherited authors and languages", () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://bote.example/en/">
      <title type="html">The &amp;lt;b&amp;gt; &lt;b&gt;Courier&lt;/b&gt;</title><link rel="self" href="feed.atom"/><link href="./"/>
      <author><name>Teo Ansel</name></author>
      <entry><id>tag:bote.example,2024:1</id><title>Ferry &lt;b&gt; stays</title><link rel="enclosure" type="image/png" href="f.png"/>
        <link rel="alternate" type="text/html" href="ferry"/><published>2024-05-14T07:05:09Z</published><updated>2024-05-14T09:00:00+02:00</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <em>stays</em> &amp; waits.<br/></p></div></content>
        <summary>It stays.</summary><category term="Harbour" label="At the harbour"/></entry>
      <entry xml:lang="de"><id>2</id><title type="text">Die &lt;b&gt;-Taste</title><link href="taste"/><updated>2024-05-13</updated>
        <author><name>Mara Quill</name></author><content type="text">Eine Taste.</content></entry></feed>`;
    expect(feedOf(text)).toEqual({
      title: "The <b> Courier",
      homePageUrl: "https://bote.example/en/",
      language: "en",
      items: [
        {
          id: "tag:bote.example,2024:1",
          url: "https://bote.example/en/ferry",
          title: "Ferry stays",
          contentHtml: "<p>It <em>stays</em> &amp; waits.<br /></p>",
          summary: "It stays.",
          publishedAt: "2024-05-14T07:05:09.000Z",
          modifiedAt: "2024-05-14T07:00:00.000Z",
          authors: ["Teo Ansel"],
          image: "https://bote.example/en/f.png",
          tags: ["Harbour"],
        },
        {
          id: "2",
          url: "https://bote.example/en/taste",
          title: "Die <b>-Taste",
          contentText: "Eine Taste.",
          publishedAt: "2024-05-13T00:00:00.000Z",
          modifiedAt: "2024-05-13T00:00:00.000Z",
          authors: ["Mara Quill"],
          tags: [],
          language: "de",
        },
      ],
      warnings: [],
    });
  });

  it("reads Atom 0.3 with its modes, and Atom that forgot its namespace", () => {
    const old = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><entry><id>1</id>
      <title mode="escaped" type="text/html">A &amp;amp; B</title><issued>2004-01-01T10:00:00Z</issued><modified>2004-01-02T10:00:00Z</modified>
      <content mode="base64" type="text/html">PHA+SGVsbG88L3A+</content></entry></feed>`;
    const bare = `<feed><title>Bare</title><entry><title>One</title><link href="https://bare.example/1"/></entry></feed>`;
    expect([feedOf(old).items[0], feedOf(bare).items[0]?.url]).toEqual([
      {
        id: "1",
        title: "A & B",
        contentHtml: "<p>Hello</p>",
        summary: undefined,
        publishedAt: "2004-01-01T10:00:00.000Z",
        modifiedAt: "2004-01-02T10:00:00.000Z",
        authors: [],
        tags: [],
      },
      "https://bare.example/1",
    ]);
  });
});

describe("parseFeed of JSON Feed", () => {
  it("reads versions 1.0 and 1.1, and fields of the wrong type as absent", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Courier",
      home_page_url: "https://courier.example/",
      feed_url: "https://courier.example/feed.json",
      language: "en",
      authors: [{ name: "Mara Quill" }],
      items: [
        {
          id: 17,
          url: "/ferry",
          title: "Ferry &amp; pier",
          content_html: "<p>Shut.</p>",
          summary: "Shut.",
          date_published: "2024-05-14T09:00:00+02:00",
          author: { name: "Teo Ansel" },
          tags: ["Harbour", 7, null],
          banner_image: "https://courier.example/b.jpg",
        },
        { id: "18", content_text: "Plain <text>.", title: ["no"], date_published: {} },
        "no item",
      ],
    };
    expect(feedOf(`\ufeff ${JSON.stringify(feed)}`)).toEqual({
      title: "Courier",
      homePageUrl: "https://courier.example/",
      language: "en",
      items: [
        {
          id: "17",
          url: "https://courier.example/ferry",
          title: "Ferry & pier",
          contentHtml: "<p>Shut.</p>",
          summary: "Shut.",
          publishedAt: "2024-05-14T07:00:00.000Z",
          authors: ["Teo Ansel"],
          image: "https://courier.example/b.jpg",
          tags: ["Harbour", "7"],
        },
        { id: "18", title: "", contentText: "Plain <text>.", authors: ["Mara Quill"], tags: [] },
      ],
      warnings: [],
    });
  });

  it("reads one that breaks off up to its last whole item", () => {
    const whole = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Courier",
      items: ["a", "b", "c"].map((id) => ({ id, title: id, authors: [{ name: "Mara Quill" }] })),
    });
    const feed = feedOf(whole.slice(0, whole.indexOf('"c"') + 20));
    expect([feed.items.map(({ id }) => id), feed.warnings]).toEqual([
      ["a", "b"],
      ["The document breaks off before its end. What follows item 2 was dropped."],
    ]);
  });
});

describe("parseFeed of what is no feed", () => {
  it.each([
    ["", "empty-document"],
    ["\0\0 \n", "empty-document"],
    ["<!DOCTYPE html><html><body>Hello</body></html>", "html"],
    ["  <html><head><link rel='alternate' type='application/rss+xml' href='/f'></head>", "html"],
    ["<opml version='2.0'><body/></opml>", "not-a-feed"],
    ['{"openapi":"3.0"}', "not-a-feed"],
    ["[1,2,3]", "not-a-feed"],
    ["Just words.", "not-a-feed"],
  ])("names it: %j is %s", (text, reason) => {
    const parsed = parse(text);
    expect("skip" in parsed && [parsed.skip.stage, parsed.skip.reason]).toEqual(["ingest", reason]);
  });

  it("takes a feed without items for a feed", () => {
    expect([feedOf("<rss/>"), feedOf('<feed xmlns="http://www.w3.org/2005/Atom"/>')]).toEqual([
      { title: "", items: [], warnings: [] },
      { title: "", items: [], warnings: [] },
    ]);
  });

  it("finds a feed behind what a broken site prints before it", () => {
    expect(
      feedOf(
        `\n<br />\n<b>Warning</b>: division by zero<br />\n<?xml version="1.0"?>${rss("<item><title>A</title></item>")}`,
      ).items,
    ).toHaveLength(1);
  });
});
