import type { LookupFunction } from "node:net";
import { describe, expect, it } from "vitest";
import { createAddressGuard } from "../../src/fetch/address-guard.ts";
import { guardedLookup } from "../../src/fetch/guarded-connector.ts";
import { everyNameIs, noNameIsKnown, redirect, serve, testFetcher } from "./loopback.ts";

async function resolve(lookup: LookupFunction, all: boolean): Promise<unknown> {
  const guarded = guardedLookup(createAddressGuard([]), lookup);
  return new Promise((done) => guarded("outlet.example", { all }, (error, found) => done(error ?? found)));
}

describe("a guarded connection", () => {
  it.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://0.0.0.0/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://[fd00::1]/",
    "http://100.64.0.1/",
    "https://192.168.0.1/",
  ])("is never opened to %s", async (url) => {
    const outcome = await testFetcher({ allowedHosts: [] }).get(url, { kind: "page" });
    expect(outcome).toMatchObject({ kind: "failed", reason: "private-address" });
  });

  it("is not opened to a name that resolves to a private address", async () => {
    const server = await serve({ "/": "secret" });
    const fetcher = testFetcher({ allowedHosts: [], lookup: everyNameIs("127.0.0.1") });
    expect(await fetcher.get(`http://outlet.example:${server.port}/`, { kind: "page" })).toEqual({
      kind: "failed",
      reason: "private-address",
      detail: "outlet.example is in a private network and is not asked; if it is yours, add it to fetch.allowedHosts.",
    });
    expect(server.asked).toEqual([]);
  });

  it("is checked again at a redirect", async () => {
    const inside = await serve({ "/": "secret" });
    const outside = await serve({ "/": redirect(302, inside.url) });
    const fetcher = testFetcher({ allowedHosts: [`127.0.0.1:${outside.port}`] });
    expect(await fetcher.get(outside.url, { kind: "page" })).toMatchObject({ reason: "private-address" });
    expect(inside.asked).toEqual([]);
  });

  it("goes to the public addresses of a name that also has private ones, and only to those that were checked", async () => {
    const mixed = everyNameIs("10.0.0.1", "9.9.9.9", "fd00::1", "2620:fe::fe");
    expect(await resolve(mixed, false)).toBe("9.9.9.9");
    expect(await resolve(mixed, true)).toEqual([
      { address: "9.9.9.9", family: 4 },
      { address: "2620:fe::fe", family: 6 },
    ]);
    expect(await resolve(everyNameIs("10.0.0.1"), true)).toMatchObject({ reason: "private-address" });
    expect(await resolve(noNameIsKnown, true)).toMatchObject({ code: "ENOTFOUND" });
  });

  it("checks each connection anew, since a name may resolve differently the second time", async () => {
    const server = await serve({ "*": (_, response) => response.writeHead(200, { connection: "close" }).end("text") });
    const answers = ["127.0.0.1", "127.9.9.9"];
    const fetcher = testFetcher({
      allowedHosts: ["127.0.0.1"],
      lookup: (name, options, callback) => everyNameIs(answers.shift() ?? "")(name, options, callback),
    });
    const url = `http://outlet.example:${server.port}/`;
    expect(await fetcher.get(url, { kind: "feed" })).toMatchObject({ kind: "ok" });
    expect(await fetcher.get(url, { kind: "feed" })).toMatchObject({ reason: "private-address" });
  });
});
