import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../src/ingest/canonical-url.ts";

describe("canonicalUrl", () => {
  it.each([
    "https://gazette.example/harbour/ferry",
    "http://gazette.example/harbour/ferry",
    "https://gazette.example:443/harbour/ferry/",
    "https://GAZETTE.example/harbour/ferry#comments",
    "https://gazette.example//harbour/ferry/?utm_source=rss&utm_medium=feed",
    "https://gazette.example/harbour/ferry?at_medium=RSS&at_campaign=KARANGA",
    "https://gazette.example/harbour/ferry?ns_mchannel=rss&amp;ns_campaign=x",
    "https://gazette.example/harbour/ferry?CMP=Share_iOSApp_Other&fbclid=IwAR0",
    "https://gazette.example/harbour/ferry?ref=rss&source=twitter&mod=rss_world",
    "https://gazette.example/harbour/ferry;jsessionid=0A1B2C?",
    "https://gazette.example/harbour/ferry/amp/",
    "https://gazette.example/harbour/ferry?amp=1&outputType=amp",
    "https://www.google.com/url?rct=j&url=https://gazette.example/harbour/ferry&ct=ga",
    "https://www.google.com/amp/s/gazette.example/harbour/ferry",
    "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/harbour/ferry",
  ])("brings the ways to one article together: %s", (address) => {
    expect(canonicalUrl(address)).toBe("https://gazette.example/harbour/ferry");
  });

  it.each([
    "https://gazette.example/story?id=17",
    "https://gazette.example/?p=4821",
    "https://gazette.example/story?ref=12345",
    "https://gazette.example/story?cid=7&from=2024-05-01",
    "https://gazette.example/news/article?storyId=9&at=3",
    "https://gazette.example/story.php?nid=2&sid=1",
    "https://gazette.example/#!/story/17",
    "https://gazette.example/example/champ",
    "http://127.0.0.1:8099/gazette/articles/a.html",
  ])("leaves what may name the article: %s", (address) => {
    expect(canonicalUrl(address)).toBe(address);
  });

  it("hands back what is no web address", () => {
    expect(["tag:gazette.example,2024:17", "not an address", ""].map(canonicalUrl)).toEqual([
      "tag:gazette.example,2024:17",
      "not an address",
      "",
    ]);
  });

  it("never throws, and says the same of its own answer", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        expect(canonicalUrl(once)).toBe(once);
      }),
      { examples: ["???", "?a&?", "?a??", "?a??&utm_source=b"].map((search) => [`http://a.aa/${search}`]) },
    );
  });
});
