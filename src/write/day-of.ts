import type { TimeMention } from "../model/annotation.ts";
import type { Passage } from "./passage.ts";
import { blankQuoted } from "./words-in.ts";

/** "the next day", "a week later": counted from a day that stands in another sentence, so its resolved value means nothing. */
const pointsBack =
  /^(?:the |that |the very )?(?:next|following|previous|same)\s+(?:day|night|morning|afternoon|evening|week)\b|\b(?:day|night|week|month|year)s?\s+(?:after|before|later|earlier)\b|^(?:am |der |le |la |el )?(?:folgenden|nächsten|lendemain|veille|día siguiente|víspera)/iu;

/** The days a passage speaks of in its outlet's own words, as ISO dates; times of day count as their day, coarser times as none. */
export function daysOf({ article, start, text, dates }: Passage): string[] {
  if (dates.length === 0) return [];
  const unquoted = blankQuoted(text);
  const days = dates.filter((date) => {
    if (!isDay(date)) return false;
    const own = unquoted.slice(date.start - start, date.end - start);
    return own.trim() !== "" && !pointsBack.test(article.text.slice(date.start, date.end));
  });
  return [...new Set(days.map(({ value }) => value.slice(0, 10)))];
}

/** The day an article came out, in UTC. */
export function dayOfArticle({ article }: Pick<Passage, "article">): string {
  return article.publishedAt.slice(0, 10);
}

const isDay = ({ grain }: TimeMention) => grain === "day" || grain === "hour" || grain === "minute";
