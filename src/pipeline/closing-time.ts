/** A moment at which a day's edition closes. */
export interface Closing {
  /** "2026-11-23": the day in that time zone. */
  readonly day: string;
  readonly at: Date;
}

const hourMs = 3_600_000;

/**
 * The last time, at `now` or before, that a clock of a time zone went to an hour. Where clocks are put forward over that hour, the first
 * moment after it.
 *
 * @param hour 0 to 23
 * @param timeZone IANA name
 */
export function lastClosing(now: Date, hour: number, timeZone: string): Closing {
  const local = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  });
  const read = (at: number) => {
    const parts = new Map(local.formatToParts(at).map(({ type, value }) => [type, value]));
    return { day: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`, hour: Number(parts.get("hour")) };
  };
  const here = read(now.getTime());
  // Half-hour zones begin their hours between ours, so quarters are walked; a day and an hour back there is always one.
  const quarter = hourMs / 4;
  const begin = Math.floor(now.getTime() / quarter) * quarter;
  let [day, closing] = [here.day, begin];
  let previous = here;
  for (let at = begin - quarter; at > begin - 26 * hourMs; at -= quarter) {
    const one = read(at);
    const crossed = one.day === previous.day ? one.hour < hour && previous.hour >= hour : previous.hour >= hour;
    if (crossed) {
      [day, closing] = [previous.day, at + quarter];
      break;
    }
    previous = one;
  }
  return { day, at: new Date(closing) };
}
