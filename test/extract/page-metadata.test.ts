import { describe, expect, it } from "vitest";
import { type ExtractedPage, extractPage } from "../../src/extract/extract-page.ts";

const prose = [
  "The upper wall of the Orsova Gorge dam broke before dawn on Tuesday, sending water through three valleys, the water authority said.",
  "Ilse Marant, governor of the province of Lindach, ordered 21,000 people to leave their homes within the hour.",
];

/** What is known of a page with this in its head and this around its prose. */
function read(
  { head = "", before = "", after = "", html = "" },
  url = "https://gazette.example/news/dam",
): ExtractedPage {
  const page = `<!doctype html><html ${html}><head>${head}</head><body><main><article>${before}${prose
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")}${after}</article></main></body></html>`;
  const result = extractPage(page, { url });
  if ("skip" in result) throw new Error(result.skip.reason);
  return result.page;
}
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

describe("what a page says of itself", () => {
  it("is read from JSON-LD, references between its nodes included", () => {
    const graph = {
      "@graph": [
        { "@type": "WebPage", "@id": "#page", name: "A page" },
        {
          "@type": "ReportageNewsArticle",
          headline: "Dam breaks",
          author: [{ "@id": "#ann" }, { "@type": "Person", name: "Jo Varga" }],
          publisher: { "@id": "#gazette" },
          image: { "@id": "#image" },
          datePublished: "2026-11-17T06:02:00+01:00",
          dateModified: "2026-11-17T09:00:00Z",
          inLanguage: "en-GB",
        },
        { "@id": "#ann", "@type": "Person", name: "Ann Teller" },
        { "@id": "#gazette", "@type": "Organization", name: "The Harbour Gazette" },
        { "@id": "#image", "@type": "ImageObject", url: "/dam.jpg" },
      ],
    };
    expect(read({ head: jsonLd(graph) })).toMatchObject({
      title: "Dam breaks",
      byline: "Ann Teller, Jo Varga",
      outlet: "The Harbour Gazette",
      image: "https://gazette.example/dam.jpg",
      publishedAt: "2026-11-17T05:02:00.000Z",
      modifiedAt: "2026-11-17T09:00:00.000Z",
      language: "en-GB",
    });
  });

  it("is read from JSON-LD with line breaks in its strings, and not from what is none", () => {
    const broken = '{"@type":"NewsArticle",\n"headline":"Dam\nbreaks"}';
    expect(read({ head: jsonLd("{{ template }}") + jsonLd(broken) }).title).toBe("Dam breaks");
    expect(read({ head: jsonLd({ "@type": "JobPosting", headline: "Engineer wanted" }) }).title).toBe("");
    expect(read({ head: jsonLd("[".repeat(100_000)) }).title).toBe("");
  });

  it("is read from meta elements, of which one may have several names", () => {
    const head = `<meta property="x og:title" content="Dam breaks"><meta name="byl" content="By Ann Teller">
      <meta property="og:site_name" content="The Harbour Gazette"><meta name="parsely-pub-date" content="2026-11-17T05:02:00Z">
      <meta property="og:image" content="javascript:steal()"><meta property="og:locale" content="en_GB">`;
    const page = read({ head });
    expect(page).toMatchObject({
      title: "Dam breaks",
      byline: "Ann Teller",
      outlet: "The Harbour Gazette",
      publishedAt: "2026-11-17T05:02:00.000Z",
      language: "en-GB",
    });
    expect(page).not.toHaveProperty("image");
  });

  it("is read from microdata", () => {
    const before = `<h1 itemprop="headline">Dam breaks</h1>
      <span itemprop="author" itemscope><span itemprop="name">Ann Teller</span>, reporter</span>
      <time itemprop="datePublished" datetime="2026-11-17T05:02:00Z">today</time><meta itemprop="dateModified" content="2026-11-18">`;
    expect(read({ before })).toMatchObject({
      title: "Dam breaks",
      byline: "Ann Teller",
      publishedAt: "2026-11-17T05:02:00.000Z",
      modifiedAt: "2026-11-18T00:00:00.000Z",
    });
  });

  it.each([
    ['<p class="byline">By Ann Teller | 17 November 2026</p>', "Ann Teller", undefined],
    [
      '<a rel="author" href="/ann">Ann Teller</a><span class="publish-date">Published: November 17, 2026 at 6:02</span>',
      "Ann Teller",
      "2026-11-17",
    ],
    ['<div class="article-date">17.11.2026</div>', undefined, "2026-11-17"],
    [
      '<aside><time datetime="2020-01-01">an older story</time></aside><time>17 November 2026</time>',
      undefined,
      "2026-11-17",
    ],
    ['<p class="date">5 minutes ago</p>', undefined, undefined],
  ])("is read from what is visible: %s", (before, byline, day) => {
    const page = read({ before });
    expect([page.byline, page.publishedAt?.slice(0, 10)]).toEqual([byline, day]);
  });

  it("takes the title that readers see, where several are given", () => {
    const head = `${jsonLd({ "@type": "Article", headline: "a dam in the province of Lindach", name: "Orsova Gorge dam" })}<title>Orsova Gorge dam - Almanac</title>`;
    expect(read({ head, before: "<h1>Orsova Gorge dam</h1>" }).title).toBe("Orsova Gorge dam");
    expect(read({ head: '<meta property="og:title" content="Dam breaks"><title>Almanac</title>' }).title).toBe(
      "Dam breaks",
    );
    expect(read({ head: "<title>Dam breaks above three valleys | Almanac</title>" }).title).toBe(
      "Dam breaks above three valleys",
    );
    expect(read({ before: "<h1>Dam breaks</h1>" }).title).toBe("Dam breaks");
  });

  it("does not believe that an article stands at the front page's address", () => {
    const head = '<link rel="canonical" href="https://gazette.example/">';
    expect(read({ head })).not.toHaveProperty("canonicalUrl");
    expect(read({ head }, "https://gazette.example/?p=17")).not.toHaveProperty("canonicalUrl");
    expect(read({ head: '<link rel="canonical" href="/dam">' }).canonicalUrl).toBe("https://gazette.example/dam");
  });
});

