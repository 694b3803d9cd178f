import type { Passage } from "./passage.ts";

/** What a reader asks of any report. */
export const askedOfReports = ["who", "what", "when", "where", "why", "how"] as const;
export type AskedOfReport = (typeof askedOfReports)[number];

const place = /\b(?:in|at|near|off|outside|from|of|im|bei|aus|à|en|de)\s+(?:the\s+)?\p{Lu}/u;
const manner = /\b(?:after|when|by|with|using|nach|als|durch|mit|après|lorsque|avec|tras|cuando|con)\b/iu;
/** A sentence this far down gives way to one a sentence higher, all else alike. */
const stepDown = 0.1;
/** A longer sentence answers more, up to so many words. */
const aWord = 0.02;
const mostWords = 40;

/**
 * The sentence of one report that best answers a question: a report puts who, what and where first, so place in the text counts most, then what the
 * question asks for: a date, a place, a cause, a manner. Undefined where no sentence can stand.
 */
export function findAnswer(asked: AskedOfReport, passages: readonly Passage[]): Passage | undefined {
  let best: Passage | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const passage of passages) {
    if (passage.flaw === "boilerplate" || passage.flaw === "heading") continue;
    const score = fits(asked, passage) - stepDown * passage.order + aWord * Math.min(mostWords, passage.words);
    if (score > most) [best, most] = [passage, score];
  }
  return best;
}

function fits(asked: AskedOfReport, { text, dates, cues }: Passage): number {
  switch (asked) {
    case "who":
    case "what":
      return 0;
    case "when":
      return dates.length > 0 ? 1.2 : 0;
    case "where":
      return place.test(text) ? 0.3 : 0;
    case "why":
      return cues.analysis.cause.test(text) ? 0.4 : 0;
    case "how":
      return manner.test(text) ? 0.4 : 0;
  }
}
