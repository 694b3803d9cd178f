import { describe, expect, it } from "vitest";
import { discoverFeed } from "../../src/pipeline/discover-feed.ts";
import { type Answering, redirect, serve, status, testFetcher } from "../fetch/loopback.ts";

const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>The ferry sailed</title></item></channel></rss>`;
const page = (...links: string[]) =>
  `<!doctype html><html><head>${links.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`).join("")}</head><body>News</body></html>`;

/** What is found at "/" of a site, with the site's address left out. */
async function find(pages: Record<string, Answering | string>, address = (url: string) => `${url}/`) {
  const { url, port } = await serve(pages);
  const plain = (text: string) => text.replaceAll(url, "").replaceAll(`127.0.0.1:${port}`, "HOST");
  try {
    const found = await discoverFeed(testFetcher(), address(url));
    return { url: plain(found.url), title: found.parsed.title, others: found.others.map(plain) };
  } catch (error) {
    return plain((error as Error).message);
  }
}

describe("finding a feed", () => {
  it("takes an address that is a feed", async () => {
    expect(await find({ "/": rss("Gazette") })).toEqual({ url: "/", title: "Gazette", others: [] });
  });

  it("takes the first feed that the page offers, and names the others", async () => {
    const pages = {
      "/": page("/broken", "/news.xml", "/sport.xml"),
      "/broken": "<html></html>",
      "/news.xml": rss("News"),
    };
    expect(await find(pages)).toEqual({ url: "/news.xml", title: "News", others: ["/broken", "/sport.xml"] });
  });

  it("keeps the address it has moved to for good", async () => {
    const pages = { "/": page("/old"), "/old": redirect(301, "/new"), "/new": rss("Gazette") };
    expect(await find(pages)).toMatchObject({ url: "/new" });
  });

  it("looks in the usual places of a site whose page offers none", async () => {
    expect(await find({ "/": page(), "/rss": rss("Gazette") })).toEqual({ url: "/rss", title: "Gazette", others: [] });
  });

  it("needs no scheme: what does not speak TLS is asked without", async () => {
    const found = await find({ "/": rss("Gazette") }, (url) => url.replace("http://", ""));
    expect(found).toMatchObject({ url: "/" });
  });

  it.each(["feed:", "feed://"])("understands %s as desktop readers do", async (prefix) => {
    const found = await find({ "/": rss("Gazette") }, (url) => `${prefix}${url}`);
    expect(found).toMatchObject({ title: "Gazette" });
  });

  it("says what each offered feed came to where none can be read", async () => {
    const pages = { "/": page("/a", "/b"), "/a": status(403), "/b": "<html></html>" };
    expect(await find(pages)).toBe("No feed that / offers could be read: /a failed (http-403); /b is no feed.");
  });

  it("says what to do where there is none", async () => {
    expect(await find({ "/": page() })).toBe(
      "/ is no feed, and the page there offers none; look for the site's RSS address and add that.",
    );
  });

  it("says why an address does not answer", async () => {
    expect(await find({})).toBe("/ cannot be added. HOST has nothing at this address (404).");
  });

  it.each(["not an address", "ftp://gazette.example/feed", "javascript:alert(1)", "gazette", "http://", ""])(
    "asks for an address in place of %j",
    async (address) => {
      expect(await find({}, () => address)).toBe(
        `"${address}" is no web address; give one such as https://gazette.example/feed.`,
      );
    },
  );
});
