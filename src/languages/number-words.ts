import { numberGrammar } from "./number-grammar.ts";
import { deNumbers } from "./numbers-de.ts";
import { enNumbers } from "./numbers-en.ts";
import { esNumbers } from "./numbers-es.ts";
import { frNumbers } from "./numbers-fr.ts";

/** How a language writes numbers, as patterns over a sentence. */
export interface NumberWords {
  readonly tag: string;
  readonly decimalComma: boolean;
  /** Spelled-out numbers ("twenty-one thousand", "a million"). */
  readonly spelled: RegExp;
  readonly valueOf: (words: string) => number | undefined;
  /** "dozens", "several hundred", "a third". */
  readonly vague: RegExp;
  readonly vagueInterval: (words: string) => readonly [number, number] | undefined;
  /** A factor right after a number: " million", "bn". Its name is group 1. */
  readonly scale: RegExp;
  readonly scales: Readonly<Record<string, number>>;
  /** "at least", "up to", … right before a number, and what they make of it. */
  readonly bounds: readonly (readonly [RegExp, (low: number, high: number) => readonly [number, number]])[];
  readonly unitAfter: (after: string) => string | undefined;
  readonly monthBefore: RegExp;
  readonly monthAfter: RegExp;
  /** Nouns before a number that is a name, not a count ("Article", "Flight"). */
  readonly labelBefore: RegExp;
  /** What follows a time of day, and what stands before one. */
  readonly clockAfter: RegExp;
  readonly clockBefore: RegExp;
  /** The words between two ends of a range ("to"), and those that open one ("between") with the word between its ends. */
  readonly rangeJoin: RegExp;
  readonly rangeOpen: RegExp;
  readonly rangeAnd: RegExp;
  /** "out of" between two small numbers: a share. */
  readonly shareJoin: RegExp;
  /** What may stand between a number and the noun it counts ("de"). */
  readonly link: RegExp;
  readonly ageAfter: RegExp;
  readonly minusBefore: RegExp;
  /** Words after a number that do not say what is counted. */
  readonly noCounted: ReadonlySet<string>;
}

const all = [enNumbers, deNumbers, frNumbers, esNumbers].map(numberGrammar);

/** The number words of a language; the English ones for a language we know nothing of, whose digits still count. */
export function numberWordsFor(tag: string): NumberWords {
  return all.find((words) => words.tag === tag) ?? all[0] ?? numberGrammar(enNumbers);
}
