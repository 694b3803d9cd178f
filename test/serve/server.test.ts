import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { UserError } from "../../src/model/errors.ts";
import { createServer } from "../../src/serve/server.ts";
import type { SiteEdition } from "../../src/serve/site-edition.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "./filled-store.ts";

let opened: TestStore;
let server: ReturnType<typeof createServer>;
const story = "/story/car-ferry-merle-runs-aground-off-corvale-merle1";

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  server = createServer(siteOver(opened.store));
});
afterAll(() => opened.drop());

const at = (publicUrl: string, rest: Partial<SiteEdition> = {}) => {
  const site = siteOver(opened.store, rest);
  return createServer({ ...site, edition: { ...site.edition, publicUrl } });
};

describe("every answer", () => {
  it.each(["/", story, "/feed.xml", "/api/v1/stories", "/nothing-here", "/robots.txt"])(
    "keeps strangers' texts harmless: %s",
    async (path) => {
      const { headers } = await server.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("geolocation=()");
    },
  );

  it("of the sample edition keeps search engines out, in pages, feeds and API alike", async () => {
    const sample = createServer(siteOver(opened.store, { sample: true }));
    for (const path of ["/", story, "/feed.xml", "/api/v1/stories", "/nothing-here"])
      expect((await sample.request(path)).headers.get("x-robots-tag"), path).toBe("noindex");
    expect(await (await sample.request("/robots.txt")).text()).toBe("User-agent: *\nDisallow: /\n");
  });

  it("is not sent again while it is the same", async () => {
    const first = await server.request(story);
    const etag = first.headers.get("etag") ?? "";
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await server.request(story, { headers: { "if-none-match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const other = await server.request(story, { headers: { "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
  });

  it("is compressed for those who can read that", async () => {
    const { headers } = await server.request(story, { headers: { "accept-encoding": "gzip" } });
    expect(headers.get("content-encoding")).toBe("gzip");
    expect(headers.get("vary")).toContain("Accept-Encoding");
  });

  it("answers HEAD as GET, without the body", async () => {
    const head = await server.request(story, { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([
      200,
      "text/html; charset=UTF-8",
      "",
    ]);
  });

  it("keeps the style sheet for a year, since its address changes with it", async () => {
    const page = await (await server.request("/")).text();
    const path = page.match(/href="(\/style-[^"]+)"/)?.[1] ?? "";
    const { status, headers } = await server.request(path);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      200,
      "text/css; charset=utf-8",
      "public, max-age=31536000, immutable",
    ]);
  });
});

describe("what cannot be answered", () => {
  it("is a page for readers", async () => {
    const answer = await server.request("/nothing-here");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).toContain("<h1>There is no such page</h1>");
  });

  it("is JSON for programs", async () => {
    const answer = await server.request("/api/v1/nothing");
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: { code: "not-found", message: "There is nothing at this address." } },
    ]);
  });

  it.each([
    "/subject/astrology",
    "/topic/Nobody",
    "/sources?page=99",
    "/outlet/nobody",
    "/story/no-such-story",
    "/outlet/nobody/feed.xml",
    "/api/v1/stories/nobody",
    "/topic/%E0%A4%A",
  ])("is 404 for what does not exist: %s", async (path) => expect((await server.request(path)).status).toBe(404));

  it.each([
    ["/sources?page=1e9", 'The parameter "page" must be a whole number from 1 to 500.'],
    ["/search?page=x&q=a", 'The parameter "page" must be a whole number from 1 to 500.'],
    [`/search?q=${"x".repeat(301)}`, 'The parameter "q" may have 300 characters.'],
    ["/api/v1/stories?limit=1000", 'The parameter "limit" must be a whole number from 1 to 100.'],
    ["/api/v1/stories?order=oldest", 'The parameter "order" must be one of rank, newest.'],
    [
      "/api/v1/stories?language=English",
      'The parameter "language" must be a language code of two or three letters, such as en.',
    ],
    ["/api/v1/search", 'The parameter "q" must have 1 to 300 characters.'],
    ["/api/v1/stories/merle1?revision=-1", 'The parameter "revision" must be a whole number from 1 to 1000000000.'],
  ])("is 400 for a parameter that will not do, and says what would: %s", async (path, message) => {
    const answer = await server.request(path);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(path.startsWith("/api/") ? JSON.parse(text).error.message : text.replaceAll("&quot;", '"')).toContain(
      message,
    );
  });

  it("says which methods there are for the others", async () => {
    const answer = await server.request("/about", { method: "DELETE" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("shows nothing of what went wrong inside", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const site = siteOver(opened.store, {
      stage: () => {
        throw new Error("the secret of /etc/backstory");
      },
    });
    const broken = createServer(site);
    const answer = await broken.request("/api/v1/progress");
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: { code: "internal", message: "Something went wrong here; it is in the log." } },
    ]);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it("says what a circumstance that will pass is", async () => {
    const full = createServer(
      siteOver(opened.store, {
        stage: () => {
          throw new UserError("disk-full", "The disk is full.");
        },
      }),
    );
    const answer = await full.request("/api/v1/progress");
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { error: { code: "disk-full", message: "The disk is full." } },
    ]);
  });

  it("leads an address with a slash at its end to the right one", async () => {
    const answer = await server.request("http://localhost/subject/world/?page=2");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/subject/world?page=2"]);
  });

  it.each(["//elsewhere.example/", "/%5Celsewhere.example/", "/%0d%0aLocation:%20x/", "/%09/elsewhere.example/"])(
    "never leads to another host: %s",
    async (path) => {
      const answer = await server.request(`http://localhost${path}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
    },
  );

  it("refuses a body that is too large", async () => {
    const answer = await server.request("/welcome", { method: "POST", body: "x".repeat(5_000_001) });
    expect(answer.status).toBe(413);
  });
});

describe("below a sub-path", () => {
  const below = (path: string) => at("https://news.example/strait/").request(path);

  it.each(["/strait/", "/"])("links with the sub-path, whether or not the proxy passes it on: %s", async (path) => {
    const html = await (await below(path)).text();
    const links = [...html.matchAll(/\s(?:href|src|action)="([^"]+)"/g)].map((match) => String(match[1]));
    const own = links.filter((link) => link.startsWith("/"));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((link) => !link.startsWith("/strait/"))).toEqual([]);
    expect(html).toContain('<link rel="canonical" href="https://news.example/strait/"/>');
  });

  it("redirects there, and gives feeds and API the public address", async () => {
    expect((await below("/strait/story/wrong-name-merle1")).headers.get("location")).toBe(`/strait${story}`);
    expect(await (await below("/strait/feed.xml")).text()).toContain(
      `<link>https://news.example/strait${story}</link>`,
    );
    const { stories } = (await (await below("/strait/api/v1/stories")).json()) as { stories: { url: string }[] };
    expect(stories[0]?.url).toBe(`https://news.example/strait${story}`);
  });

  it("is not confused by a path that only begins like it", async () => {
    expect((await below("/straitened")).status).toBe(404);
  });
});

