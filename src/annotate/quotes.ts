import type { Language } from "../languages/language.ts";
import { languageFor } from "../languages/registry.ts";
import type { Mention, Quote } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { type Token, tokensWithin } from "../text/tokens.ts";
import { findQuotations, type Quotation } from "./quotation-marks.ts";
import { type Speaker, speakerAfter, speakerBefore } from "./speakers.ts";

/*
 * Who said what, by rules (after Pareti et al. 2013 and O'Keefe et al. 2012): quotations are found by their marks, then the sentence around
 * them is searched for a verb of speech or "according to" and for the speaker beside it. Sentences that report speech without marks give
 * indirect quotes.
 */

interface Attribution {
  readonly cue: Span;
  readonly speaker?: Speaker;
}

/** More quotations than this in one text is a page of them; the rest is left unread. */
const maxQuotations = 400;

export function findQuotes(
  text: string,
  sentences: readonly Span[],
  mentions: readonly Mention[],
  language: string,
): Quote[] {
  const rules = languageFor(language);
  const quotations = findQuotations(text, rules).slice(0, maxQuotations);
  const context: Reading = { text, rules, mentions, lastPerson: undefined };
  const quotes: Quote[] = [];
  let carried: { attribution: Attribution; paragraph: number } | undefined;
  let next = 0;
  let group = 0;
  let paragraph = 0;
  let read = 0;
  for (const sentence of sentences) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= sentence.start) next++;
    const inside: Quotation[] = [];
    for (let at = next; at < quotations.length; at++) {
      const quotation = quotations[at];
      if (!quotation || quotation.start >= sentence.end) break;
      inside.push(quotation);
    }
    const tokens = tokensWithin(text, sentence);
    const outside = tokens.filter((token) => !inside.some((quotation) => covers(quotation, token)));
    const attribution = findAttribution(context, sentence, tokens, outside, inside);
    paragraph += newLines(text, read, sentence.start);
    read = sentence.start;
    if (inside.length > 0) {
      const wordsOutside = outside.filter(({ kind }) => kind === "word").length;
      // A sentence that is a quotation and nothing else belongs to whoever spoke before, in this paragraph or the one it carries on.
      const carries = wordsOutside === 0 && carried !== undefined && paragraph - carried.paragraph <= 1;
      const by = attribution ?? (carries ? carried?.attribution : undefined);
      const name = inside.length > 1 && attribution ? `q${++group}` : undefined;
      for (const quotation of inside) quotes.push(quoteOf(quotation, by, attribution !== undefined, name));
      if (by) carried = { attribution: by, paragraph };
    } else if (attribution) {
      const content = indirectContent(text, sentence, attribution);
      if (content)
        quotes.push({ ...content, direct: false, cue: attribution.cue, ...speakerPart(attribution.speaker) });
      carried = { attribution, paragraph };
    }
    // Somebody named only as an owner ("Varn's office") is seldom who speaks next.
    for (const mention of mentionsWithin(mentions, sentence))
      if (mention.type === "PER" && !/^['’]s/.test(text.slice(mention.end, mention.end + 2)))
        context.lastPerson = mention;
  }
  return quotes.sort((a, b) => a.start - b.start || a.end - b.end);
}

export interface Reading {
  readonly text: string;
  readonly rules: Language;
  readonly mentions: readonly Mention[];
  /** The person named last before this sentence: who "he" or "she" is. */
  lastPerson: Mention | undefined;
}

function quoteOf(
  { start, end }: Quotation,
  by: Attribution | undefined,
  ownCue: boolean,
  group: string | undefined,
): Quote {
  return {
    start,
    end,
    direct: true,
    ...(by && ownCue && { cue: by.cue }),
    ...speakerPart(by?.speaker),
    ...(group !== undefined && { group }),
  };
}

function speakerPart(speaker: Speaker | undefined): { speaker?: Speaker } {
  return speaker ? { speaker } : {};
}

/** The verb of speech or "according to" of a sentence, outside its quotations, with the speaker beside it. */
function findAttribution(
  context: Reading,
  sentence: Span,
  tokens: readonly Token[],
  outside: readonly Token[],
  inside: readonly Quotation[],
): Attribution | undefined {
  const accordingTo = findAccordingTo(context, sentence, inside);
  if (accordingTo) return accordingTo;
  for (const token of outside) {
    if (!context.rules.speechVerbs.has(token.lower)) continue;
    const at = tokens.indexOf(token);
    const before = tokens[at - 1];
    // "the said", "a call": a noun or a participle, no verb of speech.
    if (before && /^(?:the|a|an|of|der|die|das|le|la|el|un|une|una)$/.test(before.lower)) continue;
    const afterQuotation = inside.some(
      ({ end }) => end <= token.start && /^[\s,.]*$/.test(context.text.slice(end, token.start)),
    );
    const speaker = afterQuotation
      ? (speakerAfter(context, sentence, token.end) ?? speakerBefore(context, sentence, token.start, inside))
      : (speakerBefore(context, sentence, token.start, inside) ?? speakerAfter(context, sentence, token.end));
    const clear =
      inside.length > 0 ||
      /^\s*(?:that\b|:|dass\b|,\s*dass\b|qu['’e]|que\b|[\p{L}$€£\d])/u.test(context.text.slice(token.end));
    if (speaker || (inside.length > 0 && clear))
      return { cue: { start: token.start, end: token.end }, ...(speaker && { speaker }) };
  }
  return undefined;
}

function findAccordingTo(context: Reading, sentence: Span, inside: readonly Quotation[]): Attribution | undefined {
  const lower = context.text.slice(sentence.start, sentence.end).toLowerCase();
  for (const phrase of context.rules.accordingTo) {
    const at = lower.indexOf(`${phrase} `);
    if (at < 0 || (at > 0 && /\p{L}/u.test(lower.charAt(at - 1)))) continue;
    const cue = { start: sentence.start + at, end: sentence.start + at + phrase.length };
    if (inside.some((quotation) => covers(quotation, cue))) continue;
    const speaker = speakerAfter(context, sentence, cue.end);
    if (speaker) return { cue, speaker };
  }
  return undefined;
}

/** What an indirect report says: the part after "that" or the verb, or the clause before a trailing ", she said". */
function indirectContent(text: string, sentence: Span, { cue, speaker }: Attribution): Span | undefined {
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
  const lead =
    after.match(
      /^\s*(?:(?:on|in|at) [^,"“]{2,40}?(?=\sthat\b)|reporters|journalists)?\s*(?:,?\s*(?:that|dass|que)\s+)?[,:]?\s*/i,
    )?.[0] ?? "";
  return after.length - lead.length > 12 ? trimmed(text, cue.end + lead.length, sentence.end) : undefined;
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = start + part.replace(/[\s,;:]+$/, "").length;
  return to - from > 10 ? { start: from, end: to } : undefined;
}

export function mentionsWithin(mentions: readonly Mention[], span: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const within: Mention[] = [];
  for (let at = low; at < mentions.length; at++) {
    const mention = mentions[at];
    if (!mention || mention.start >= span.end) break;
    if (mention.end <= span.end) within.push(mention);
  }
  return within;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function newLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
