import { describe, expect, it } from "vitest";
import { nextPollDelayMs } from "../../src/fetch/poll-interval.ts";

const minute = 60_000;
const limits = { minMs: 10 * minute, maxMs: 720 * minute };

function minutes(history: { newItems?: number; last?: number; failures?: number; retryAfter?: number }): number {
  const { newItems = 0, last = 60, failures = 0, retryAfter } = history;
  return (
    nextPollDelayMs(
      {
        newItems,
        lastDelayMs: last * minute,
        failures,
        ...(retryAfter !== undefined && { retryAfterMs: retryAfter * minute }),
      },
      limits,
    ) / minute
  );
}

describe("the interval between polls", () => {
  it("shrinks with news, more after a burst, and grows without any", () => {
    expect([minutes({ newItems: 1 }), minutes({ newItems: 30 }), minutes({})]).toEqual([30, 15, 90]);
  });

  it("stays within its limits", () => {
    expect([minutes({ newItems: 5, last: 10 }), minutes({ newItems: 50, last: 0 }), minutes({ last: 700 })]).toEqual([
      10, 10, 720,
    ]);
  });

  it("doubles with each failure in a row, from the shortest", () => {
    expect([1, 2, 3, 6, 7, 2000].map((failures) => minutes({ failures }))).toEqual([20, 40, 80, 640, 720, 720]);
  });

  it("obeys the host that asks for longer, up to a day", () => {
    expect([minutes({ retryAfter: 5 }), minutes({ retryAfter: 800 }), minutes({ retryAfter: 99_999 })]).toEqual([
      90, 800, 1440,
    ]);
  });

  it("finds the pace of a feed that brings something every two hours", () => {
    let delay = 10;
    let clock = 0;
    let seen = 0;
    const delays: number[] = [];
    while (clock < 14 * 24 * 60) {
      clock += delay;
      const items = Math.floor(clock / 120);
      delay = minutes({ newItems: items - seen, last: delay });
      seen = items;
      delays.push(delay);
    }
    const settled = delays.slice(-50);
    const mean = settled.reduce((sum, one) => sum + one, 0) / settled.length;
    expect(mean).toBeGreaterThan(30);
    expect(mean).toBeLessThan(90);
  });
});
