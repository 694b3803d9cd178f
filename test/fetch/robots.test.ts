import { describe, expect, it } from "vitest";
import { type Answering, redirect, serve, status, testFetcher } from "./loopback.ts";

/** Asks for /news and /private/x of a site with this robots.txt, and says what each came to. */
async function ask(robots: Answering | string, more: Parameters<typeof testFetcher>[0] = {}) {
  const server = await serve({ "/robots.txt": robots, "/allowed.txt": "", "*": "text" });
  const fetcher = testFetcher({ robots: true, ...more });
  const outcomeOf = async (path: string) => {
    const outcome = await fetcher.get(`${server.url}${path}`, { kind: "page" });
    return outcome.kind === "failed" ? outcome.reason : outcome.kind;
  };
  return { outcomes: [await outcomeOf("/news"), await outcomeOf("/private/x")], server, fetcher, outcomeOf };
}

describe("robots.txt", () => {
  it("is obeyed where it forbids", async () => {
    const { outcomes, server } = await ask("User-agent: *\nDisallow: /private/\n");
    expect(outcomes).toEqual(["ok", "robots"]);
    expect(server.asked).toEqual(["/news"]);
  });

  it("is obeyed where it names us, before what it says to all", async () => {
    const { outcomes } = await ask(
      "User-agent: *\nAllow: /\n\nUser-agent: Backstory\nDisallow: /news\nAllow: /private/\n",
    );
    expect(outcomes).toEqual(["robots", "ok"]);
  });

  it("says nothing of an interface that is published for programs", async () => {
    const { fetcher, server } = await ask("User-agent: *\nDisallow: /\n");
    expect(await fetcher.get(`${server.url}/w/api.php`, { kind: "api" })).toMatchObject({ kind: "ok" });
    expect(server.asked).toEqual(["/w/api.php"]);
  });

  it("is asked for once, however many ask at once", async () => {
    let asked = 0;
    const { outcomeOf } = await ask((_request, response) => {
      asked++;
      response.end("User-agent: *\nAllow: /\n");
    });
    await Promise.all(["/a", "/b", "/c"].map(outcomeOf));
    expect(asked).toBe(1);
  });

  it("is asked for again after a day", async () => {
    let now = new Date("2026-11-17T06:00:00Z");
    let body = "User-agent: *\nDisallow: /\n";
    const { outcomes, outcomeOf } = await ask((_request, response) => response.end(body), { now: () => now });
    body = "";
    now = new Date("2026-11-18T05:00:00Z");
    const before = await outcomeOf("/news");
    now = new Date("2026-11-18T07:00:00Z");
    expect([...outcomes, before, await outcomeOf("/news")]).toEqual(["robots", "robots", "robots", "ok"]);
  });

  it.each([
    ["is absent", status(404)],
    ["is forbidden itself", status(403)],
    ["leads round in circles", redirect(302, "/robots.txt")],
    ["is nonsense", "<html><body>Hello World</body></html>"],
  ])("forbids nothing where it %s", async (_, robots) => {
    expect((await ask(robots)).outcomes).toEqual(["ok", "ok"]);
  });

  it("stops everything of its site while it has a fault, and is tried again after five minutes", async () => {
    let now = new Date("2026-11-17T06:00:00Z");
    let code = 503;
    const { outcomes, server, outcomeOf } = await ask(
      (_request, response) => response.writeHead(code).end("User-agent: *\nDisallow: /private/\n"),
      { now: () => now },
    );
    expect(outcomes).toEqual(["robots-unavailable", "robots-unavailable"]);
    expect(server.asked).toEqual([]);
    code = 200;
    now = new Date("2026-11-17T06:06:00Z");
    expect([await outcomeOf("/news"), await outcomeOf("/private/x")]).toEqual(["ok", "robots"]);
  });

  it("is cut off at 500 kB, and what stands before still holds", async () => {
    const long = `User-agent: *\nDisallow: /private/\n${"# filler\n".repeat(200_000)}Disallow: /news\n`;
    expect((await ask(long)).outcomes).toEqual(["ok", "robots"]);
  });

  it("with costly patterns is answered with no instead of with hours of work", async () => {
    const costly = `User-agent: *\n${`Disallow: /${"*a".repeat(200)}$\n`.repeat(1_000)}`;
    const { outcomeOf } = await ask(costly);
    const began = performance.now();
    expect(await outcomeOf(`/${"a".repeat(2_000)}`)).toBe("robots");
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("is left aside where the owner of the edition says so", async () => {
    const { outcomes } = await ask("User-agent: *\nDisallow: /\n", { robots: false });
    expect(outcomes).toEqual(["ok", "ok"]);
  });

  it("is asked of each site that a redirect leads to", async () => {
    const closed = await serve({ "/robots.txt": "User-agent: *\nDisallow: /\n", "*": "text" });
    const open = await serve({ "/": redirect(302, `${closed.url}/article`) });
    expect(await testFetcher({ robots: true }).get(open.url, { kind: "page" })).toMatchObject({ reason: "robots" });
    expect(closed.asked).toEqual([]);
  });
});
