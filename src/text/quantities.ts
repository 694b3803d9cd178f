import { type NumberWords, numberWordsFor } from "../languages/number-words.ts";
import { languageFor } from "../languages/registry.ts";
import type { Quantity } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { isNoQuantity } from "./number-traps.ts";

const digits =
  /(?<![\p{L}\d.,#/:$£€¥₹]|\p{L}-)(?:(?:US|AU|CA|HK|NZ|[ACSR])?([$£€¥₹])\s?)?(\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\d/])/gu;
const currencies: Readonly<Record<string, string>> = { $: "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR" };
const percent = /^\s?(?:%|per ?cent\b(?!age)|percent\b|prozent\b|pour ?cent\b|por ciento\b)/i;
const afterNumber = /^[-\s]*(?:of (?:the )?)?(?:(?:other|more|further|additional) (?=\p{L}))?(\p{L}[\p{L}-]*)/u;
/** Longer sentences are lists; their rest is not read. */
const maxLength = 4000;

/** A number as it stands, before bounds and units: "12", "$1.2bn", "dozens". */
interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly currency?: string;
  /** A small whole number may be one end of "nine in ten". */
  readonly plain: boolean;
}

/** Numbers as intervals, with unit and what is counted. Years, days, ordinals, scores, flights and telephone numbers are none. */
export function findQuantities(text: string, sentences: readonly Span[], language: string): Quantity[] {
  const words = numberWordsFor(languageFor(language).tag);
  const found: Quantity[] = [];
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, Math.min(end, start + maxLength));
    for (const amount of joined(sentence, inOrder(sentence, words), words)) {
      if (isNoQuantity(sentence, amount, words)) continue;
      const quantity = withUnit(sentence, amount, words);
      found.push({ ...quantity, start: start + quantity.start, end: start + quantity.end });
    }
  }
  return found;
}

