import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { checkFeeds } from "../../src/pipeline/check-feeds.ts";
import { type Answering, redirect, serve, status, testFetcher } from "../fetch/loopback.ts";

const day = "Mon, 16 Nov 2026 08:00:00 GMT";
const item = (title: string, date = day) => `<item><title>${title}</title><pubDate>${date}</pubDate></item>`;
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Gazette</title>${items.join("")}</channel></rss>`;
const english = item("The ferry from Port Alder did not sail because the pilots would not board it");
const italian = item("Il traghetto non è partito lunedì perché i piloti del porto hanno scioperato");
const healthy = rss(english);

/** As a server that names one encoding and sends another. */
const wrongCharset: Answering = (_request, response) =>
  response
    .writeHead(200, { "content-type": "application/rss+xml; charset=iso-8859-1" })
    .end(rss(item("The café at the ferry of Port Alder did not open because its cook would not come")));

const gzipped: Answering = (_request, response) =>
  response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(healthy));

async function check(pages: Record<string, Answering | string>) {
  const { url } = await serve(pages);
  const feeds = Object.keys(pages).map((path) => ({
    id: path,
    outletId: "gazette",
    url: `${url}${path}`,
    status: "active" as const,
  }));
  const { config } = loadConfig(undefined, {}, {});
  const states: Record<string, string> = {};
  const words: string[] = [];
  await checkFeeds(
    { fetcher: testFetcher({ timeoutMs: 500 }), config, now: () => new Date("2026-11-17T06:00:00Z") },
    [...feeds, { id: "closed", outletId: "gazette", url: "http://127.0.0.1:1/feed", status: "active" as const }],
    ({ feed, findings }) => {
      states[feed.id] = findings.map(({ state }) => state).join(", ");
      for (const finding of findings)
        words.push(`${finding.words} ${finding.todo}`.replaceAll(url, "http://gazette.example"));
    },
  );
  return { states, words };
}

describe("checking feeds", () => {
  it("names what is wrong with each", async () => {
    const pages = {
      "/healthy": healthy,
      "/gzip": gzipped,
      "/gone": status(410),
      "/not-found": status(404),
      "/forbidden": status(403),
      "/server-error": status(500),
      "/moved": redirect(301, "/healthy"),
      "/moved-for-now": redirect(302, "/healthy"),
      "/circle": redirect(302, "/circle"),
      "/html": "<!doctype html><html><body>Hello World</body></html>",
      "/empty": "",
      "/no-items": rss(),
      "/cut-off": `${rss(english).slice(0, -"</channel></rss>".length)}<item><title>The pil`,
      "/wrong-charset": wrongCharset,
      "/stale": rss(
        item("The ferry from Port Alder did not sail because pilots refused", "Mon, 02 Mar 2026 08:00:00 GMT"),
      ),
      "/language": rss(italian),
      "/silent": () => {},
    };
    expect((await check(pages)).states).toEqual({
      "/healthy": "ok",
      "/gzip": "ok",
      "/gone": "gone",
      "/not-found": "not-found",
      "/forbidden": "forbidden",
      "/server-error": "server-error",
      "/moved": "moved",
      "/moved-for-now": "ok",
      "/circle": "redirects",
      "/html": "html",
      "/empty": "empty",
      "/no-items": "empty",
      "/cut-off": "cut-off",
      "/wrong-charset": "wrong-charset",
      "/stale": "stale",
      "/language": "language",
      "/silent": "timeout",
      closed: "unreachable",
    });
  });

  it("says in words what to do", async () => {
    expect((await check({ "/moved": redirect(301, "/healthy"), "/healthy": healthy })).words).toContain(
      "It has moved for good to http://gazette.example/healthy. The next poll takes the new address over; " +
        "`backstory feeds edit http://gazette.example/moved --url http://gazette.example/healthy` does so now.",
    );
  });

  it("asks for nothing more once it is called off, and tells of nothing", async () => {
    const server = await serve({ "*": (_request, response) => setTimeout(() => response.end(healthy), 60) });
    const { config } = loadConfig(undefined, {}, {});
    const stop = new AbortController();
    const told: string[] = [];
    const feeds = Array.from({ length: 20 }, (_, index) => ({
      id: `${index}`,
      outletId: "gazette",
      url: `${server.url}/${index}`,
      status: "active" as const,
    }));
    const checking = checkFeeds(
      { fetcher: testFetcher({ concurrency: 1 }), config, now: () => new Date() },
      feeds,
      ({ feed }) => told.push(feed.id),
      stop.signal,
    );
    setTimeout(() => stop.abort(), 100);
    await checking;
    expect(told.length).toBeLessThan(4);
    expect(server.asked.length).toBeLessThan(5);
  });
});
