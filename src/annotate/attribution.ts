import type { Span } from "../model/article.ts";
import type { Token } from "../text/tokens.ts";
import type { Quotation } from "./quotation-marks.ts";
import { mentionsWithin, type Reading, type Speaker, speakerAfter, speakerBefore, subjectOf } from "./speakers.ts";

/** A verb of speech or "according to", with who speaks. */
export interface Attribution {
  readonly cue: Span;
  readonly speaker?: Speaker;
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The attributions of a sentence in order: its "according to" and its verbs of speech outside quotations, each with the speaker beside it. */
export function findAttributions(
  context: Reading,
  sentence: Span,
  outside: readonly Token[],
  inside: readonly Quotation[],
): Attribution[] {
  const found: Attribution[] = [];
  const accordingTo = findAccordingTo(context, sentence, inside);
  if (accordingTo) found.push(accordingTo);
  const { speechVerbs, quoteVerbs } = context.rules;
  for (const [at, token] of outside.entries()) {
    if (!speechVerbs.has(token.lower) && !(inside.length > 0 && quoteVerbs.has(token.lower))) continue;
    const before = outside[at - 1];
    // "the said", "a call": a noun or a participle, no verb of speech.
    if (before && before.end >= token.start - 1 && nounBefore.test(before.lower)) continue;
    if (perfect.test(token.lower) && isAuxiliary(outside.slice(at + 1, at + 4))) continue;
    if (found.some(({ cue }) => cue.start <= token.start && token.start < cue.end)) continue;
    const earlier = found.at(-1);
    const attribution = withSpeaker(context, sentence, token, inside, earlier);
    if (!attribution || (earlier && isNested(context, earlier, attribution, inside))) continue;
    found.push(attribution);
  }
  return found.sort((a, b) => a.cue.start - b.cue.start);
}

const perfect = /^ha(?:s|d|ve)$/;

/** "Has repeatedly said", "had been told": the verb that follows is the one that speaks. */
function isAuxiliary(next: readonly Token[]): boolean {
  const verb = next.find(({ lower }) => !/(?:ly|^(?:been|also|long|often|not|never|now|since|just|even))$/.test(lower));
  return verb !== undefined && /(?:ed|^(?:said|told|made|put|given|written|spoken|seen|held|read))$/.test(verb.lower);
}

/** "Varn says she feels “great”": the outer verb is whose report it is, unless a new clause with a speaker of its own begins between. */
function isNested({ text }: Reading, outer: Attribution, inner: Attribution, inside: readonly Quotation[]): boolean {
  if (inside.some(({ start, end }) => (start >= outer.cue.end && end <= inner.cue.start) || end <= outer.cue.start))
    return false;
  const { speaker } = inner;
  if (!speaker || speaker === outer.speaker || speaker.start < outer.cue.end) return true;
  return !/[;—]|,?\s(?:and|but|while|whereas|und|aber|et|mais|y|pero)\s/i.test(
    text.slice(outer.cue.end, speaker.start),
  );
}

const nounBefore =
  /^(?:the|a|an|of|his|her|their|its|my|our|your|this|that|these|those|no|any|by|der|die|das|dem|den|des|ein|eine|einem|einen|le|la|el|un|une|una|du|les|los|las)$/;

function withSpeaker(
  context: Reading,
  sentence: Span,
  token: Token,
  inside: readonly Quotation[],
  earlier: Attribution | undefined,
): Attribution | undefined {
  const { text } = context;
  const behind = inside.filter(({ end }) => end <= token.start).at(-1);
  const afterQuotation =
    behind !== undefined &&
    /^[\s,.;—–-]*$/.test(text.slice(behind.end, token.start)) &&
    !isTitle(text, sentence, behind);
  // "so" and its like are cues only right behind a quotation.
  if (token.text.length < 3 && !afterQuotation) return undefined;
  const cue = { start: token.start, end: token.end };
  // In German the verb comes first wherever something else than the subject opens the clause ("Am Ende sagte er").
  const participle = /ing$/.test(token.lower) && /,\s*$/.test(text.slice(sentence.start, token.start));
  const before = () => speakerBefore(context, sentence, token.start, inside);
  const after = () => speakerAfter(context, sentence, token.end, inside);
  const subject = () => subjectOf(context, sentence, token.start, inside);
  const speaker = participle
    ? (earlier?.speaker ?? subject() ?? firstSpeaker(context, { start: sentence.start, end: token.start }))
    : afterQuotation
      ? (after() ?? before())
      : (before() ?? (context.rules.tag === "en" ? subject() : undefined) ?? after());
  if (speaker) return { cue, speaker };
  if (inside.length === 0) return undefined;
  // "He praised the plan but called it “late”": the second verb has the first one's subject.
  const shared = earlier?.speaker ?? subject();
  return shared ? { cue, speaker: shared } : { cue };
}

/** A few words inside a clause (“Scandal,”) are a name, not what was said. */
function isTitle(text: string, sentence: Span, { start, end }: Span): boolean {
  return (
    start > sentence.start &&
    /\p{L}[\s,]*$/u.test(text.slice(sentence.start, start)) &&
    text.slice(start, end).split(/\s+/).length < 4
  );
}

/** A sentence that quotes without a verb we know: whoever is its subject, and the word behind. */
export function guessAttribution(
  context: Reading,
  sentence: Span,
  outside: readonly Token[],
  quotation: Span,
): Attribution | undefined {
  const before = { start: sentence.start, end: quotation.start };
  const after = { start: quotation.end, end: sentence.end };
  const subject =
    colonSpeaker(context, before) ??
    subjectOf(context, sentence, quotation.start, []) ??
    firstSpeaker(context, before) ??
    tailSpeaker(context, after);
  if (!subject) return undefined;
  const verb = outside.find(
    ({ start, kind, lower }) =>
      start >= subject.end &&
      kind === "word" &&
      !/^(?:has|have|had|was|is|were|are|also|then|who|hat|ist|war|a|est|ha)$|ly$/.test(lower),
  );
  return {
    cue: verb ? { start: verb.start, end: verb.end } : { start: subject.start, end: subject.end },
    speaker: subject,
  };
}

/** "… does not surprise the pollster Ilse Varn: “…”": the name before the colon. */
function colonSpeaker(context: Reading, span: Span): Speaker | undefined {
  const last = mentionsWithin(context.mentions, span).at(-1);
  return last?.type === "PER" && /^\s*:\s*$/.test(context.text.slice(last.end, span.end)) ? last : undefined;
}

function firstSpeaker(context: Reading, span: Span): Speaker | undefined {
  const mentions = mentionsWithin(context.mentions, span);
  return mentions.find(({ type }) => type === "PER") ?? mentions.find(({ type }) => type === "ORG");
}

/** `“…,” Varn shot back`: right behind the quotation, on its comma. */
function tailSpeaker(context: Reading, span: Span): Speaker | undefined {
  const mention = mentionsWithin(context.mentions, span)[0];
  return mention && mention.start - span.start < 4 && mention.type !== "LOC" ? mention : undefined;
}

function findAccordingTo(context: Reading, sentence: Span, inside: readonly Quotation[]): Attribution | undefined {
  const lower = context.text.slice(sentence.start, sentence.end).toLowerCase();
  for (const phrase of context.rules.accordingTo) {
    const at = lower.indexOf(`${phrase} `);
    if (at < 0 || (at > 0 && /\p{L}/u.test(lower.charAt(at - 1)))) continue;
    const cue = { start: sentence.start + at, end: sentence.start + at + phrase.length };
    if (inside.some((quotation) => covers(quotation, cue))) continue;
    const speaker = /zufolge$/.test(phrase)
      ? speakerBefore(context, sentence, cue.start, inside)
      : speakerAfter(context, sentence, cue.end, inside);
    if (speaker) return { cue, speaker };
  }
  return undefined;
}
