import { monthOf, zoneMinutes } from "./date-words.ts";

/** Characters of a date as written; the longest forms with names of days and zones have 60. */
const maxDateLength = 100;
/** Dates outside are mistakes of a clock or a template: no outlet writes today what it published before 1900 or after 2100. */
const minYear = 1900;
const maxYear = 2100;

/** What became of a date that a feed or a page gives. */
export type WrittenDate = { readonly at: string } | { readonly problem: "unreadable" | "impossible" };

interface Parts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  /** Minutes east of UTC; a date without a zone is taken as UTC. */
  readonly offset?: number | undefined;
}

/**
 * A date as feeds and pages write it, to ISO 8601 in UTC: RFC 822 and 3339, the W3C's partial dates, ISO ordinal and basic forms, asctime, Unix
 * seconds and milliseconds, zone abbreviations, month names of nine languages, Korean, Hungarian and Greek forms (as Mark Pilgrim's
 * feedparser collected them); fractions of a second are dropped. `impossible` is a date no outlet means (year 1, year 3000, 31 February, the zero of Unix).
 */
export function parseWrittenDate(given: string): WrittenDate {
  const text = given
    .trim()
    .slice(0, maxDateLength)
    .normalize("NFKC")
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return { problem: "unreadable" };
  for (const read of [unixTime, isoDate, koreanDate, namedMonth, slashedIso]) {
    const parts = read(text);
    if (parts) return toIso(parts);
  }
  return { problem: "unreadable" };
}

function toIso({ year, month = 1, day = 1, hour = 0, minute = 0, second = 0, offset = 0 }: Parts): WrittenDate {
  const possible = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && hour <= 24 && minute < 60;
  // Day 0 of the next month is the last of this one.
  if (!possible || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return { problem: "impossible" };
  // Nobody means a year below 100, which Date.UTC would take for one of the last century.
  const time = Date.UTC(Math.max(year, 100), month - 1, day, hour, minute, Math.min(second, 59)) - offset * 60_000;
  // The zero of Unix is what a template writes for "no date".
  if (time === 0 || Math.abs(offset) > 24 * 60) return { problem: "impossible" };
  const date = new Date(time);
  if (date.getUTCFullYear() < minYear || date.getUTCFullYear() > maxYear) return { problem: "impossible" };
  return { at: date.toISOString() };
}

/** 1715520000, 1715520000000. */
function unixTime(text: string): Parts | undefined {
  const digits = /^(\d{9,10})(\d{3})?(?:\.\d+)?$/.exec(text);
  if (!digits) return undefined;
  const date = new Date(Number(digits[1]) * 1000 + Number(digits[2] ?? 0));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The time of day and the zone that stand at the end of most forms. */
const clock = String.raw`(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}(?:[.,]\d{1,9})?))?`;
const isoClock = new RegExp(`^(?:[T\\s]+|$)(?:${clock})?\\s*(.*)$`, "i");
const basicClock = /^T?(\d{2})(\d{2})(\d{2}(?:\.\d+)?)?\s*(.*)$/i;

/** 2003, 2003-12, 2003-12-31, 20031231, 2003-365, 2003-12-31T10:14:55.5+01:00, 2004-július-13T9:15-05:00. */
function isoDate(text: string): Parts | undefined {
  const match =
    /^(\d{4})(?:-(\d{3})(?!\d)|-?(\d{2})-?(\d{2})(?!\d)|-(\d{1,2}|\p{L}{3,12})(?:-(\d{1,2})(?!\d))?)?(?=[T\s]|$)/iu.exec(
      text,
    );
  if (!match) return undefined;
  const [whole, year, ordinal, basicMonth, basicDay, month, day] = match;
  const rest = text.slice(whole.length).trim();
  const time = clockOf(rest);
  if (!time) return undefined;
  if (ordinal !== undefined) {
    if (Number(ordinal) < 1 || Number(ordinal) > 366) return { year: 0 };
    const date = new Date(Date.UTC(Number(year), 0, Number(ordinal)));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time };
  }
  const named = month !== undefined && !/^\d/.test(month) ? monthOf(month) : Number(month ?? basicMonth ?? 1);
  if (named === undefined) return undefined;
  return { year: Number(year), month: named, day: Number(day ?? basicDay ?? 1), ...time };
}

function clockOf(rest: string): Pick<Parts, "hour" | "minute" | "second" | "offset"> | undefined {
  if (rest === "") return {};
  const match = (/^T?\d{4,6}(?:[^\d:]|$)/i.test(rest) ? basicClock : isoClock).exec(
    rest.startsWith("T") || /^\d{4}/.test(rest) ? rest : ` ${rest}`,
  );
  if (!match) return undefined;
  const [, hour, minute, second, after] = match;
  const zone = zoneOf(after ?? "", hour === undefined ? undefined : Number(hour));
  if (!zone) return undefined;
  return {
    hour: zone.hour ?? Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number((second ?? "0").replace(",", ".")),
    offset: zone.offset,
  };
}

/** What stands after the time: am or pm, then a zone as an offset, a name, or both ("+0200 CEST", "GMT+1"). */
function zoneOf(after: string, hour: number | undefined): { offset: number; hour?: number | undefined } | undefined {
  const half = /^([ap])\.?m\.?(?![a-z])\s*/i.exec(after);
  const rest = half ? after.slice(half[0].length) : after;
  const late = half?.[1]?.toLowerCase() === "p";
  const corrected = half && hour !== undefined && hour <= 12 ? (hour % 12) + (late ? 12 : 0) : hour;
  const offset = offsetOf(rest.trim());
  return offset === undefined ? undefined : { offset, hour: corrected };
}

function offsetOf(zone: string): number | undefined {
  if (zone === "") return 0;
  const numeric = /^(?:etc\/)?(?:utc?|gmt|z)?\s*([+\-\u2212])\s*(\d{1,2}):?(\d{2})?(?!\d)/i.exec(zone);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === "+" ? minutes : -minutes;
  }
  const name = /^[a-z][a-z/_]*/i.exec(zone)?.[0];
  return name === undefined ? undefined : zoneMinutes(name);
}

