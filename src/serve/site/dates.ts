/** Times and numbers in an edition's language and time zone. Texts that are no time come back as they are. */
export interface Dates {
  /** "22 minutes ago" */
  ago(iso: string, now: Date): string;
  /** "Tue, 24 Nov, 05:31" */
  moment(iso: string): string;
  /** "24 November 2026"; a date cut to the month or the year stays cut. */
  day(iso: string): string;
  /** "05:31" */
  clock(iso: string): string;
  number(value: number): string;
  /** The name of a country or language; undefined for a code that has none. */
  country(code: string): string | undefined;
  language(tag: string): string | undefined;
}

const made = new Map<string, Dates>();

/** Making the formatters takes milliseconds, so each language and zone makes them once. */
export function datesFor(language: string, timeZone: string): Dates {
  const key = `${language} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const dates = makeDates(language, timeZone);
  made.set(key, dates);
  return dates;
}

function makeDates(language: string, timeZone: string): Dates {
  // British order (24 Nov) is read without a stumble by every reader of English; "Nov 24" is not.
  const locale = language === "en" ? "en-GB" : language;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" });
  // A date without a time is no moment: shown in UTC it cannot slip to the day before.
  const cut = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const byLength = new Map([
    [4, cut({ year: "numeric" })],
    [7, cut({ month: "long", year: "numeric" })],
    [10, cut({ day: "numeric", month: "long", year: "numeric" })],
  ]);
  const numbers = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  const shown = (format: Intl.DateTimeFormat, iso: string) => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : format.format(time);
  };
  return {
    ago(iso, now) {
      const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(iso)) / 60_000));
      if (Number.isNaN(minutes)) return iso;
      if (minutes < 90) return relative.format(-minutes, "minute");
      if (minutes < 48 * 60) return relative.format(-Math.round(minutes / 60), "hour");
      return relative.format(-Math.round(minutes / 1440), "day");
    },
    moment: (iso) => shown(moment, iso),
    day: (iso) => shown(byLength.get(iso.length) ?? day, iso),
    clock: (iso) => shown(clock, iso),
    number: (value) => numbers.format(value),
    country: (code) => named(countries, code),
    language: (tag) => named(languages, tag),
  };
}

function named(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}
