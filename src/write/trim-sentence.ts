import type { Passage } from "./passage.ts";
import { blankQuoted } from "./words-in.ts";

/** "OSTWICK, Velmara (Tern Wire) —", "OSTWICK (4 Nov):", "PORT ANSEL: ", "Ostwick (Tern Wire) -". */
const dateline =
  /^(?:\p{Lu}[\p{Lu}'’.-]+(?:[ /-]\p{Lu}[\p{Lu}'’.-]*)*(?:, ?[\p{L} .'’-]{2,30}?)?(?:,? \p{L}{3,9}\.? \d{1,2})?(?: ?[([][^)\]]{2,40}[)\]])?|\p{Lu}[\p{L}'’. -]{1,30} ?\([^)]{2,40}\)) ?(?:--|[—–-]) ?/u;
const datelineColon =
  /^(?:\p{Lu}{2}[\p{Lu}'’.-]+(?:[ /-]\p{Lu}[\p{Lu}'’.-]*)*(?:, ?[\p{L} .'’-]{2,30}?)?(?: ?[([][^)\]]{2,40}[)\]])?|\p{Lu}{4}[\p{Lu} ]*, [\p{Lu}\d][\p{L}\d. ]{2,20}): (?=["“‘'«„]?[\p{Lu}\d])/u;
/** "New Delhi [India], January 16:", "PORT ANSEL, Jan 21, 2026 - (Tern Wire) -". */
const wireLine =
  /^\p{Lu}[\p{L} .'’-]{2,30}(?: \[[\p{L} ]{3,30}\])?, \p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?(?: ?(?:--|[—–-]) ?(?:\([^)]{3,30}\) ?(?:--|[—–-]))?|:) /u;
/** "(Tern Wire) — ", "Ostwick, Nov 4 (Tern) Divers ...". */
const agencyLine =
  /^(?:[([][\p{L}\d .&'’/-]{2,40}[)\]] ?(?:--|[—–-]) |\p{Lu}[\p{L} .'’-]{2,30}, \p{Lu}\p{Ll}{2,8}\.? \d{1,2} (?:\([^)]{2,30}\) )?(?=\p{Lu}))/u;
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
 * A sentence by deletion only: without dateline, a first "However, ", and notes to pictures.
 * Every other word stays in its order, and quoted speech is left whole. (After Clarke and Lapata 2008.)
 */
export function trimSentence(passage: Pick<Passage, "text" | "cues">): string {
  const known = trimmed.get(passage) ?? trim(passage);
  trimmed.set(passage, known);
  return known;
}

/** Every part asks for the same sentences again. */
const trimmed = new WeakMap<Pick<Passage, "text" | "cues">, string>();

function trim({ text, cues }: Pick<Passage, "text" | "cues">): string {
  const bare = without(withoutDateline(text), aside);
  const lead = bare.replace(cues.connective, "");
  return capitalFirst(lead.replace(/\s+/g, " ").trim());
}

/** A mark or a day near the start, without which there is no dateline. */
const mayHaveDateline = /^.{2,90}?(?:[—–:-] ?|\) |\d )/u;

/** The text from its first own word on. */
export function withoutDateline(text: string): string {
  if (!mayHaveDateline.test(text)) return text;
  return text.replace(datelineColon, "").replace(dateline, "").replace(wireLine, "").replace(agencyLine, "");
}

/** The sentence without its weekdays ("on Tuesday"), for a line that carries a date of its own. */
export function trimWeekdays(text: string, cues: Passage["cues"]): string {
  return without(text, new RegExp(cues.weekday.source, cues.weekday.flags)).replace(/\s+([,.;])/g, "$1");
}

function capitalFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
