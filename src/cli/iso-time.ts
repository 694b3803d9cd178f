const form =
  /^(\d{4}-\d\d(?:-\d\d)?|\d{4})(?:(?<=-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s?(Z|([+-]\d\d):?(\d\d)?)?)?$/i;

/**
 * Reads an ISO 8601 time and gives it in UTC, to the millisecond; a date alone is its first moment. A time without a zone is taken as
 * UTC, never as this machine's own, so that the same input gives the same bytes everywhere. Undefined for what is no such time, such as
 * "5 May 2024" or 30 February.
 */
export function parseIsoTime(text: string): string | undefined {
  const [, day, clock = "00:00", zone = "Z", hours, minutes = "00"] = form.exec(text.trim()) ?? [];
  const midnight = Date.parse(day ?? "");
  // Date.parse takes 30 February for 2 March.
  if (day === undefined || Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day))
    return undefined;
  const fullDay = new Date(midnight).toISOString().slice(0, 10);
  const offset = hours === undefined ? zone.toUpperCase() : `${hours}:${minutes}`;
  const time = Date.parse(`${fullDay}T${clock.replace(",", ".")}${offset}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
