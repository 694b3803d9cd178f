import type { NumberWords } from "../languages/number-words.ts";
import type { Span } from "../model/article.ts";

const ordinal = /^(?:st|nd|rd|th|er|ère|re|e|ème)(?!\p{L})|^[ºª]/u;
const scoring =
  /\b(?:won|win|wins|lost|lose|beat|beats|ended|finished|led|leads|drew|draw|score|victory|defeat|vote|votes|voted|ruled|split|gewann|verlor|gewinnt|siegte|gagné|perdu|battu|ganó|perdió|venció)\b[^.,;]{0,40}$/i;

/**
 * True where a number counts nothing: years, days of a month, ordinals, times of day, scores, telephone numbers, and numbers that are part of a
 * name ("Article 5", "Boeing 737").
 */
export function isNoQuantity(sentence: string, { start, end }: Span, words: NumberWords): boolean {
  const number = sentence.slice(start, end);
  if (!/\d/.test(number)) return false;
  const before = sentence.slice(Math.max(0, start - 60), start);
  const after = sentence.slice(end, end + 40);
  if (ordinal.test(after) || /^[:/]\d/.test(after)) return true;
  if (words.monthBefore.test(before) || words.monthAfter.test(after)) return true;
  if (words.labelBefore.test(before) || words.clockAfter.test(after) || words.clockBefore.test(before)) return true;
  if (isYear(number, before, after, words)) return true;
  // "am 3. Platz": a full stop behind a small German number makes it an ordinal.
  if (words.tag === "de" && /^\d{1,2}$/.test(number) && /^\.\s\p{L}/u.test(after)) return true;
  // "218-210", "3-1" and "555-0199" were joined to no range: both ends are looked at here.
  if (/^[-–]\d/.test(after) || /\d[-–]$/.test(before)) return true;
  return /^\d{1,3}[-–]\d{1,3}$/.test(number) && scoring.test(before);
}

/** Four digits are a year unless something says that they count. */
function isYear(number: string, before: string, after: string, words: NumberWords): boolean {
  if (!/^(?:1[5-9]|20)\d\d(?:[-–]\d{2,4})?$/.test(number)) return false;
  if (/^\s?(?:%|per ?cent|percent|prozent)/i.test(after)) return false;
  const counted = /^\s(\p{L}[\p{L}-]*)/u.exec(after)?.[1] ?? "";
  const names = counted !== "" && !words.noCounted.has(counted.toLowerCase());
  if (names && words.bounds.some(([pattern]) => pattern.test(before))) return false;
  return (
    words.unitAfter(after) === undefined &&
    !/^\s(?:people|dead|menschen|personnes|personas|troops|soldiers|homes|jobs)\b/i.test(after)
  );
}
