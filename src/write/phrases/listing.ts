/** "A", "A and B", "A, B and C". */
export function listWith(and: string): (items: readonly string[]) => string {
  return (items) => {
    const last = items.at(-1) ?? "";
    return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
  };
}

/** A number in words from a table that starts at zero, digits beyond its end. */
export function numberFrom(words: readonly string[]): (n: number) => string {
  return (n) => words[n] ?? String(n);
}

/** With the first letter in upper case; a host ("tern.example") keeps its own. */
export function capital(text: string): string {
  if (/^[\w-]+\.\w/.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * An ISO moment in UTC: `day` gets the day of the month, the month (1-12) and the year; `clock` joins it with "14:05".
 * A moment at midnight is most often a date without a time, so its clock is left out.
 */
export function timeWith(
  day: (day: number, month: number, year: number) => string,
  clock: (time: string, day: string) => string,
): (iso: string) => string {
  return (iso) => {
    const at = new Date(iso);
    if (Number.isNaN(at.getTime())) return iso;
    const date = day(at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear());
    const time = at.toISOString().slice(11, 16);
    return time === "00:00" ? date : clock(time, date);
  };
}
