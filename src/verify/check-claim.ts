import { scoreOf } from "./claim-score.ts";
import { type MeasuredClaim, measureClaim, type Signals } from "./claim-signals.ts";
import { quotationFault } from "./quotation-faults.ts";
import { type Reading, readSources } from "./read-sources.ts";
import type { SentenceMatch } from "./sentence-match.ts";
import { swapsName } from "./swapped-name.ts";
import { isExcerptOf } from "./verbatim.ts";

/** Why a claim was not borne out: the plainest of what speaks against it. */
export type ClaimFault =
  | "no-source"
  | "unseen-quotation"
  | "wrong-speaker"
  | "unseen-number"
  | "unseen-name"
  | "unseen-date"
  | "negation"
  | "opposite"
  | "not-borne-out";

/** What the sources make of a claim. `score` is in [0, 1]; `source` is the number of the source the passage stands in. */
export interface ClaimCheck {
  readonly supported: boolean;
  readonly score: number;
  readonly reason?: ClaimFault;
  readonly evidence?: { readonly source: number; readonly start: number; readonly end: number };
}

/** The published threshold: a claim is taken for borne out from this score on. docs/verification.md has what other thresholds would do. */
export const claimThreshold = 0.5;
/** The score of a claim whose quotation is not what was said. */
const falseQuotation = 0.01;
/** The score of a claim that has another name where its sentence has one. */
const swappedName = 0.05;
/** Readings of the latest sources are kept, since the claims of one page come one after the other. */
const keptReadings = 8;
/** What an aside begins and ends with. */
const mark = /[,;:()[\]–—]|--| - /u;
const readings = new Map<string, Reading>();

/** Says whether the sources bear the claim out, and where the passage is that does so best. Needs nothing but the texts; deterministic. */
export function checkClaim(claim: string, sources: readonly string[]): ClaimCheck {
  return checkAgainst(claim, readingOf(sources));
}

/**
 * The same against sources that were read already.
 *
 * @param excerpts whether a sentence of a source, whole or with nothing but deletions at its marks or of few words, passes without being measured
 */
export function checkAgainst(claim: string, reading: Reading, excerpts = true): ClaimCheck {
  const measured = measureClaim(claim, reading);
  if (!measured) return { supported: false, score: 0, reason: "no-source" };
  const evidence = evidenceOf(measured, reading);
  const quotation = quotationFault(claim, reading);
  if (quotation) return { supported: false, score: falseQuotation, reason: quotation, evidence };
  if (excerpts && isExcerpt(measured)) return { supported: true, score: 1, evidence };
  if (measured.matches.some(swapsNameOfNearest))
    return { supported: false, score: swappedName, reason: "unseen-name", evidence };
  const score = scoreOf(measured.signals);
  if (score >= claimThreshold) return { supported: true, score, evidence };
  return { supported: false, score, reason: faultIn(measured.signals), evidence };
}

function readingOf(sources: readonly string[]): Reading {
  const key = sources.join("\u0000");
  const known = readings.get(key);
  if (known) return known;
  const reading = readSources(sources);
  for (const oldest of [...readings.keys()].slice(0, Math.max(0, readings.size - keptReadings + 1)))
    readings.delete(oldest);
  readings.set(key, reading);
  return reading;
}

/** The score of a claim that is settled before anything is weighed: by a false quotation, as an excerpt, or by a name for a name. */
export function settledScore(claim: string, measured: MeasuredClaim, reading: Reading): number | undefined {
  if (quotationFault(claim, reading)) return falseQuotation;
  if (isExcerpt(measured)) return 1;
  return measured.matches.some(swapsNameOfNearest) ? swappedName : undefined;
}

/** Held against the sentence that covers the most of it. */
function swapsNameOfNearest({ words, ranked, reading }: SentenceMatch): boolean {
  const [best] = ranked;
  const sentence = best === undefined ? undefined : reading.sentences[best];
  return sentence !== undefined && swapsName(words, reading.words.slice(sentence.from, sentence.to));
}

/** Of excerpts with a seam in the middle of a clause people found three in ten false: those are measured like any claim. */
function isExcerpt({ signals, matches }: MeasuredClaim): boolean {
  return !signals.roughCuts && matches.every(isShortened);
}

function isShortened({ words, ranked, reading }: SentenceMatch): boolean {
  const [best] = ranked;
  const sentence = best === undefined ? undefined : reading.sentences[best];
  if (!sentence) return false;
  const text = reading.sources[sentence.source] ?? "";
  let end = sentence.start;
  const source = reading.words.slice(sentence.from, sentence.to).map((word) => {
    const afterMark = mark.test(text.slice(end, word.start));
    end = word.end;
    return { lower: word.lower, afterMark };
  });
  return isExcerptOf(
    words.map(({ lower }) => lower),
    source,
  );
}

/** The sentence that the weightiest sentence of the claim is nearest to. */
function evidenceOf({ matches, nearest }: MeasuredClaim, { sentences }: Reading) {
  const weightiest = matches.reduce((best, match, at) => (match.weight > (matches[best]?.weight ?? 0) ? at : best), 0);
  const { source, start, end } = sentences[nearest[weightiest] ?? 0] ?? { source: 0, start: 0, end: 0 };
  return { source, start, end };
}

function faultIn(signals: Signals): ClaimFault {
  const has = (name: string) => (signals[name] ?? 0) > 0;
  if (has("numbersUnseen") || has("numberNotInSources")) return "unseen-number";
  if (has("dateNotInSources")) return "unseen-date";
  if (has("nameNotInSources")) return "unseen-name";
  if (has("negationWon") || has("negationGap")) return "negation";
  if (has("oppositeFaced")) return "opposite";
  return "not-borne-out";
}
