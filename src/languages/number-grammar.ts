import type { NumberWords } from "./number-words.ts";

/** What one writes down of a language's numbers. Lists are regular-expression alternatives, lower case. */
export interface NumberTable {
  readonly tag: string;
  readonly decimalComma: boolean;
  /** Whole numbers below a hundred (or a thousand) by their words. */
  readonly values: Readonly<Record<string, number>>;
  /** Words that multiply what stands before ("hundred", "dozen"). */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Factors after figures and words ("million"), and after figures only ("bn"). */
  readonly scales: Readonly<Record<string, number>>;
  readonly shortScales: Readonly<Record<string, number>>;
  /** "a" in "a million". */
  readonly article: string;
  readonly joins: string;
  /** "and a half" before a scale. */
  readonly half: string;
  readonly vague: Readonly<Record<string, readonly [number, number]>>;
  /** "several" and the words it stands before, with the least they then mean. */
  readonly several: string;
  readonly severalOf: Readonly<Record<string, number>>;
  readonly atLeast: string;
  readonly moreThan: string;
  readonly atMost: string;
  readonly lessThan: string;
  readonly about: string;
  readonly months: string;
  readonly units: Readonly<Record<string, string>>;
  readonly labels: string;
  readonly clockAfter: RegExp;
  readonly clockBefore: RegExp;
  readonly to: string;
  readonly between: string;
  readonly and: string;
  readonly outOf: string;
  readonly link: string;
  readonly ageAfter: RegExp;
  readonly minus: string;
  readonly noCounted: string;
}

const many = Number.POSITIVE_INFINITY;
/** "about 50" is taken for 45 to 55: readers allow a tenth. */
const aboutShare = 0.1;

const longest = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join("|");

/** The patterns of a language from its table. */
export function numberGrammar(table: NumberTable): NumberWords {
  const values = new Map(Object.entries(table.values));
  const one = longest([...values.keys(), ...Object.keys(table.multipliers)]);
  const scales = longest([...Object.keys(table.multipliers), ...Object.keys(table.scales)]);
  const afterFigures = longest([...Object.keys(table.scales), ...Object.keys(table.shortScales)]);
  const unit = new RegExp(`^(?:${table.link || "[-\\s]*"}|[-\\s]*)([\\p{L}°]+)`, "u");
  const several = new RegExp(`^(?:${table.several})\\s(${longest(Object.keys(table.severalOf))})$`, "iu");
  const vague = `(?:${table.several})\\s(?:${longest(Object.keys(table.severalOf))})|${longest(Object.keys(table.vague))}`;
  const before = (words: string) => new RegExp(`(?:^|[\\s(“"])(?:${words})\\s+$`, "i");
  return {
    tag: table.tag,
    decimalComma: table.decimalComma,
    spelled: new RegExp(
      `(?<![\\p{L}-])(?:(?:${table.article})\\s(?:${scales})|(?:${one})(?:\\s(?:${table.half}))?)(?:[-\\s](?:(?:${table.joins})\\s)?(?:${one}|${scales}))*(?![\\p{L}])(?!-(?:${one})(?!\\p{L}))`,
      "giu",
    ),
    valueOf: (words) => spelledValue(words.toLowerCase(), values, table),
    vague: new RegExp(`(?<![\\p{L}-])(?:${vague})(?![\\p{L}-])`, "giu"),
    vagueInterval(words) {
      const lower = words.toLowerCase();
      const least = table.severalOf[several.exec(lower)?.[1] ?? ""];
      return table.vague[lower] ?? (least === undefined ? undefined : [least, many]);
    },
    scale: new RegExp(`^[\\s-]?(${afterFigures})(?![\\p{L}])`, "iu"),
    scales: { ...table.scales, ...table.shortScales },
    bounds: [
      [before(table.atLeast), (low) => [low, many]],
      [before(table.moreThan), (low) => [low, many]],
      [before(table.atMost), (_, high) => [0, high]],
      [before(table.lessThan), (_, high) => [0, high]],
      // A range that is given says itself how far it reaches.
      [
        before(table.about),
        (low, high) => (low === high ? [low * (1 - aboutShare), high * (1 + aboutShare)] : [low, high]),
      ],
    ],
    unitAfter(after) {
      const word = after.match(unit)?.[1];
      return word === undefined ? undefined : (table.units[word] ?? table.units[word.toLowerCase()]);
    },
    monthBefore: new RegExp(`(?:^|\\s)(?:${table.months})\\.?\\s+$`, "i"),
    monthAfter: new RegExp(`^\\.?\\s+(?:de\\s)?(?:${table.months})(?![\\p{L}])`, "iu"),
    labelBefore: new RegExp(`(?:^|[\\s(“"-])(?:${table.labels})\\.?[\\s-]$`, "u"),
    clockAfter: table.clockAfter,
    clockBefore: table.clockBefore,
    rangeJoin: new RegExp(`^(?:\\s?[-–—]\\s?|\\s(?:${table.to})\\s)$`, "iu"),
    rangeOpen: new RegExp(`(?:^|[\\s(“"])(?:${table.between})\\s+$`, "i"),
    rangeAnd: new RegExp(`^\\s(?:${table.and})\\s$`, "iu"),
    shareJoin: new RegExp(`^\\s(?:${table.outOf})\\s$`, "iu"),
    link: new RegExp(`^(?:${table.link})`, "iu"),
    ageAfter: table.ageAfter,
    minusBefore: new RegExp(`(?:(?:^|\\s)(?:${table.minus})\\s|(?:^|[\\s(])[-−])$`, "iu"),
    noCounted: new Set(table.noCounted.split(" ")),
  };
}

function spelledValue(words: string, values: ReadonlyMap<string, number>, table: NumberTable): number | undefined {
  const known = new RegExp(
    `(?<!\\p{L})(?:${longest([...values.keys(), ...Object.keys(table.multipliers), ...Object.keys(table.scales), table.half])})(?!\\p{L})`,
    "giu",
  );
  let total = 0;
  let current = 0;
  for (const [word] of words.matchAll(known)) {
    const value = values.get(word);
    const multiplier = table.multipliers[word];
    const scale = table.scales[word];
    if (value !== undefined) current += value;
    else if (multiplier !== undefined) current = (current || 1) * multiplier;
    else if (scale !== undefined) {
      total += (current || 1) * scale;
      current = 0;
    } else current += 0.5;
  }
  return total + current > 0 ? total + current : undefined;
}

/** Words for 1, 2, 3, … of a list, from `first` on. */
export function counting(words: string, first = 1, step = 1): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, index) => [word, first + index * step]));
}
