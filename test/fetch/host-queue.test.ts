import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { HostQueue } from "../../src/fetch/host-queue.ts";

/** Work that notes when it began and how many like it ran at once. */
function desk() {
  const began: string[] = [];
  const times: number[] = [];
  let running = 0;
  let most = 0;
  const work =
    (name: string, ms = 5) =>
    async () => {
      began.push(name);
      times.push(performance.now());
      most = Math.max(most, ++running);
      await pause(ms);
      running--;
      return name;
    };
  return { began, times, work, most: () => most };
}

const oneByOne = (host: string, delayMs = 0) => ({ host, atOnce: 1, delayMs });

describe("the queue of hosts", () => {
  it("asks a host one thing at a time, in order, and pauses between", async () => {
    const queue = new HostQueue(8);
    const { work, began, times, most } = desk();
    await Promise.all(["first", "second", "third"].map((name) => queue.run(oneByOne("gazette:443", 30), work(name))));
    expect(began).toEqual(["first", "second", "third"]);
    expect(most()).toBe(1);
    // 5 ms of work and 30 ms of pause, less the coarseness of timers.
    expect(Math.min(Number(times[1]) - Number(times[0]), Number(times[2]) - Number(times[1]))).toBeGreaterThan(30);
  });

  it("lets hosts take turns for the seats", async () => {
    const queue = new HostQueue(1);
    const { work, began } = desk();
    const tasks = ["big", "big", "big", "small", "other", "small"];
    await Promise.all(tasks.map((host, index) => queue.run(oneByOne(host), work(`${host} ${index}`))));
    expect(began).toEqual(["big 0", "small 3", "other 4", "big 1", "small 5", "big 2"]);
  });

  it("never fills more seats than there are, nor more of one host than it may have", async () => {
    const queue = new HostQueue(3);
    const all = desk();
    const own = desk();
    await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => queue.run(oneByOne(`host ${index}`), all.work("any"))),
      ...Array.from({ length: 8 }, () => queue.run({ host: "own", atOnce: 2, delayMs: 0 }, own.work("own"))),
    ]);
    expect(all.most()).toBeLessThanOrEqual(3);
    expect(own.most()).toBe(2);
  });

  it("lets a host rest, while others go on", async () => {
    const queue = new HostQueue(2);
    const { work, began } = desk();
    queue.rest("tired", 40);
    await Promise.all([queue.run(oneByOne("tired"), work("tired")), queue.run(oneByOne("fresh"), work("fresh"))]);
    expect(began).toEqual(["fresh", "tired"]);
  });

  it("wakes a host whose pause ends between two looks at the clock", async () => {
    const queue = new HostQueue(1);
    const { work } = desk();
    const clock = vi.spyOn(performance, "now");
    onTestFinished(() => clock.mockRestore());
    clock.mockReturnValue(1_000);
    queue.rest("tired", 40);
    // The first look comes a moment too early, every later one after the end of the pause.
    clock.mockReturnValueOnce(1_039.9).mockReturnValue(1_040.1);
    expect(await queue.run(oneByOne("tired"), work("tired"))).toBe("tired");
  }, 2_000);

  it("hands on what the work throws, and goes on with the next", async () => {
    const queue = new HostQueue(1);
    const broken = queue.run(oneByOne("a"), () => Promise.reject(new Error("broken")));
    const next = queue.run(oneByOne("a"), desk().work("next"));
    await expect(broken).rejects.toThrow("broken");
    expect(await next).toBe("next");
  });

  it("calls off what waits when its signal fires or the queue closes, and finishes what has begun", async () => {
    const queue = new HostQueue(1);
    const { work, began } = desk();
    const stop = new AbortController();
    const running = queue.run(oneByOne("a"), work("running"));
    const signalled = queue.run(oneByOne("a"), work("signalled"), stop.signal);
    const waiting = queue.run(oneByOne("b"), work("waiting"));
    stop.abort();
    await expect(signalled).rejects.toMatchObject({ reason: "stopped" });
    queue.close();
    await expect(waiting).rejects.toMatchObject({ reason: "stopped" });
    await expect(queue.run(oneByOne("c"), work("late"))).rejects.toMatchObject({ reason: "stopped" });
    expect(await running).toBe("running");
    expect(began).toEqual(["running"]);
  });
});
