import type { Span } from "../model/article.ts";
import { findQuantities } from "../text/quantities.ts";
import { splitSentences } from "../text/sentences.ts";
import { alignmentSignals } from "./alignment-signals.ts";
import { coverageSignals } from "./coverage-signals.ts";
import { numbersNotIn } from "./number-faults.ts";
import { pieceSignals } from "./piece-signals.ts";
import type { Reading } from "./read-sources.ts";
import { readWords } from "./read-words.ts";
import { matchSentence, type SentenceMatch } from "./sentence-match.ts";
import { supportSignals } from "./support-signals.ts";
import { turningSignals } from "./turning-signals.ts";

/** What is measured on a claim, by name. Sentences of a claim are averaged by their weight; `…Worst` is that of the worst of them. */
export type Signals = Readonly<Record<string, number>>;

/** A claim held against its sources. */
export interface MeasuredClaim {
  readonly signals: Signals;
  readonly matches: readonly SentenceMatch[];
  /** For each sentence of the claim the sentence of the sources that it is nearest to. */
  readonly nearest: readonly number[];
}

/** Of these the worst sentence of a claim matters beside the whole: 1 where more is better, -1 where less is. */
const worstOf: Readonly<Record<string, 1 | -1>> = {
  inPassage: 1,
  exactInSentence: 1,
  secondWeakest: 1,
  support: 1,
  runsOfThree: 1,
  aligned: 1,
  nameNotInPassage: -1,
  numberNotInPassage: -1,
  oppositeFaced: -1,
  negationDiffers: -1,
  heaviestNew: -1,
};

/** Measures a claim of one or several sentences; undefined where it has no word that tells anything, or there is no source. */
export function measureClaim(claim: string, reading: Reading): MeasuredClaim | undefined {
  const spans = splitSentences(claim, reading.language);
  const matches = spans
    .map((span, index) => readWords(claim, span, index, reading.language))
    .filter((words) => words.some(({ weight }) => weight > 0))
    .map((words) => matchSentence(words, reading));
  if (matches.length === 0 || reading.words.length === 0) return undefined;
  const aligned = matches.map(alignmentSignals);
  const measured = matches.map((match, index) => ({
    ...coverageSignals(match),
    ...supportSignals(match),
    ...pieceSignals(match),
    ...turningSignals(match),
    ...aligned[index]?.signals,
  }));
  const nearest = aligned.map(({ sentence }) => sentence);
  const passages = new Set([...nearest, ...matches.flatMap(({ passage }) => passage)]);
  return {
    signals: {
      ...summed(measured, matches),
      ...numberSignals(claim, spans, reading, passages),
      ...styleSignals(matches, reading),
    },
    matches,
    nearest,
  };
}

function summed(measured: readonly Signals[], matches: readonly SentenceMatch[]): Record<string, number> {
  const whole = matches.reduce((sum, { weight }) => sum + weight, 0);
  const signals: Record<string, number> = {};
  for (const name of Object.keys(measured[0] ?? {})) {
    const values = measured.map((one) => one[name] ?? 0);
    signals[name] = values.reduce((sum, value, index) => sum + value * (matches[index]?.weight ?? 0), 0) / whole;
    const better = worstOf[name];
    if (better !== undefined) signals[`${name}Worst`] = better > 0 ? Math.min(...values) : Math.max(...values);
  }
  return signals;
}

function numberSignals(
  claim: string,
  spans: readonly Span[],
  { quantities, language }: Reading,
  passages: ReadonlySet<number>,
) {
  const stated = findQuantities(claim, spans, language);
  const there = quantities.filter(({ sentence }) => passages.has(sentence));
  return {
    numbersUnseen: numbersNotIn(stated, quantities).length,
    numbersElsewhere: numbersNotIn(stated, there).length,
  };
}

/** Of what make the claim and its sources are: what is much in a sentence may be little in a summary. */
function styleSignals(matches: readonly SentenceMatch[], { words, sentences }: Reading): Record<string, number> {
  const count = matches.reduce((sum, match) => sum + match.words.length, 0);
  const kinds = (kind: string) =>
    matches.reduce((sum, match) => sum + match.words.filter((word) => word.kind === kind).length, 0);
  return {
    claimSentences: matches.length,
    claimWords: Math.log(1 + count),
    sourceWords: Math.log(1 + words.length),
    sourceSentences: Math.log(1 + sentences.length),
    sentenceLength: words.length / Math.max(1, sentences.length),
    names: kinds("name"),
    numbers: kinds("number"),
  };
}
