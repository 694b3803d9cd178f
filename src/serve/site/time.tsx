import type { Dates } from "./dates.ts";

/** A moment that people and machines can read. */
export function Time({ at, dates }: { at: string; dates: Dates }) {
  return <time dateTime={at}>{dates.moment(at)}</time>;
}

/** How long ago it was, with the moment beside it for those who point at it. */
export function Ago({ at, now, dates }: { at: string; now: Date; dates: Dates }) {
  return (
    <time dateTime={at} title={dates.moment(at)}>
      {dates.ago(at, now)}
    </time>
  );
}
