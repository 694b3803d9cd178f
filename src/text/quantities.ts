import { languageFor } from "../languages/registry.ts";
import type { Quantity } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { type NumberWords, numberWordsFor } from "../languages/number-words.ts";

const digits =
  /(?<![\p{L}\d.,#/-])([$£€¥₹]?)\s?(\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?:\s?[-–]\s?(\d[\d.,]*))?/gu;
const currencies: Readonly<Record<string, string>> = { $: "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR" };
const afterNumber = /^[-\s]*(?:of (?:the )?)?(?:(?:other|more|further|additional) (?=\p{L}))?(\p{L}[\p{L}-]*)/u;

/** Numbers as intervals, with unit and what is counted. Years, days, ordinals, addresses and telephone numbers are none. */
export function findQuantities(text: string, sentences: readonly Span[], language: string): Quantity[] {
  const words = numberWordsFor(languageFor(language).tag);
  const found: Quantity[] = [];
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, Math.min(end, start + 4000));
    const inSentence = [...withDigits(sentence, words), ...inWords(sentence, words)].sort((a, b) => a.start - b.start);
    let last = 0;
    for (const quantity of inSentence) {
      if (quantity.start < last) continue;
      last = quantity.end;
      found.push({ ...quantity, start: start + quantity.start, end: start + quantity.end });
    }
  }
  return found;
}

function* withDigits(sentence: string, words: NumberWords): Generator<Quantity> {
  for (const match of sentence.matchAll(digits)) {
    const [whole, sign = "", number = "", upper] = match;
    const low = parseDigits(number, words.decimalComma);
    const after = sentence.slice(match.index + whole.length);
    const before = sentence.slice(0, match.index);
    if (low === undefined || /^(?:st|nd|rd|th|er|ère|e|º|ª)\b/.test(after) || /^[:/]\d/.test(after)) continue;
    const year = /^(?:1[5-9]|20)\d\d$/.test(number) && sign === "" && !/^\s*(?:%|percent|people|dead)/.test(after);
    if (year || words.monthBefore.test(before) || words.monthAfter.test(after)) continue;
    if (/^\.\s/.test(after) && words.tag === "de" && /^\.\s\p{L}/u.test(after) && number.length <= 2) continue;
    const scale = after.match(words.scale);
    const factor = scale?.[1] === undefined ? 1 : (words.scales[scale[1].toLowerCase()] ?? 1);
    const high = upper === undefined ? low : (parseDigits(upper, words.decimalComma) ?? low);
    const scaled = after.slice(scale?.[0].length ?? 0);
    yield finish(
      sentence,
      match.index,
      match.index + whole.length + (scale?.[0].length ?? 0),
      low * factor,
      high * factor,
      currencies[sign],
      scaled,
      words,
    );
  }
}

function* inWords(sentence: string, words: NumberWords): Generator<Quantity> {
  for (const match of sentence.matchAll(words.spelled)) {
    const value = words.valueOf(match[0]);
    // "one" is an article or a pronoun more often than a count.
    if (value === undefined || value === 1) continue;
    const end = match.index + match[0].length;
    yield finish(sentence, match.index, end, value, value, undefined, sentence.slice(end), words);
  }
  for (const match of sentence.matchAll(words.vague)) {
    const interval = words.vagueInterval(match[0]);
    if (!interval) continue;
    const end = match.index + match[0].length;
    yield finish(sentence, match.index, end, interval[0], interval[1], undefined, sentence.slice(end), words);
  }
}

function finish(
  sentence: string,
  start: number,
  end: number,
  low: number,
  high: number,
  currency: string | undefined,
  after: string,
  words: NumberWords,
): Quantity {
  const before = sentence.slice(Math.max(0, start - 30), start);
  const bound = words.bounds.find(([pattern]) => pattern.test(before));
  const [from, to] = bound ? bound[1](low, high) : [low, high];
  const begin = bound ? start - (before.match(bound[0])?.[0].trimStart().length ?? 0) : start;
  const percent = after.match(/^\s?(?:%|per ?cent\b|prozent\b|pour ?cent\b|por ciento\b)/i);
  if (percent) return { start: begin, end: end + percent[0].length, low: from, high: to, unit: "%" };
  const unit = currency ?? words.unitAfter(after);
  const counted = unit === undefined ? after.match(afterNumber)?.[1]?.toLowerCase() : undefined;
  const of = counted !== undefined && !words.noCounted.has(counted) ? counted : undefined;
  return {
    start: begin,
    end,
    low: from,
    high: to,
    ...(unit !== undefined && { unit }),
    ...(of !== undefined && { of }),
  };
}

/** "1,200.5" or, where the comma is the decimal mark, "1.200,5". */
function parseDigits(digits: string, decimalComma: boolean): number | undefined {
  const plain = decimalComma
    ? digits.replace(/[.\s](?=\d{3}(?:\D|$))/g, "").replace(",", ".")
    : digits.replace(/[,\s](?=\d{3}(?:\D|$))/g, "");
  const value = Number(plain.replace(/[.,]$/, ""));
  return Number.isFinite(value) ? value : undefined;
}
