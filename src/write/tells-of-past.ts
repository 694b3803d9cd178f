import { intervalOf } from "./grain-interval.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import { blankQuoted } from "./words-in.ts";

const dayMs = 86_400_000;

/**
 * How surely a passage tells, in its outlet's own words, of what was before its article's news: at least 1 where it dates it so, less where only
 * its tense or a phrase says so, 0 or below where it speaks of now or of what is to come.
 */
export function pastness(passage: Passage): number {
  const { article, start, text, dates, cues } = passage;
  const unquoted = blankQuoted(text);
  const before = Date.parse(article.publishedAt) - parameters.background.minAgeDays * dayMs;
  let dated = false;
  let recent = cues.relativeDay.test(unquoted);
  for (const date of dates) {
    const interval = intervalOf(date);
    if (!interval || unquoted.slice(date.start - start, date.end - start).trim() === "") continue;
    if (interval[1] <= before) dated = true;
    else if (interval[0] > before) recent = true;
  }
  return (
    (dated ? 1 : 0) +
    (cues.background.test(unquoted) ? 0.6 : 0) -
    (recent ? 0.8 : 0) -
    (cues.future.test(unquoted) || cues.unknown.test(unquoted) ? 0.6 : 0)
  );
}