function inOrder(sentence: string, words: NumberWords): Amount[] {
  const all = [...inDigits(sentence, words), ...inWords(sentence, words)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  let last = -1;
  return all.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

function* inDigits(sentence: string, words: NumberWords): Generator<Amount> {
  for (const match of sentence.matchAll(digits)) {
    const [whole, sign = "", number = ""] = match;
    const value = parseDigits(number, words.decimalComma);
    if (value === undefined) continue;
    const scale = sentence.slice(match.index + whole.length).match(words.scale);
    const factor = scale?.[1] === undefined ? 1 : (words.scales[scale[1].toLowerCase()] ?? 1);
    const currency = currencies[sign];
    yield {
      start: match.index,
      end: match.index + whole.length + (scale?.[0].length ?? 0),
      low: value * factor,
      high: value * factor,
      plain: scale === null && sign === "",
      ...(currency !== undefined && { currency }),
    };
  }
}

function* inWords(sentence: string, words: NumberWords): Generator<Amount> {
  for (const match of sentence.matchAll(words.spelled)) {
    const value = words.valueOf(match[0]);
    // "one" is an article or a pronoun more often than a count.
    if (value === undefined || value === 1) continue;
    // "61 pour cent" is no hundred.
    if (/^(?:cent|ciento)$/i.test(match[0]) && /(?:pour|por)\s$/i.test(sentence.slice(0, match.index))) continue;
    yield { start: match.index, end: match.index + match[0].length, low: value, high: value, plain: true };
  }
  for (const match of sentence.matchAll(words.vague)) {
    const interval = words.vagueInterval(match[0]);
    if (!interval) continue;
    // "half the fleet": the article belongs to what is counted.
    const article = /\sthe$/i.exec(match[0])?.[0].length ?? 0;
    const [low, high] = interval;
    yield { start: match.index, end: match.index + match[0].length - article, low, high, plain: false };
  }
}

/** Two numbers that are one: "between 10 and 15", "10-15", "30,000 to 40,000", "nine in ten". */
function joined(sentence: string, amounts: readonly Amount[], words: NumberWords): Amount[] {
  const result: Amount[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const first = amounts[i];
    const second = amounts[i + 1];
    if (!first) continue;
    const both = second && joinTwo(sentence, first, second, words);
    result.push(both ?? first);
    if (both) i++;
  }
  return result;
}

function joinTwo(sentence: string, first: Amount, second: Amount, words: NumberWords): Amount | undefined {
  // "4% to 5%": the first end may have its own sign of percent.
  const gap = sentence.slice(first.end, second.start).replace(/^\s?(?:%|per ?cent|percent)/i, "");
  const before = sentence.slice(0, first.start);
  if (
    words.shareJoin.test(gap) &&
    first.plain &&
    second.plain &&
    first.high < second.low &&
    second.high <= 100 &&
    /^(?:[3-9]|10|100)$/.test(String(second.high))
  )
    return { ...second, start: first.start, low: first.low / second.low, high: first.high / second.low, plain: false };
  const open = words.rangeOpen.exec(before);
  const range =
    (open && words.rangeAnd.test(gap)) || (words.rangeJoin.test(gap) && isRange(before, gap, first, second));
  if (!range) return undefined;
  // "10 to 15 million": the scale belongs to both.
  const factor =
    first.plain && !second.plain && first.high < 1000 && second.low >= 1000 ? scaleOf(sentence, second, words) : 1;
  const currency = first.currency ?? second.currency;
  return {
    start: first.start,
    end: second.end,
    low: Math.min(first.low * factor, second.low),
    high: Math.max(first.high * factor, second.high),
    plain: second.plain,
    ...(currency !== undefined && { currency }),
  };
}

/** "rose from 12 to 15" is a change and "won 3 to 1" a score, not a range. */
function isRange(before: string, gap: string, first: Amount, second: Amount): boolean {
  if (first.high >= second.low * (second.plain === first.plain ? 1 : 1000)) return false;
  if (/[-–—]/.test(gap)) return true;
  return !/\S\s+(?:from|von|de|du|desde)\s+$/i.test(before) && !/\b(?:won|lost|voted|beat)\s+(?:by\s+)?$/i.test(before);
}

function scaleOf(sentence: string, amount: Amount, words: NumberWords): number {
  const name = /([\p{L}.]+)$/u.exec(sentence.slice(amount.start, amount.end))?.[1]?.toLowerCase() ?? "";
  return words.scales[name] ?? 1;
}

function withUnit(sentence: string, amount: Amount, words: NumberWords): Quantity {
  const { start, end, currency } = amount;
  const after = sentence.slice(end);
  const before = sentence.slice(Math.max(0, start - 30), start);
  const open = words.rangeOpen.exec(before);
  const bound = words.bounds.find(([pattern]) => pattern.test(before));
  const sign =
    words.minusBefore.test(before) && /^\s?(?:°|degree|grad|degré|grado|%|per ?cent|percent)/i.test(after) ? -1 : 1;
  const [from, to] = bound ? bound[1](amount.low, amount.high) : [amount.low * sign, amount.high * sign];
  const lead = bound ? before.match(bound[0]) : amount.low === amount.high ? null : open;
  const begin = lead ? start - lead[0].replace(/^[\s(“"]+/, "").length : start;
  const interval = { start: begin, low: from, high: to };
  const share = after.match(percent);
  if (share) return { ...interval, end: end + share[0].length, unit: "%" };
  if (words.ageAfter.test(after) || isAge(sentence, amount, words)) return { ...interval, end, unit: "y" };
  const unit = currency ?? words.unitAfter(after);
  const counted =
    unit === undefined ? after.replace(words.link, " ").match(afterNumber)?.[1]?.toLowerCase() : undefined;
  const of = counted !== undefined && !words.noCounted.has(counted) ? counted : undefined;
  return { ...interval, end, ...(unit !== undefined && { unit }), ...(of !== undefined && { of }) };
}

/** "Tor Ashby, 34, …": a number between commas behind a name is an age. */
function isAge(sentence: string, { start, end, low, high, plain }: Amount, { decimalComma }: NumberWords): boolean {
  return (
    plain &&
    low === high &&
    low < 110 &&
    Number.isInteger(low) &&
    /\p{Lu}[\p{L}'’-]+(?:,\s|\s\()$/u.test(sentence.slice(0, start)) &&
    /^[,.;)](?!\d)/.test(sentence.slice(end)) &&
    !decimalComma
  );
}

/** "1,200.5" or, where the comma is the decimal mark, "1.200,5". */
function parseDigits(digits: string, decimalComma: boolean): number | undefined {
  const plain = decimalComma
    ? digits.replace(/[.\s](?=\d{3}(?:\D|$))/g, "").replace(",", ".")
    : digits.replace(/[,\s](?=\d{3}(?:\D|$))/g, "");
  const value = Number(plain.replace(/[.,]$/, ""));
  return Number.isFinite(value) ? value : undefined;
}
