import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJsonFeed } from "../../src/ingest/json-feed.ts";
import { parseFeed } from "../../src/ingest/parse-feed.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rss = (inner: string) => bytesOf(`<rss><channel><title>Gazette</title>${inner}</channel></rss>`);

/** Parses within a time that only something quadratic would miss. */
function quickly(bytes: Uint8Array) {
  const started = performance.now();
  const parsed = parseFeed(bytes, { url: "https://gazette.example/feed" });
  expect(performance.now() - started).toBeLessThan(10_000);
  if ("skip" in parsed) return { skip: parsed.skip.reason };
  const [first] = parsed.feed.items;
  return { items: parsed.feed.items.length, titleLength: first?.title.length ?? 0, warnings: parsed.feed.warnings };
}

describe("a hostile feed gets a named outcome, quickly", () => {
  it("of 100 MB", () => {
    expect(quickly(new Uint8Array(100_000_000).fill(60))).toEqual({ skip: "too-large" });
  });

  it("with entity bombs", () => {
    const names = "abcdefghij".split("");
    const laughs = names.map((name, i) => `<!ENTITY ${name} "${`&${names[i - 1] ?? "lol"};`.repeat(10)}">`).join("");
    const flood = `<!ENTITY k "${"x".repeat(400)}">`;
    const feed = `<!DOCTYPE rss [${laughs}${flood}]><rss><channel><item><title>&j;</title><description>${"&k;".repeat(100_000)}</description></item></channel></rss>`;
    const outcome = quickly(bytesOf(feed));
    expect([outcome.items, Number(outcome.titleLength) < 500]).toEqual([1, true]);
  });

  it("with a file in an entity: it is not read", () => {
    const feed = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><title>A&x;B</title></item></channel></rss>`;
    const parsed = parseFeed(bytesOf(feed));
    expect("feed" in parsed && parsed.feed.items[0]?.title).toBe("A&x;B");
  });

  it("with elements nested without end, in the feed and in its texts", () => {
    expect(quickly(rss(`<item><title>A</title></item><item>${"<a>".repeat(1_000_000)}`))).toEqual({
      items: 1,
      titleLength: 1,
      warnings: ["Elements are nested more than 200 deep; the rest was left out. What follows item 1 was dropped."],
    });
    expect(
      quickly(rss(`<item><title>A</title><description><![CDATA[${"<b>".repeat(300_000)}]]></description></item>`))
        .items,
    ).toBe(1);
  });

  it("with a title of 10 MB, and texts of more", () => {
    expect(quickly(rss(`<item><title>${"word ".repeat(2_000_000)}</title></item>`))).toEqual({
      items: 1,
      titleLength: 495,
      warnings: [],
    });
    expect(
      quickly(rss(`<item><title>A</title><description>${"&lt;p&gt;word ".repeat(1_000_000)}</description></item>`))
        .warnings,
    ).toEqual(["texts of more than 1000000 characters, cut: 1"]);
  });

  it("with 50,000 items: the newest 2,000 are kept in their order", () => {
    const items = Array.from({ length: 50_000 }, (_, i) => {
      const date = new Date(Date.UTC(2024, 0, 1) + i * 60_000).toUTCString();
      return `<item><guid>${i}</guid><title>Title ${i}</title><pubDate>${date}</pubDate></item>`;
    });
    const parsed = parseFeed(rss(items.join("")));
    const ids = "feed" in parsed ? parsed.feed.items.map(({ id }) => Number(id)) : [];
    expect([ids[0], ids.at(-1), ids.length, "feed" in parsed && parsed.feed.warnings]).toEqual([
      48_000,
      49_999,
      2000,
      ["The feed has 50000 items; the newest 2000 were kept."],
    ]);
  });

  it("with NUL bytes and half characters: none reaches the store", () => {
    const parsed = parseFeed(
      rss(
        "<item><guid>\0a&#0;</guid><title>A\0B&#xD800;C\x07</title><description>&lt;p&gt;x\0&#xDFFF;y&lt;/p&gt;</description></item>",
      ),
    );
    const written = JSON.stringify("feed" in parsed && toJsonFeed(parsed.feed));
    expect([written.includes("\\u0000"), written.includes("\\ud800"), written.includes("\\u0007")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("with JSON nested without end", () => {
    expect(quickly(bytesOf(`{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(5_000_000)}`))).toEqual({
      skip: "not-a-feed",
    });
  });
});

const sample = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Gazette</title>
<item><guid>1</guid><title>Ferry &amp; pier</title><link>https://gazette.example/1</link><pubDate>Tue, 14 May 2024 07:05:09 BST</pubDate>
<description><![CDATA[<p>It <b>stays</b>.</p>]]></description><media:content url="https://gazette.example/1.jpg" medium="image"/></item>
<item><guid>2</guid><title>Pilots</title><description>They strike.</description></item></channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><entry><id>1</id><title type="html">A &amp;amp; B</title>
<link href="/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>`;
const json = `{"version":"https://jsonfeed.org/version/1.1","title":"Courier","items":[{"id":"1","content_html":"<p>A</p>","tags":["x"]}]}`;

describe("parseFeed on anything", () => {
  it("keeps every whole item of a feed that is cut off anywhere", () => {
    for (let end = sample.indexOf("<channel>") + 9; end <= sample.length; end++) {
      const cut = sample.slice(0, end);
      const parsed = parseFeed(bytesOf(cut));
      expect("feed" in parsed && parsed.feed.items.length).toBe(cut.split("</item>").length - 1);
    }
  });

  it("never throws on arbitrary bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.string(), { nil: undefined }),
        (bytes, contentType) => {
          const parsed = parseFeed(bytes, contentType === undefined ? {} : { contentType });
          expect("feed" in parsed || parsed.skip.reason !== "").toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never throws on feeds with pieces replaced, doubled and left out, and gives whole items", () => {
    const bits = fc.constantFrom(
      "<",
      ">",
      "&",
      "]]>",
      "<![CDATA[",
      "<!--",
      "</item>",
      "<item>",
      "\0",
      "&#x110000;",
      "xmlns:a='b'",
      "<!DOCTYPE [",
      '"',
      "\u{1f6a2}",
      "{",
      "}",
      "\\",
    );
    fc.assert(
      fc.property(
        fc.constantFrom(sample, atom, json),
        fc.array(fc.tuple(fc.nat(800), fc.nat(40), bits), { minLength: 1, maxLength: 6 }),
        (text, edits) => {
          let broken = text;
          for (const [at, length, bit] of edits) {
            const start = at % (broken.length + 1);
            broken = broken.slice(0, start) + bit + broken.slice(start + length);
          }
          const parsed = parseFeed(bytesOf(broken), { url: "https://gazette.example/feed" });
          if ("skip" in parsed) return;
          for (const { id, url, publishedAt } of parsed.feed.items) {
            expect(id).not.toBe("");
            if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
            if (publishedAt !== undefined) expect(Number.isNaN(Date.parse(publishedAt))).toBe(false);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
