import { describe, expect, it } from "vitest";
import { pageDate } from "../../src/extract/page-date.ts";

describe("a page's date", () => {
  it.each([
    ["2026-11-17T06:02:00+01:00", "2026-11-17T05:02:00.000Z"],
    ["2026-11-17 06:02", "2026-11-17T06:02:00.000Z"],
    ["2026-11-17", "2026-11-17T00:00:00.000Z"],
    ["November 17, 2026", "2026-11-17T00:00:00.000Z"],
    ["17. November 2026, 06:02", "2026-11-17T06:02:00.000Z"],
    ["05.11.2026", "2026-11-05T00:00:00.000Z"],
    ["5.11.2026, 18:30", "2026-11-05T18:30:00.000Z"],
    ["1794895320000", "2026-11-17T06:02:00.000Z"],
    ["0001-01-01T00:00:00Z", undefined],
    ["1970-01-01T00:00:00Z", undefined],
    ["1989-12-31", undefined],
    ["3000-01-01", undefined],
    ["31.02.2026", undefined],
    ["five minutes ago", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%j is %j", (written, date) => {
    expect(pageDate(written)).toBe(date);
  });
});
