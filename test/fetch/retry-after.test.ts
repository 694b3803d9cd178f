import { describe, expect, it } from "vitest";
import { retryAfterMs } from "../../src/fetch/retry-after.ts";

const now = new Date("2026-11-17T06:00:00Z");

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Tue, 17 Nov 2026 06:01:30 GMT", 90_000],
    ["Tue, 17 Nov 2026 05:00:00 GMT", 0],
    ["31536000", 86_400_000],
    ["soon", undefined],
    ["-5", undefined],
    [undefined, undefined],
  ])("%s means %s ms", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
