import type { TimeMention } from "../model/annotation.ts";
import type { RelativeUnit, TimeWords } from "./time-words.ts";

const dayMs = 86_400_000;
const quarter = /\b(first|second|third|fourth) quarter of ((?:19|20)\d\d)\b/gi;
const quarterMonth: Readonly<Record<string, string>> = { first: "01", second: "04", third: "07", fourth: "10" };

/** Times of a sentence read by our own patterns: bare years, spans of years, decades, quarters, months, "last week", "two decades ago". */
export function ownTimes(sentence: string, reference: Date, ahead: boolean, words: TimeWords): TimeMention[] {
  const times: TimeMention[] = [];
  const add = (start: number, length: number, value: string, grain: TimeMention["grain"]) =>
    times.push({ start, end: start + length, value, grain });
  for (const match of sentence.matchAll(words.years))
    for (const year of [String(match[1]), String(match[2])])
      add(match.index + match[0].lastIndexOf(year), 4, year, "year");
  for (const match of sentence.matchAll(words.year)) {
    const year = String(match[1]);
    add(match.index + match[0].lastIndexOf(year), 4, year, "year");
  }
  for (const match of sentence.matchAll(words.decade)) add(match.index, match[0].length, `${match[1]}0`, "decade");
  for (const match of sentence.matchAll(quarter))
    add(match.index, match[0].length, `${match[2]}-${quarterMonth[String(match[1]).toLowerCase()] ?? "01"}`, "quarter");
  for (const match of sentence.matchAll(words.month)) {
    const { month = "", year } = match.groups ?? {};
    const number = words.months.indexOf(month.toLowerCase()) + 1;
    const start = match.index + match[0].toLowerCase().indexOf(month.toLowerCase());
    const value = `${year ?? nearestYear(number, reference, ahead)}-${String(number).padStart(2, "0")}`;
    if (number > 0) add(start, match.index + match[0].length - start, value, "month");
  }
  for (const [pattern, unit, steps] of words.relative)
    for (const match of sentence.matchAll(pattern))
      add(match.index, match[0].length, moved(reference, unit, steps), unit);
  for (const match of sentence.matchAll(words.ago)) {
    const [, count = "", name = ""] = match;
    const unit = words.units[name.toLowerCase()];
    const steps = words.counts[count.toLowerCase()] ?? Number(count);
    if (unit && Number.isFinite(steps))
      add(match.index, match[0].length, moved(reference, unit, -steps), unit === "decade" ? "year" : unit);
  }
  return times;
}

/** A month without a year is the nearest one: a news text rarely speaks of one more than two months ahead without saying so. */
function nearestYear(month: number, reference: Date, ahead: boolean): number {
  const year = reference.getUTCFullYear();
  const distance = (Date.UTC(year, month - 1, 1) - reference.getTime()) / dayMs;
  if (!ahead && distance > 20) return year - 1;
  return ahead && distance < -60 ? year + 1 : year;
}

function moved(reference: Date, unit: RelativeUnit, steps: number): string {
  const year = reference.getUTCFullYear();
  if (unit === "decade") return String(year + 10 * steps);
  if (unit === "year") return String(year + steps);
  if (unit === "month") return new Date(Date.UTC(year, reference.getUTCMonth() + steps, 1)).toISOString().slice(0, 7);
  const days = unit === "week" ? 7 * steps : steps;
  return new Date(reference.getTime() + days * dayMs).toISOString().slice(0, 10);
}
