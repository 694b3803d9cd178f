import type { Span } from "../model/article.ts";
import type { Attribution } from "./attribution.ts";

const lead =
  /^\s*(?:(?:on|in|at) [^,"“]{2,40}?(?=\sthat\b)|reporters|journalists)?\s*(?:,?\s*(?:that|dass|que)\s+)?[,:]?\s*/i;

/** What an indirect report says: the part after "that" or the verb, or the clause before a trailing ", she said". */
export function indirectContent(text: string, sentence: Span, { cue, speaker }: Attribution): Span | undefined {
  const after = text.slice(cue.end, sentence.end);
  const afterSpeaker = speaker && speaker.start >= cue.end ? speaker.end : cue.end;
  const before = text.slice(sentence.start, Math.min(cue.start, speaker?.start ?? cue.start));
  if (/,\s*$/.test(before) && before.trim().split(/\s+/).length >= 3)
    return trimmed(text, sentence.start, sentence.start + before.length);
  if (speaker && speaker.start >= cue.end) {
    // "According to X, …": what stands behind the comma, or else before the cue.
    const comma = text.indexOf(",", afterSpeaker);
    if (comma >= 0 && comma < sentence.end - 10 && cue.start - sentence.start < 4)
      return trimmed(text, comma + 1, sentence.end);
    return before.trim().length > 15 ? trimmed(text, sentence.start, cue.start) : undefined;
  }
  const skipped = after.match(lead)?.[0] ?? "";
  return after.length - skipped.length > 12 ? trimmed(text, cue.end + skipped.length, sentence.end) : undefined;
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = start + part.replace(/[\s,;:]+$/, "").length;
  return to - from > 10 ? { start: from, end: to } : undefined;
}
