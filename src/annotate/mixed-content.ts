import type { Span } from "../model/article.ts";
import type { Attribution } from "./attribution.ts";
import type { Quotation } from "./quotation-marks.ts";

/** These seldom give somebody's words: what stands around the marks is not reported with them. */
const weak = /^(?:ha[ds]|ma(?:de|kes?)|gives?|gave)$/i;

/** "Said in an interview on Friday that": where and to whom it was said is no part of what was. */
const occasion = /^\s(?:in|on|at|during|to|of|after|before)\s[^,;:“”"]{2,80}?\sthat\s/;

/**
 * What a clause says that is partly in quotation marks ("called the vote “a farce” and left"): from behind its verb to the end of what it
 * reports. Undefined where the quotation stands for itself.
 *
 * @param quotations those of one attribution, in order
 * @param limit where the next attribution of the sentence begins
 */
export function mixedContent(
  text: string,
  sentence: Span,
  { cue, speaker }: Attribution,
  quotations: readonly Quotation[],
  limit: number,
): Span | undefined {
  const first = quotations[0];
  const last = quotations.at(-1);
  if (!first || !last || (first.start < cue.start && last.start > cue.end)) return undefined;
  if (weak.test(text.slice(cue.start, cue.end))) return undefined;
  if (cue.start >= last.end) {
    // "The vote was “a farce,” she said": the words before belong to what is said.
    const lead = text.slice(sentence.start, first.start);
    const from = sentence.start + (/^(?:(?:And|But|So|Yet),?\s)?/.exec(lead)?.[0].length ?? 0);
    return wordCount(lead) > 0 && !/[:]\s*$/.test(lead) ? { start: from, end: last.end } : undefined;
  }
  const behind = speaker && speaker.start >= cue.end && speaker.end <= first.start ? speaker.end : cue.end;
  const opening =
    /^[\s,:—–-]*(?:that\s|as saying\s|reporters\s)?[\s,:“”"]*/.exec(text.slice(behind, first.start))?.[0] ?? "";
  const aside = occasion.exec(text.slice(behind, first.start))?.[0] ?? opening.replace(/[“”"]+$/, "");
  const start = Math.min(first.start, behind + aside.length);
  const tail = text.slice(last.end, Math.min(limit, sentence.end));
  const rest = continuation(tail);
  const end = last.end + rest.length;
  return wordCount(text.slice(start, first.start)) + wordCount(rest) === 0 ? undefined : { start, end };
}

/** How far a clause goes on behind its quotation: to the next clause, or to where another verb of speech has its own. */
function continuation(tail: string): string {
  // A quotation that ends its sentence has nothing behind it.
  const clause =
    /^(?:\s+(?!(?:and|but|while|as|after|before|when|because|adding|saying|in an?|during|on|at|to reporters)\s)[^,.;:—–?!“”"]+)+/.exec(
      tail,
    )?.[0] ?? "";
  return clause.replace(/\s+$/, "");
}

function wordCount(words: string): number {
  return words.match(/\p{L}+/gu)?.length ?? 0;
}
