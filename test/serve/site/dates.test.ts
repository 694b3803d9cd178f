import { describe, expect, it } from "vitest";
import { datesFor } from "../../../src/serve/site/dates.ts";

const now = new Date("2026-11-24T12:00:00Z");

describe("times in the edition's language and zone", () => {
  it("says how long ago in minutes, hours and days", () => {
    const { ago } = datesFor("en", "UTC");
    const times = ["2026-11-24T11:59:00Z", "2026-11-24T10:45:00Z", "2026-11-24T09:10:00Z", "2026-11-20T12:00:00Z"];
    expect(times.map((at) => ago(at, now))).toEqual(["1 minute ago", "75 minutes ago", "3 hours ago", "4 days ago"]);
  });

  it("never says that something will have been: a clock that runs ahead is now", () => {
    expect(datesFor("en", "UTC").ago("2026-11-24T12:30:00Z", now)).toBe("0 minutes ago");
  });

  it("is in the zone of the edition", () => {
    expect(datesFor("en", "Europe/Berlin").moment("2026-11-24T23:31:00Z")).toBe("Wed 25 Nov, 00:31");
    expect(datesFor("de", "UTC").moment("2026-11-24T05:31:00Z")).toBe("Di., 24. Nov., 05:31");
  });

  it("keeps a date that is cut to the day, month or year as it is, whatever the zone", () => {
    const { day } = datesFor("en", "America/Los_Angeles");
    expect(["2026-11-24", "2021-03", "1994"].map(day)).toEqual(["24 November 2026", "March 2021", "1994"]);
  });

  it("gives back what is no time", () => {
    const { ago, moment, day } = datesFor("en", "UTC");
    expect([ago("soon", now), moment("soon"), day("soon")]).toEqual(["soon", "soon", "soon"]);
  });

  it("names no country that has no name", () => {
    const { country } = datesFor("en", "UTC");
    expect([country("IE"), country("XV"), country("<b>")]).toEqual(["Ireland", undefined, undefined]);
  });
});