/** 2004년 05월 28일 오후 01:23:45 and 2004-05-28 오전 01:31:15; without a zone they are Korea's time. */
function koreanDate(text: string): Parts | undefined {
  const match =
    /^(\d{4})(?:년 ?|-)(\d{1,2})(?:월 ?|-)(\d{1,2})일? ?(오전|오후|AM|PM)? ?(\d{1,2}):(\d{2})(?::(\d{2}))?/i.exec(
      // Decomposed letters come together again only where the platform composes them.
      text.normalize("NFC"),
    );
  if (!match || !/[년오]/.test(text.normalize("NFC"))) return undefined;
  const [, year, month, day, half, hour, minute, second] = match;
  const late = half === "오후" || half?.toUpperCase() === "PM";
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (late ? 12 : 0);
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: hours,
    minute: Number(minute),
    second: Number(second ?? 0),
    offset: 9 * 60,
  };
}

/**
 * Everything with the month in letters, in any order of day, month and year: "Thu, 01 Jan 2004 19:48:21 GMT", "1 January 04",
 * "Sun Jan  4 16:29:06 PST 2004", "January 4, 2004 4:29 pm", "Κυρ, 11 Ιούλ 2004 12:00:00 EST".
 */
function namedMonth(text: string): Parts | undefined {
  const time = /(?:^|[^\d])(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:[.,]\d{1,9})?))?/.exec(text);
  const start = time ? time.index + (/^\d/.test(time[0]) ? 0 : 1) : text.length;
  const date = text.slice(0, start);
  let after = time ? text.slice(time.index + time[0].length).trim() : "";
  const words = (date.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? []).slice(0, 6);
  // The last one: "mar." is Tuesday in three languages before it is March.
  const month = words.map((word) => monthOf(word)).findLast((found) => found !== undefined);
  if (month === undefined) return undefined;
  const numbers = (date.match(/\d+/g) ?? []).slice(0, 3);
  // asctime puts the year behind the clock, where else the zone stands.
  const late = numbers.length < 2 ? /(?:^| )(\d{4})$/.exec(after) : undefined;
  if (late) after = after.slice(0, late.index).trim();
  const year = late?.[1] ?? numbers.find((number) => number.length === 4) ?? numbers[1];
  const day = numbers.find((number) => number !== year) ?? (numbers.length > 1 ? numbers[0] : undefined);
  if (year === undefined || (day !== undefined && day.length > 2)) return undefined;
  const zone = time ? zoneOf(after, Number(time[1])) : { offset: 0 };
  return {
    year: fullYear(year),
    month,
    day: Number(day ?? 1),
    hour: zone?.hour ?? Number(time?.[1] ?? 0),
    minute: Number(time?.[2] ?? 0),
    second: Number((time?.[3] ?? "0").replace(",", ".")),
    // A zone nobody knows costs hours at most; the date is worth more than that.
    offset: zone?.offset ?? 0,
  };
}

/** RFC 2822: 00 to 49 are this century's, 50 to 99 the last one's. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < 50 ? 2000 : 1900);
}

/** "Fri, 2006/09/15 08:19:53 EDT", "2006.09.15"; with the day first ("15/09/2006") it would be a guess, and is none. */
function slashedIso(text: string): Parts | undefined {
  const match = /^(?:\p{L}+\.?,? )?(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/u.exec(text);
  if (!match) return undefined;
  const time = clockOf(text.slice(match[0].length).trim());
  return time && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), ...time };
}
