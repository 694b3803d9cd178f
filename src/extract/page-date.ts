import { parseWrittenDate } from "../text/written-date.ts";

/** No page of the web is older; an earlier date is the zero of some template. */
const minYear = 1990;

/** A date as a page writes it, to ISO 8601 in UTC; without a zone it is taken as UTC. "12.05.2024" is read with the day first. */
export function pageDate(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const dayFirst = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(value);
  const [whole = "", day = "", month = "", year = ""] = dayFirst ?? [];
  const written = dayFirst
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${value.slice(whole.length).replace(/^\s*,?\s*(?=\d)/, " ")}`
    : value;
  const date = parseWrittenDate(written);
  return "at" in date && Number(date.at.slice(0, 4)) >= minYear ? date.at : undefined;
}
