import { describe, expect, it, onTestFinished } from "vitest";
import type { Reading, ReadRequest } from "../../src/pipeline/read-article.ts";
import { openReadingPool } from "../../src/pipeline/reading-pool.ts";

const hostile = new URL("./hostile-reader.ts", import.meta.url);

function request(title: string): ReadRequest {
  return {
    id: title,
    outlet: { name: "The Harbour Gazette", use: "text" },
    item: { id: title, title, authors: [], tags: [] },
    languages: ["en"],
    seenAt: "2026-11-17T06:00:00.000Z",
  };
}

function pool(threads: number, timeLimitMs: number) {
  const opened = openReadingPool(threads, timeLimitMs, hostile);
  onTestFinished(() => opened.close());
  return opened;
}

const reasonOf = (reading: Reading) => ("skip" in reading ? reading.skip.reason : "article");

describe("the reading threads", () => {
  it.each([
    ["hang", "reading-timeout", 6_000],
    ["exit", "reading-failed", 30_000],
    ["throw", "reading-failed", 30_000],
    ["fill memory", "reading-failed", 60_000],
  ])(
    "survive a page that makes one of them %s: it is a named skip, and the rest is read",
    async (fault, reason, timeLimitMs) => {
      // Long enough for a thread to start on a busy machine.
      const { read } = pool(1, timeLimitMs);
      const readings = await Promise.all(
        ["before", fault, "after", fault, "last"].map((title) => read(request(title))),
      );
      expect(readings.map(reasonOf)).toEqual(["read", reason, "read", reason, "read"]);
    },
    120_000,
  );

  it("goes on with the other threads while one hangs", async () => {
    const { read } = pool(2, 6_000);
    const hanging = read(request("hang"));
    const done = await Promise.all(["a", "b", "c"].map((title) => read(request(title))));
    expect(done.map(reasonOf)).toEqual(["read", "read", "read"]);
    expect(reasonOf(await hanging)).toBe("reading-timeout");
  }, 60_000);

  it("tells what was not read when the edition stops", async () => {
    const opened = openReadingPool(1, 60_000, hostile);
    const waiting = [opened.read(request("hang")), opened.read(request("waiting"))];
    await opened.close();
    expect((await Promise.all(waiting)).map(reasonOf)).toEqual(["stopped", "stopped"]);
  }, 60_000);
});
