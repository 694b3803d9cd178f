import { describe, expect, it, onTestFinished } from "vitest";
import type { Reading, ReadRequest } from "../../src/pipeline/read-article.ts";
import { openWorkPool, type StoryToWrite, WorkStopped } from "../../src/pipeline/work-pool.ts";

const hostile = new URL("./hostile-thread.ts", import.meta.url);

function request(title: string): ReadRequest {
  return {
    id: title,
    outlet: { name: "The Harbour Gazette", use: "text" },
    item: { id: title, title, authors: [], tags: [] },
    languages: ["en"],
    seenAt: "2026-11-17T06:00:00.000Z",
  };
}

function story(storyId: string): StoryToWrite {
  const none = new Map();
  return {
    storyId,
    articles: [],
    annotations: none,
    copies: none,
    outlets: [],
    language: "en",
    now: "2026-11-17T06:00:00.000Z",
  };
}

function pool(threads: number, timeLimitMs: number) {
  const opened = openWorkPool(threads, { read: timeLimitMs, write: timeLimitMs }, hostile);
  onTestFinished(() => opened.close());
  return opened;
}

const reasonOf = (reading: Reading) => ("skip" in reading ? reading.skip.reason : "article");

describe("the threads that read and write", () => {
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

  it.each([
    ["hang", "It took longer than 6 seconds."],
    ["exit", "Its thread ended with status 3."],
  ])(
    "end the writing of one page with its reason where it makes one of them %s, and write the next",
    async (fault, reason) => {
      const { write } = pool(1, 6_000);
      const failed = await Promise.allSettled([write(story(fault), new Map()), write(story("next"), new Map())]);
      expect(failed.map((one) => (one.status === "rejected" ? one.reason.message : one.status))).toEqual([
        reason,
        "fulfilled",
      ]);
    },
    60_000,
  );

  it("says that a page was not written because the edition stopped, which is no fault of the page", async () => {
    const opened = openWorkPool(1, { read: 60_000, write: 60_000 }, hostile);
    const writing = opened.write(story("hang"), new Map()).catch((error: unknown) => error);
    await opened.close();
    expect(await writing).toBeInstanceOf(WorkStopped);
  }, 60_000);

  it("tells what was not read when the edition stops", async () => {
    const opened = openWorkPool(1, { read: 60_000, write: 60_000 }, hostile);
    const waiting = [opened.read(request("hang")), opened.read(request("waiting"))];
    await opened.close();
    expect((await Promise.all(waiting)).map(reasonOf)).toEqual(["stopped", "stopped"]);
  }, 60_000);
});
