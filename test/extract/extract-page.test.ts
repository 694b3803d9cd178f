import { describe, expect, it } from "vitest";
import { extractPage } from "../../src/extract/extract-page.ts";

const paragraphs = [
  "The upper wall of the Orsova Gorge dam broke before dawn on Tuesday, sending water through three valleys, the water authority said.",
  "Ilse Marant, governor of the province of Lindach, ordered 21,000 people to leave their homes within the hour.",
  "Engineers are still counting how much of the wall is left, and nobody knows when the road to Port Alder will open.",
];

const page = `<!doctype html><html lang="en-GB"><head><title>Dam breaks above three valleys | The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette"><link rel="canonical" href="/news/dam?utm_source=x">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Dam breaks above three valleys",
"datePublished":"2026-11-17T06:02:00+01:00","author":[{"name":"By Ann Teller"},{"name":"Jo Varga"}],"isAccessibleForFree":"False"}]}</script></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Dam breaks above three valleys</h1>
<p>${paragraphs[0]}</p><figure><img src="x.jpg"><figcaption>The gorge, seen from the north.</figcaption></figure>
<p>${paragraphs[1]}</p><p>Read more: how dams are built</p><ul><li><a href="/a">Another story</a></li><li><a href="/b">And another</a></li></ul>
<p>${paragraphs[2]}</p></article><footer>All rights reserved</footer></body></html>`;

describe("extracting a page", () => {
  it("gives the article's own prose and what the page says about it", () => {
    expect(extractPage(page, { url: "https://gazette.example/news/dam" })).toEqual({
      page: {
        url: "https://gazette.example/news/dam",
        title: "Dam breaks above three valleys",
        byline: "Ann Teller, Jo Varga",
        outlet: "The Harbour Gazette",
        publishedAt: "2026-11-17T05:02:00.000Z",
        language: "en-GB",
        text: paragraphs.join("\n"),
        canonicalUrl: "https://gazette.example/news/dam?utm_source=x",
        paywalled: true,
        genre: "report",
      },
    });
  });

  it("takes the outlet's name off the title when only <title> has one", () => {
    const plain = page.replace(/<script[\s\S]*?<\/script>/, "");
    expect(extractPage(plain)).toMatchObject({ page: { title: "Dam breaks above three valleys" } });
  });

  it("lets no script, style or event handler through into text", () => {
    const hostile = page.replace(
      String(paragraphs[1]),
      `${paragraphs[1]}<script>steal()</script><style>p{}</style><img onerror="steal()">`,
    );
    expect(extractPage(hostile)).toMatchObject({ page: { text: paragraphs.join("\n") } });
  });

  it("never keeps an address that is not http", () => {
    const hostile = page.replace("/news/dam?utm_source=x", "javascript:steal()");
    expect(extractPage(hostile, { url: "https://gazette.example/news/dam" })).not.toHaveProperty("page.canonicalUrl");
  });

  it("says that a page asks not to be mined", () => {
    const reserved = page.replace("<head>", '<head><meta name="tdm-reservation" content="1">');
    expect(extractPage(reserved)).toHaveProperty("page.optOut", "tdm-reservation");
  });
});

describe("a page that holds no article is a named skip", () => {
  const reasonOf = (html: string) => {
    const result = extractPage(html);
    return "skip" in result ? result.skip.reason : "page";
  };

  it("when it is empty", () => expect(reasonOf("  \n")).toBe("empty-page"));
  it("when it has too little text", () => expect(reasonOf("<p>Subscribe to read on.</p>")).toBe("too-little-text"));
  it("when it is nested without end", () => expect(reasonOf("<div>".repeat(50_000))).toBe("page-too-deep"));
  it("when it is too large", () => expect(reasonOf("x".repeat(6_000_001))).toBe("page-too-large"));
  it("when it is noise", () => expect(reasonOf("\u0000<<<>&#xFFFFFFFF;</p></html><html")).toBe("too-little-text"));
});
