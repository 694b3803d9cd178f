import { describe, expect, it } from "vitest";
import { type Answering, serve, status, testFetcher } from "./loopback.ts";

/** A feed that stays the same: 304 to who knows its ETag or its date. */
const unchanged: Answering = ({ headers }, response) => {
  const known = headers["if-none-match"] === '"v7"' || headers["if-modified-since"] === "Mon, 16 Nov 2026 08:00:00 GMT";
  response
    .writeHead(known ? 304 : 200, { etag: '"v7"', "last-modified": "Mon, 16 Nov 2026 08:00:00 GMT" })
    .end(known ? undefined : "news");
};

describe("a conditional GET", () => {
  it("keeps what an answer gives to recognise it by, and does not read it again while it is the same", async () => {
    const { url } = await serve({ "/feed": unchanged });
    const fetcher = testFetcher();
    const first = await fetcher.get(`${url}/feed`, { kind: "feed" });
    expect(first).toMatchObject({ kind: "ok", etag: '"v7"', lastModified: "Mon, 16 Nov 2026 08:00:00 GMT" });
    expect(await fetcher.get(`${url}/feed`, { kind: "feed", etag: '"v7"' })).toEqual({
      kind: "not-modified",
      url: `${url}/feed`,
    });
    const byDate = { kind: "feed", lastModified: "Mon, 16 Nov 2026 08:00:00 GMT" } as const;
    expect(await fetcher.get(`${url}/feed`, byDate)).toMatchObject({ kind: "not-modified" });
  });

  it("reads a document that has changed", async () => {
    const { url } = await serve({ "/feed": unchanged });
    const outcome = await testFetcher().get(`${url}/feed`, { kind: "feed", etag: '"v6"' });
    expect(outcome).toMatchObject({ kind: "ok", etag: '"v7"' });
  });

  it("takes 304 to a plain request for the failure it is", async () => {
    const { url } = await serve({ "/feed": status(304) });
    expect(await testFetcher().get(`${url}/feed`, { kind: "feed" })).toMatchObject({
      kind: "failed",
      reason: "http-304",
    });
  });

  it("neither keeps nor sends what no header may hold", async () => {
    const { url } = await serve({
      "/feed": ({ headers }, response) =>
        response.writeHead(200, { etag: `"${"x".repeat(2_000)}"` }).end(String(headers["if-none-match"])),
    });
    const outcome = await testFetcher().get(`${url}/feed`, { kind: "feed", etag: "a\r\nevil: 1" });
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    expect(new TextDecoder().decode(outcome.bytes)).toBe("undefined");
    expect(outcome.etag).toBeUndefined();
  });
});

describe("a request", () => {
  it("says who asks and what it hopes for, and carries no cookie", async () => {
    const { url } = await serve({
      "*": ({ headers }, response) =>
        response.writeHead(200, { "set-cookie": "reader=1" }).end(JSON.stringify(headers)),
    });
    const fetcher = testFetcher();
    await fetcher.get(`${url}/one`, { kind: "page" });
    const outcome = await fetcher.get(`${url}/two`, { kind: "feed" });
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    const headers = JSON.parse(new TextDecoder().decode(outcome.bytes)) as Record<string, string>;
    expect(headers["user-agent"]).toBe("Backstory/0 (test; reader@desk.example)");
    expect(headers.accept).toContain("application/rss+xml");
    expect(headers["accept-encoding"]).toBe("gzip, br, deflate");
    expect(headers.cookie).toBeUndefined();
  });

  it.each([
    ["http-403", 403, "does not give it to us (403)"],
    ["http-404", 404, "has nothing at this address (404)"],
    ["http-410", 410, "says it is gone for good (410)"],
    ["http-500", 500, "has a fault of its own (500)"],
  ])("that is answered with %s is a failure of that name", async (reason, code, words) => {
    const { url, port } = await serve({ "/": status(code) });
    expect(await testFetcher().get(url, { kind: "feed" })).toEqual({
      kind: "failed",
      reason,
      detail: `127.0.0.1:${port} ${words}.`,
      status: code,
      ...(code === 410 && { gone: true }),
    });
  });

  it.each([
    ["ftp://outlet.example/feed", "not-http"],
    ["javascript:alert(1)", "not-http"],
    ["file:///etc/passwd", "not-http"],
    ["no address", "bad-url"],
    [`http://outlet.example/${"x".repeat(9_000)}`, "bad-url"],
  ])("to %s is refused before it is made", async (url, reason) => {
    expect(await testFetcher().get(url, { kind: "feed" })).toMatchObject({ kind: "failed", reason });
  });

  it("does not send the password that stands in an address", async () => {
    const { port } = await serve({
      "/": ({ headers }, response) => response.end(headers.authorization ?? "no password"),
    });
    const outcome = await testFetcher().get(`http://reader:secret@127.0.0.1:${port}/`, { kind: "feed" });
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    expect([outcome.url, new TextDecoder().decode(outcome.bytes)]).toEqual([
      `http://127.0.0.1:${port}/`,
      "no password",
    ]);
  });
});
