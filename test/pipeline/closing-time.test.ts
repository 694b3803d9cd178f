import { describe, expect, it } from "vitest";
import { lastClosing } from "../../src/pipeline/closing-time.ts";

const closing = (now: string, hour: number, timeZone: string) => {
  const { day, at } = lastClosing(new Date(now), hour, timeZone);
  return `${day} ${at.toISOString()}`;
};

describe("the hour at which a day's edition closes", () => {
  it.each([
    ["after it", "2026-11-24T09:13:00Z", 6, "UTC", "2026-11-24 2026-11-24T06:00:00.000Z"],
    ["on it", "2026-11-24T06:00:00Z", 6, "UTC", "2026-11-24 2026-11-24T06:00:00.000Z"],
    ["before it", "2026-11-24T05:59:59Z", 6, "UTC", "2026-11-23 2026-11-23T06:00:00.000Z"],
    ["at midnight", "2026-11-24T00:10:00Z", 0, "UTC", "2026-11-24 2026-11-24T00:00:00.000Z"],
    ["at the day's last hour", "2026-11-24T22:00:00Z", 23, "UTC", "2026-11-23 2026-11-23T23:00:00.000Z"],
    ["east of Greenwich", "2026-11-24T00:30:00Z", 6, "Asia/Tokyo", "2026-11-24 2026-11-23T21:00:00.000Z"],
    ["west of it", "2026-11-24T09:30:00Z", 6, "America/New_York", "2026-11-23 2026-11-23T11:00:00.000Z"],
    ["in a zone of half hours", "2026-11-24T02:00:00Z", 6, "Asia/Kolkata", "2026-11-24 2026-11-24T00:30:00.000Z"],
    ["where clocks skip it", "2026-03-29T08:00:00Z", 2, "Europe/Berlin", "2026-03-29 2026-03-29T01:00:00.000Z"],
    ["where clocks pass it twice", "2026-10-25T08:00:00Z", 2, "Europe/Berlin", "2026-10-25 2026-10-25T00:00:00.000Z"],
  ])("is found %s", (_, now, hour, timeZone, expected) => {
    expect(closing(now, hour, timeZone)).toBe(expected);
  });
});