describe("a page that is not free for all", () => {
  it.each([
    ["in JSON-LD", { head: jsonLd({ "@type": "NewsArticle", isAccessibleForFree: "False" }) }],
    ["in a part of its JSON-LD", { head: jsonLd({ "@type": "NewsArticle", hasPart: { isAccessibleForFree: false } }) }],
    ["in a meta element", { head: '<meta property="article:content_tier" content="locked">' }],
    ["in English", { after: "<div>Subscribe now to continue reading.</div>" }],
    ["in German", { after: "<div>Jetzt weiterlesen</div>" }],
    ["in French", { after: "<div>Il vous reste 74.5% de cet article à lire.</div>" }],
    ["in Spanish", { after: "<div>Contenido exclusivo para suscriptores</div>" }],
  ])("says so %s", (_, page) => {
    expect(read(page).paywalled).toBe(true);
  });

  it.each([
    ["an offer of a newsletter", "<div>Subscribe to our newsletter</div>"],
    [
      "a report about paywalls",
      `<p>${"The paper, which asks readers to subscribe to continue reading, lost ".repeat(5)}</p>`,
    ],
    ["free for all", ""],
  ])("is not %s", (_, after) => {
    const head = jsonLd({ "@type": "NewsArticle", isAccessibleForFree: true });
    expect(read({ head, after }).paywalled).toBe(false);
  });

  it.each([
    "<p>The first of the houses was …</p>",
    "<p>The first of the houses [...]</p>",
    "<p>The first of the houses.</p><p>Continue reading</p>",
  ])("is cut short where its end says so: %s", (after) => {
    expect(read({ after }).cutShort).toBe(true);
  });

  it("is not cut short by an ellipsis at the end of a whole article", () => {
    const whole = Array.from({ length: 20 }, () => `<p>${prose[0]}</p>`).join("");
    expect(read({ before: whole, after: "<p>And so it goes on…</p>" })).not.toHaveProperty("cutShort");
    expect(read({})).not.toHaveProperty("cutShort");
  });
});

describe("a page that asks to be left alone by machines", () => {
  it.each([
    ['<meta name="tdm-reservation" content="1">', "tdm-reservation"],
    ['<meta name="robots" content="index, noai, noimageai">', "noai"],
    ['<meta name="tdm-reservation" content="0"><meta name="robots" content="noarchive">', undefined],
  ])("says so: %s", (head, optOut) => {
    expect(read({ head }).optOut).toBe(optOut);
  });
});
