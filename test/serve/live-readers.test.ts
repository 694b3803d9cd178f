import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { liveReaders } from "../../src/serve/live-readers.ts";
import { createServer } from "../../src/serve/server.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "./filled-store.ts";

const path = "/story/car-ferry-merle-runs-aground-off-corvale-merle1/events";
let opened: TestStore;
let server: Listening;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  server = await listen(createServer(siteOver(opened.store)), { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server?.close();
  await opened?.drop();
});

/** Opens the stream and gives its events as they come. */
async function openStream(query: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${server.url}${path}${query}`, { signal: stop.signal, headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    response,
    close: () => stop.abort(),
    async until(words: string): Promise<string> {
      while (!text.includes(words)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`The stream ended with: ${text}`);
        text += value;
      }
      return text.replace(/^retry: \d+\n\n/, "");
    },
  };
}

describe("an open page", () => {
  it("is told of a newer version when it is published, and of no other story's", async () => {
    const stream = await openStream("?have=3");
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    opened.store.changes.announce("pilots9", 8);
    opened.store.changes.announce("merle1", 4);
    expect(await stream.until("data: 4")).toBe("event: version\nid: 4\ndata: 4\n\n");
    stream.close();
  });

  it("is told at once of a version it does not have, unless it says that it was told before", async () => {
    const behind = await openStream("?have=2");
    expect(await behind.until("data: ")).toBe("event: version\nid: 3\ndata: 3\n\n");
    behind.close();
    const again = await openStream("?have=2", { "last-event-id": "3" });
    opened.store.changes.announce("merle1", 5);
    expect(await again.until("data: ")).toBe("event: version\nid: 5\ndata: 5\n\n");
    again.close();
  });

  it("is forgotten when it is closed, and its stream is never kept for another", async () => {
    const readers = liveReaders(opened.store.changes);
    await expect.poll(() => readers.count).toBe(0);
    const [one, other] = [await openStream("?have=3"), await openStream("?have=3")];
    await expect.poll(() => readers.count).toBe(2);
    opened.store.changes.announce("merle1", 6);
    expect(await one.until("data: 6")).toBe(await other.until("data: 6"));
    one.close();
    other.close();
    await expect.poll(() => readers.count).toBe(0);
  });

  it("of a story that is not there is told so", async () => {
    expect((await fetch(`${server.url}/story/nothing-gone0/events`)).status).toBe(404);
    expect((await fetch(`${server.url}${path}?have=soon`)).status).toBe(400);
    expect((await fetch(`${server.url}${path}`, { method: "HEAD" })).status).toBe(503);
  });
});
