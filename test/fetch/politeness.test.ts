import { describe, expect, it } from "vitest";
import { type Answering, everyNameIs, serve, status, testFetcher } from "./loopback.ts";

/** Asks for three pages at once, and gives the pauses between their arrivals in ms and how many were there at once. */
async function arrivals(options: Parameters<typeof testFetcher>[0], host: (port: number) => string) {
  const times: number[] = [];
  let here = 0;
  let most = 0;
  const page: Answering = (_request, response) => {
    times.push(performance.now());
    most = Math.max(most, ++here);
    setTimeout(() => {
      here--;
      response.end("text");
    }, 15);
  };
  const { port } = await serve({ "/robots.txt": status(404), "*": page });
  const fetcher = testFetcher(options);
  const outcomes = await Promise.all(
    ["a", "b", "c"].map((name) => fetcher.get(`http://${host(port)}/${name}`, { kind: "page" })),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(["ok", "ok", "ok"]);
  return { pauses: times.slice(1).map((time, index) => time - (times[index] ?? 0)), most };
}

describe("politeness", () => {
  it("asks a host one thing at a time, with a pause between", async () => {
    // A name that only turns out to be in an allowed range keeps the usual pace.
    const named = { delayMs: 60, lookup: everyNameIs("127.0.0.1") };
    const { pauses, most } = await arrivals(named, (port) => `outlet.example:${port}`);
    expect(most).toBe(1);
    expect(Math.min(...pauses)).toBeGreaterThan(60);
  });

  it("does not pause for the user's own servers", async () => {
    const { pauses, most } = await arrivals({ delayMs: 5_000 }, (port) => `127.0.0.1:${port}`);
    expect(most).toBeGreaterThan(1);
    expect(Math.max(...pauses)).toBeLessThan(2_000);
  });

  it("tells one port of a host from another, for they are two servers", async () => {
    const one = await serve({ "/": (_request, response) => setTimeout(() => response.end("slow"), 400) });
    const other = await serve({ "/": "quick" });
    const fetcher = testFetcher({ delayMs: 5_000, lookup: everyNameIs("127.0.0.1") });
    const slow = fetcher.get(`http://outlet.example:${one.port}/`, { kind: "page" });
    const began = performance.now();
    await fetcher.get(`http://outlet.example:${other.port}/`, { kind: "page" });
    expect(performance.now() - began).toBeLessThan(300);
    await slow;
  });

  it("waits as long as Crawl-delay asks", async () => {
    const times: number[] = [];
    const { port } = await serve({
      "/robots.txt": "User-agent: *\nCrawl-delay: 0.2\n",
      "*": (_request, response) => {
        times.push(performance.now());
        response.end();
      },
    });
    const fetcher = testFetcher({ robots: true, lookup: everyNameIs("127.0.0.1") });
    await Promise.all(["a", "b"].map((name) => fetcher.get(`http://outlet.example:${port}/${name}`, { kind: "page" })));
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThan(200);
  });

  it("waits out a short Retry-After before it asks that host again", async () => {
    const times: number[] = [];
    const busyFirst: Answering = (_request, response) => {
      times.push(performance.now());
      response.writeHead(times.length === 1 ? 429 : 200, { "retry-after": "0.3" }).end("text");
    };
    const { url } = await serve({ "*": busyFirst });
    const fetcher = testFetcher();
    expect(await fetcher.get(`${url}/a`, { kind: "page" })).toMatchObject({ reason: "http-429", retryAfterMs: 300 });
    expect(await fetcher.get(`${url}/b`, { kind: "page" })).toMatchObject({ kind: "ok" });
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThan(290);
  });

  it("leaves a host alone that asks for long, without asking again", async () => {
    let now = new Date("2026-11-17T06:00:00Z");
    const server = await serve({ "/a": status(503, { "retry-after": "3600" }), "/b": "text" });
    const fetcher = testFetcher({ now: () => now });
    expect(await fetcher.get(`${server.url}/a`, { kind: "page" })).toMatchObject({ retryAfterMs: 3_600_000 });
    now = new Date("2026-11-17T06:30:00Z");
    expect(await fetcher.get(`${server.url}/b`, { kind: "page" })).toEqual({
      kind: "failed",
      reason: "http-503",
      status: 503,
      retryAfterMs: 1_800_000,
      detail: `127.0.0.1:${server.port} asked (503) to be left alone for 30 more minutes.`,
    });
    now = new Date("2026-11-17T07:00:01Z");
    expect(await fetcher.get(`${server.url}/b`, { kind: "page" })).toMatchObject({ kind: "ok" });
    expect(server.asked).toEqual(["/a", "/b"]);
  });
});
