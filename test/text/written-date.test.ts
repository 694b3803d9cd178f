import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWrittenDate } from "../../src/text/written-date.ts";

const read = (text: string) => {
  const date = parseWrittenDate(text);
  return "at" in date ? date.at.replace(".000Z", "Z") : date.problem;
};

describe("parseWrittenDate", () => {
  it.each([
    ["Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"],
    ["Thu,  1 Jan 04 19:48 EST", "2004-01-02T00:48:00Z"],
    ["1 January 2004", "2004-01-01T00:00:00Z"],
    ["Thu, Jan 01 2004 19:48:21 +0530", "2004-01-01T14:18:21Z"],
    ["Tue, 14 May 2024 07:05:09 CEST", "2024-05-14T05:05:09Z"],
    ["Tue, 14 May 2024 07:05:09 +0200 (CEST)", "2024-05-14T05:05:09Z"],
    ["Tue, 14 May 2024 07:05:09 BST", "2024-05-14T06:05:09Z"],
    ["Tue, 14 May 2024 07:05:09 GMT+2", "2024-05-14T05:05:09Z"],
    ["Tue, 14 May 2024 07:05:09 Atlantis", "2024-05-14T07:05:09Z"],
    ["May 14, 2024 7:05 pm", "2024-05-14T19:05:00Z"],
    ["Sun Jan  4 16:29:06 PST 2004", "2004-01-05T00:29:06Z"],
    ["Sun Jan  4 16:29:06 2004", "2004-01-04T16:29:06Z"],
    ["Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"],
  ])("reads the letter forms: %s", (text, at) => expect(read(text)).toBe(at));

  it.each([
    ["2003", "2003-01-01T00:00:00Z"],
    ["2003-12", "2003-12-01T00:00:00Z"],
    ["2003-12-31", "2003-12-31T00:00:00Z"],
    ["20031231", "2003-12-31T00:00:00Z"],
    ["2003-365", "2003-12-31T00:00:00Z"],
    ["2003-12-31T10:14Z", "2003-12-31T10:14:00Z"],
    ["2003-12-31T10:14:55.123-08:00", "2003-12-31T18:14:55Z"],
    ["2003-12-31T10:14:55+0100", "2003-12-31T09:14:55Z"],
    ["2003-12-31T10:14:55+01", "2003-12-31T09:14:55Z"],
    ["2003-12-31 10:14:55 EST", "2003-12-31T15:14:55Z"],
    ["2003-12-31 10:14:55 +0000 UTC", "2003-12-31T10:14:55Z"],
    ["20031231T101455Z", "2003-12-31T10:14:55Z"],
    ["2004-07-08 23:56:58.0", "2004-07-08T23:56:58Z"],
    ["2003-12-31T24:00:00Z", "2004-01-01T00:00:00Z"],
    ["1715520000", "2024-05-12T13:20:00Z"],
    ["1715520000123", "2024-05-12T13:20:00Z"],
  ])("reads the number forms: %s", (text, at) => expect(read(text)).toBe(at));

  it.each([
    ["Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"],
    ["2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"],
    ["2004년 05월 28일 오후 01:23:45", "2004-05-28T04:23:45Z"],
    ["2004-05-28 오전 01:31:15", "2004-05-27T16:31:15Z"],
    ["Di, 14 Mai 2024 09:00:00 +0200", "2024-05-14T07:00:00Z"],
    ["mar., 14 févr. 2023 09:00:00 +0100", "2023-02-14T08:00:00Z"],
    ["lun, 05 ago 2024 09:00:00 -0300", "2024-08-05T12:00:00Z"],
    ["1. März 2024", "2024-03-01T00:00:00Z"],
  ])("reads the months of other languages: %s", (text, at) => expect(read(text)).toBe(at));

  it.each([
    ["Mon, 01 Jan 0001 00:00:00 GMT", "impossible"],
    ["3000-01-01T00:00:00Z", "impossible"],
    ["1970-01-01T00:00:00Z", "impossible"],
    ["2023-02-31", "impossible"],
    ["Wed, 45 May 2024 09:00:00 GMT", "impossible"],
    ["2024-13-01", "impossible"],
    ["yesterday", "unreadable"],
    ["05/06/2024", "unreadable"],
    ["", "unreadable"],
  ])("refuses what no outlet means, and what could mean two days: %s", (text, problem) =>
    expect(read(text)).toBe(problem),
  );

  it("answers any text with a date of its range or a problem", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:T +-]{4,30}$/)), (text) => {
        expect(read(text)).toMatch(/^(?:19|20|21)\d\d-\d\d-\d\dT[\d:.]+Z$|^impossible$|^unreadable$/);
      }),
    );
  });
});
