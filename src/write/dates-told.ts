import { daysOf } from "./day-of.ts";
import type { Passage } from "./passage.ts";
import { blankQuoted } from "./words-in.ts";

const deadline = /\b(?:by|until|till|before|bis|vor|avant|d'ici|antes de|hasta)\s+$/iu;

/**
 * The dates a passage tells of, cut to the grain it gives: days, or whole months and years that ended before its article came out. Dates
 * ahead of the article are announcements and are left out. Earliest first.
 */
export function datesTold(passage: Passage): string[] {
  const { article, start, text, dates, cues } = passage;
  // "by November this year" sets a deadline, and tells of nothing that was.
  if (cues.future.test(text)) return [];
  const published = article.publishedAt.slice(0, 10);
  const days = daysOf(passage).filter((day) => day <= published);
  const unquoted = blankQuoted(text);
  const wider = dates
    .filter(({ grain }) => grain === "month" || grain === "year")
    .filter((date) => unquoted.slice(date.start - start, date.end - start).trim() !== "")
    .filter((date) => !deadline.test(text.slice(0, date.start - start)))
    .map(({ value, grain }) => value.slice(0, grain === "year" ? 4 : 7))
    .filter((value) => value < published.slice(0, value.length) && !days.some((day) => day.startsWith(value)));
  return [...new Set([...days, ...wider])].sort();
}
