import { describe, expect, it } from "vitest";
import { type Answering, redirect, serve, status, testFetcher } from "./loopback.ts";

const file = "/.well-known/tdmrep.json";
const reserving = JSON.stringify([{ location: "/reserved/", "tdm-reservation": 1 }]);

async function site(tdm: Answering | string) {
  let asked = 0;
  const answer: Answering = (request, response) => {
    asked++;
    if (typeof tdm === "string") response.end(tdm);
    else tdm(request, response);
  };
  const server = await serve({ [file]: answer, "/old": redirect(301, "/reserved/new"), "*": "text" });
  return { server, asked: () => asked };
}

async function outcomes(url: string, kind: "page" | "feed", paths: string[], more = {}) {
  const fetcher = testFetcher(more);
  const all = await Promise.all(paths.map((path) => fetcher.get(`${url}${path}`, { kind })));
  return all.map((outcome) => (outcome.kind === "failed" ? outcome.reason : outcome.kind));
}

describe("a site's TDM file", () => {
  it("keeps us from the pages it reserves, also where another address leads there", async () => {
    const { server } = await site(reserving);
    expect(await outcomes(server.url, "page", ["/open", "/reserved/a", "/old"])).toEqual([
      "ok",
      "tdm-reservation",
      "tdm-reservation",
    ]);
    expect(server.asked.sort()).toEqual(["/old", "/open"]);
  });

  it("says nothing of feeds, which are handed out to programs, and is not asked for them", async () => {
    const { server, asked } = await site(reserving);
    expect([await outcomes(server.url, "feed", ["/reserved/feed"]), asked()]).toEqual([["ok"], 0]);
  });

  it("is asked for once, however many pages are read", async () => {
    const { server, asked } = await site(reserving);
    await outcomes(server.url, "page", ["/a", "/b", "/c", "/d"]);
    expect(asked()).toBe(1);
  });

  it("is asked for again after a day, and after five minutes where it had a fault", async () => {
    for (const [answer, minutes] of [
      [status(404), 24 * 60],
      [status(500), 5],
    ] as const) {
      const { server, asked } = await site(answer);
      let now = Date.parse("2026-11-17T06:00:00Z");
      const fetcher = testFetcher({ now: () => new Date(now) });
      const read = () => fetcher.get(`${server.url}/a`, { kind: "page" });
      const first = await read();
      now += (minutes - 1) * 60_000;
      await read();
      const before = asked();
      now += 2 * 60_000;
      await read();
      expect([first.kind, before, asked()]).toEqual(["ok", 1, 2]);
    }
  });
});
