import type { Passage } from "./passage.ts";
import { blankQuoted } from "./read-story.ts";

const dateline =
  /^(?:\p{Lu}[\p{Lu}'’.-]+(?:[ /-]\p{Lu}[\p{Lu}'’.-]*)*(?:, ?[\p{L} .'’-]{2,30}?)?(?:,? \p{L}{3,9}\.? \d{1,2})?(?: ?\([^)]{2,40}\))?|\p{Lu}[\p{L}'’. -]{1,30} ?\([^)]{2,40}\)) ?(?:--|[—–-]) ?/u;
const aside = / \((?:pictured|above|below|left|right|see [^)]*|file|archive|[^)\d]{0,3})\)/giu;

/** Takes out every match that does not touch quoted speech. */
function without(text: string, pattern: RegExp): string {
  const blanked = blankQuoted(text);
  return text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const at = rest.find((value) => typeof value === "number") as number;
    return blanked.slice(at, at + match.length) === match ? "" : match;
  });
}

/**
 * A sentence by deletion only: without dateline ("OSTWICK (Tern Wire) -"), a first "However, ", and notes to pictures.
 * Every other word stays in its order, and quoted speech is left whole. (After Clarke and Lapata 2008.)
 */
export function trimSentence({ text, cues }: Pick<Passage, "text" | "cues">): string {
  const bare = without(text.replace(dateline, ""), aside);
  const lead = bare.replace(cues.connective, "");
  return capitalFirst(lead.replace(/\s+/g, " ").trim());
}

/** The sentence without its weekdays ("on Tuesday"), for a line that carries a date of its own. */
export function trimWeekdays(text: string, cues: Passage["cues"]): string {
  return without(text, new RegExp(cues.weekday.source, cues.weekday.flags)).replace(/\s+([,.;])/g, "$1");
}

function capitalFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
