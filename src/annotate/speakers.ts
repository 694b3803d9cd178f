import type { Mention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { mentionsWithin, type Reading } from "./quotes.ts";

/** Who said it: the words that name the speaker, and the name in full where the article gives it. */
export interface Speaker extends Span {
  readonly name: string;
}

/** How far from its verb a speaker stands at most; a long apposition fits ("…, who has led the party since May, said"). */
const reach = 160;

/** A role without a name ("the mayor", "police", "a spokeswoman for the ministry") as it stands right before a verb of speech. */
const roleBefore =
  /(?:^|[\s,"”“(])((?:(?:the|a|an|two|three|some|several|many|one|der|die|das|ein|eine|le|la|les|l['’]|un|une|el|los|las)\s)?(?:[\p{L}'’-]+\s){0,5}?(?:police|officials?|authorities|ministry|government|army|military|spokes(?:man|woman|person)|minister|president|mayor|governor|company|court|judge|prosecutors?|lawyers?|witness(?:es)?|residents?|experts?|analysts?|researchers?|scientists?|doctors?|rescuers?|firefighters?|agency|statement|report|source|sources|leader|chief|director|union|bank|office|department|committee|party|team|coach|doctor|critics?|protesters|organi[sz]ers|polizei|behörden|regierung|ministerium|sprecher(?:in)?|bürgermeister(?:in)?|préfecture|ministère|gouvernement|porte-parole|policía|gobierno|ministerio|portavoz)(?:\s(?:of|for|in|at)\s[\p{L}'’ -]{2,40}?)?)\s*,?\s*$/iu;
const pronounBefore = /(?:^|[\s,"”“])([\p{L}]{2,5})\s*$/u;

/** The speaker that stands before a verb of speech: the nearest name, with a pronoun or a role in its place where one stands nearer. */
export function speakerBefore(
  context: Reading,
  sentence: Span,
  cue: number,
  inside: readonly Span[],
): Speaker | undefined {
  const lastQuotation = inside.filter(({ end }) => end <= cue).at(-1)?.end ?? sentence.start;
  const from = Math.max(lastQuotation, sentence.start, cue - reach);
  const words = context.text
    .slice(from, cue)
    .replace(/\s+(?:also|later|then|has|have|had|once|again|recently|hat|haben|a|ont|ha|han)(?=\s*$)/i, " ");
  const pronoun = pronounOf(context, words, from);
  if (pronoun) return pronoun;
  const names = mentionsWithin(context.mentions, { start: from, end: cue }).filter(canSpeak);
  const nearest = names.at(-1);
  if (nearest && /^[\s,]*$/.test(context.text.slice(nearest.end, cue))) return named(nearest);
  const role = words.match(roleBefore);
  if (role?.[1] !== undefined) {
    const start = from + (role.index ?? 0) + role[0].indexOf(role[1]);
    return { start, end: start + role[1].length, name: role[1].trim() };
  }
  // With an apposition between ("Ilse Varn, the foreign minister, said") the subject is the first person of the clause.
  const subject = names.find(({ type }) => type === "PER") ?? names[0];
  return subject ? named(subject) : undefined;
}

/** The speaker that stands after a verb ("said Ilse Varn") or after "according to". */
export function speakerAfter(context: Reading, sentence: Span, cue: number): Speaker | undefined {
  const until = Math.min(sentence.end, cue + reach);
  const words = context.text.slice(cue, until);
  const pronoun = words.match(/^\s+([\p{L}]{2,5})(?=[\s,.;])/u);
  if (pronoun?.[1] !== undefined && context.rules.pronouns.has(pronoun[1].toLowerCase()) && context.lastPerson) {
    const start = cue + pronoun[0].indexOf(pronoun[1]);
    return { start, end: start + pronoun[1].length, name: context.lastPerson.name };
  }
  const phrase = words.match(
    /^\s+((?:(?!\b(?:that|who|which|on|after|when|while|as|during)\b)[^,.;:"“”«»]|\.(?=\s?\p{Lu}))+)/u,
  )?.[1];
  if (phrase === undefined) return undefined;
  const start = cue + words.indexOf(phrase);
  const span = { start, end: start + phrase.trimEnd().length };
  const names = mentionsWithin(context.mentions, span).filter(canSpeak);
  const person = names.find(({ type }) => type === "PER") ?? names[0];
  if (person) return named(person);
  // "according to the mayor, Tor Ashby, …": the name stands behind the comma as an apposition.
  const apposed = mentionsWithin(context.mentions, { start: span.end, end: until }).find(({ type }) => type === "PER");
  if (apposed && /^,\s*$/.test(context.text.slice(span.end, apposed.start))) return named(apposed);
  if (
    /^(?:the|a|an|one|two|police|officials|local|der|die|das|le|la|les|el|los)\b/i.test(phrase) ||
    /\p{Lu}/u.test(phrase.charAt(0))
  )
    return { ...span, name: phrase.trim() };
  return undefined;
}

function pronounOf(context: Reading, words: string, from: number): Speaker | undefined {
  const match = words.match(pronounBefore);
  const pronoun = match?.[1];
  if (!match || pronoun === undefined || !context.rules.pronouns.has(pronoun.toLowerCase())) return undefined;
  const start = from + (match.index ?? 0) + match[0].indexOf(pronoun);
  return { start, end: start + pronoun.length, name: context.lastPerson?.name ?? pronoun };
}

function canSpeak({ type }: Mention): boolean {
  return type === "PER" || type === "ORG" || type === "LOC";
}

function named({ start, end, name }: Mention): Speaker {
  return { start, end, name };
}