describe("going to the real edition", () => {
  const post = (headers: Record<string, string>, publicUrl?: string) => {
    const shown = vi.fn();
    const sample = siteOver(opened.store, { sample: true, behind: { isReady: async () => true, show: shown } });
    const site = publicUrl === undefined ? sample : { ...sample, edition: { ...sample.edition, publicUrl } };
    return { shown, answer: createServer(site).request("/edition/real", { method: "POST", headers }) };
  };

  it.each([
    ["a page of ours", { host: "127.0.0.1:4321", origin: "http://127.0.0.1:4321", "sec-fetch-site": "same-origin" }],
    ["a page whose browser hides its origin", { host: "localhost", origin: "null", "sec-fetch-site": "same-origin" }],
    ["a program", { host: "localhost:4321" }],
    ["a name of the local network", { host: "newsbox.local", origin: "http://newsbox.local" }],
  ])("is done for %s", async (_, headers) => {
    const { shown, answer } = post(headers);
    expect([(await answer).status, (await answer).headers.get("location")]).toEqual([303, "/"]);
    expect(shown).toHaveBeenCalledOnce();
  });

  it.each([
    ["another site", { host: "127.0.0.1:4321", origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site over plain http", { host: "127.0.0.1:4321", origin: "http://evil.example" }],
    ["another site without an origin", { host: "127.0.0.1:4321", "sec-fetch-site": "cross-site" }],
    ["a page in a sandbox", { host: "127.0.0.1:4321", origin: "null" }],
    ["a host name that was pointed at this machine", { host: "evil.example", origin: "http://evil.example" }],
  ])("is refused to %s", async (_, headers) => {
    const { shown, answer } = post(headers);
    expect((await answer).status).toBe(403);
    expect(shown).not.toHaveBeenCalled();
  });

  it("is done behind a proxy that says where readers are", async () => {
    const headers = { host: "127.0.0.1:4321", origin: "https://news.example", "sec-fetch-site": "same-origin" };
    const { shown, answer } = post(headers, "https://news.example/strait");
    expect((await answer).headers.get("location")).toBe("/strait/");
    expect(shown).toHaveBeenCalledOnce();
  });
});
