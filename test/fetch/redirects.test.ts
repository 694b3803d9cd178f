import { describe, expect, it } from "vitest";
import { type Answering, redirect, serve, testFetcher } from "./loopback.ts";

async function follow(pages: Record<string, Answering | string>) {
  const server = await serve(pages);
  const outcome = await testFetcher().get(`${server.url}/start`, { kind: "feed" });
  return { server, outcome };
}

/** /hop/1 leads to /hop/2 and so on, up to the last one. */
function chain(length: number): Record<string, Answering | string> {
  const hops = Array.from({ length }, (_, hop) => [
    hop === 0 ? "/start" : `/hop/${hop}`,
    redirect(302, `/hop/${hop + 1}`),
  ]);
  return { ...(Object.fromEntries(hops) as Record<string, Answering>), [`/hop/${length}`]: "news" };
}

describe("redirects", () => {
  it("are followed five times", async () => {
    const { server, outcome } = await follow(chain(5));
    expect(outcome).toMatchObject({ kind: "ok", url: `${server.url}/hop/5` });
  });

  it("are not followed a sixth time", async () => {
    const { server, outcome } = await follow(chain(6));
    expect(outcome).toMatchObject({ kind: "failed", reason: "too-many-redirects" });
    expect(server.asked).toHaveLength(6);
  });

  it("that go round in a circle come to an end", async () => {
    const { outcome } = await follow({ "/start": redirect(301, "/start") });
    expect(outcome).toMatchObject({ kind: "failed", reason: "too-many-redirects" });
  });

  it("that are permanent are reported, as far as each step was", async () => {
    const { server, outcome } = await follow({
      "/start": redirect(301, "/new"),
      "/new": redirect(308, "/newer"),
      "/newer": redirect(302, "/today"),
      "/today": redirect(301, "/here"),
      "/here": "news",
    });
    expect(outcome).toMatchObject({ url: `${server.url}/here`, permanentUrl: `${server.url}/newer` });
  });

  it("that are for now are not reported as a move", async () => {
    const { outcome } = await follow({ "/start": redirect(307, "/busy"), "/busy": "news" });
    expect(outcome).toMatchObject({ kind: "ok" });
    expect(outcome).not.toHaveProperty("permanentUrl");
  });

  it("keep their permanent address when the document there has not changed", async () => {
    const server = await serve({
      "/start": redirect(301, "/new"),
      "/new": (_request, response) => response.writeHead(304).end(),
    });
    const outcome = await testFetcher().get(`${server.url}/start`, { kind: "feed", etag: '"1"' });
    expect(outcome).toEqual({ kind: "not-modified", url: `${server.url}/new`, permanentUrl: `${server.url}/new` });
  });

  it.each([
    ["javascript:alert(1)", "not-http"],
    ["ftp://files.example/feed", "not-http"],
    ["http://", "bad-redirect"],
  ])("to %s fail by name", async (location, reason) => {
    const { outcome } = await follow({ "/start": redirect(302, location) });
    expect(outcome).toMatchObject({ kind: "failed", reason });
  });

  it("without an address fail by name", async () => {
    const { outcome } = await follow({ "/start": (_request, response) => response.writeHead(302).end() });
    expect(outcome).toMatchObject({ kind: "failed", reason: "bad-redirect", status: 302 });
  });

  it("read a location in UTF-8, as many servers send it", async () => {
    const { outcome } = await follow({
      "/start": redirect(302, Buffer.from("/über-uns", "utf8").toString("latin1")),
      "/%C3%BCber-uns": "news",
    });
    expect(outcome).toMatchObject({ kind: "ok" });
  });
});
