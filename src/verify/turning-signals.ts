import type { SentenceMatch } from "./sentence-match.ts";
import { isContrast, isNegator, isPronoun } from "./turning-words.ts";
import { oppositesOf } from "./word-kin.ts";

/** A negation is looked for so near the places of the words it stands with. */
const negationReach = 6;
const companyBefore = 3;
const companyAfter = 5;
const tellingWeight = 2;

/** Negations that the sources do not make of these words, opposites of what the sources say, and words that set things against each other. */
export function turningSignals(match: SentenceMatch): Record<string, number> {
  const { words, content, anywhere, reading } = match;
  const negators = [...words.keys()].filter((at) => words[at] && isNegator(words[at]));
  const hasOpposite = (at: number) => [...oppositesOf(words[at]?.stem ?? "")].some((stem) => reading.places.has(stem));
  return {
    negationsNew: negators.filter((at) => !reading.places.has(words[at]?.stem ?? "")).length,
    negationsAlone: negators.filter((at) => !isDeniedThere(at, match)).length,
    opposites: content.filter((at) => (anywhere[at] ?? 0) < 1 && hasOpposite(at)).length,
    contrasts: words.filter(isContrast).length,
    pronouns: words.filter(isPronoun).length,
  };
}

/** True where a source has a negation near the places of the words that stand around this one in the claim. */
function isDeniedThere(at: number, { words, matches, reading }: SentenceMatch): boolean {
  for (let other = Math.max(0, at - companyBefore); other <= Math.min(words.length - 1, at + companyAfter); other++) {
    if (other === at || (words[other]?.weight ?? 0) < tellingWeight) continue;
    for (const { at: place } of matches[other] ?? [])
      if (reading.words.slice(Math.max(0, place - negationReach), place + negationReach + 1).some(isNegator))
        return true;
  }
  return false;
}
