import type { Language } from "../languages/language.ts";
import type { Mention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";

/** A text while its sentences are read in order. */
export interface Reading {
  readonly text: string;
  readonly rules: Language;
  readonly mentions: readonly Mention[];
  /** The person named last before this sentence: who "he" or "she" is. */
  lastPerson: Mention | undefined;
}

/** Who said it: the words that name the speaker, and the name in full where the article gives it. */
export interface Speaker extends Span {
  readonly name: string;
}

/** How far from its verb a speaker stands at most; a long apposition fits ("…, who has led the party since May, said"). */
const reach = 160;

/** Nothing but a comma and helping words stands between a name and its verb. */
const auxiliaries =
  /^(?:[\s,]|(?:also|later|then|will|would|could|can|may|might|should|must|did|does|was|is|were|are|been|has|have|had|once|again|recently|reportedly|repeatedly|publicly|hat|haben|a|ont|ha|han|sich)\s)*$/i;

/** A role without a name ("the mayor", "police", "a spokeswoman for the ministry") as it stands right before a verb of speech. */
const roleBefore =
  /(?:^|[\s,"”“(])((?:(?:the|a|an|two|three|some|several|many|one|der|die|das|ein|eine|le|la|les|l['’]|un|une|el|los|las)\s)?(?:[\p{L}'’-]+\s){0,5}?(?:police|officials?|authorities|ministry|government|army|military|spokes(?:man|woman|person)|minister|president|mayor|governor|company|court|judge|prosecutors?|lawyers?|witness(?:es)?|residents?|experts?|analysts?|researchers?|scientists?|doctors?|rescuers?|firefighters?|agency|statement|report|source|sources|leader|chief|director|union|bank|office|department|committee|party|team|coach|doctor|critics?|protest[eo]rs?|organi[sz]ers?|candidates?|nominee|lawmakers?|senators?|congress(?:man|woman)|hecklers?|hosts?|professors?|strategists?|pollsters?|man|woman|men|women|owner|authors?|students?|voters?|supporters?|fans?|reporters?|drivers?|attendees|crowd|aides?|advis[eo]rs?|campaign|group|network|newspaper|editors?|activists?|neighbou?rs?|mother|father|brother|sister|wife|husband|son|daughter|teacher|billionaire|businessman|attorney|sheriff|chairman|chairwoman|secretary|commissioner|ambassador|pastor|bishop|pope|king|queen|prince|princess|polizei|behörden|regierung|ministerium|sprecher(?:in)?|bürgermeister(?:in)?|préfecture|ministère|gouvernement|porte-parole|policía|gobierno|ministerio|portavoz)(?:\s(?:of|for|in|at)\s[\p{L}'’ -]{2,40}?)?)\s*,?\s*$/iu;
const pronounBefore = /(?:^|[\s,"”“])([\p{L}]{1,5})\s*$/u;

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
    .replace(
      /\s+(?:also|later|then|will|would|could|can|may|might|should|must|did|does|was|is|were|are|been|has|have|had|once|again|recently|hat|haben|a|ont|ha|han)(?=\s*$)/i,
      " ",
    );
  const pronoun = pronounOf(context, words, from);
  if (pronoun) return pronoun;
  const names = mentionsWithin(context.mentions, { start: from, end: cue }).filter(canSpeak);
  const nearest = names.at(-1);
  if (nearest && auxiliaries.test(context.text.slice(nearest.end, cue)) && !closesAside(context.text, nearest, cue))
    return named(nearest);
  const role = words.match(roleBefore);
  if (role?.[1] !== undefined) {
    const start = from + (role.index ?? 0) + role[0].indexOf(role[1]);
    return { start, end: start + role[1].length, name: role[1].trim() };
  }
  // With an apposition between ("Ilse Varn, the foreign minister, said") the subject is the first person of the clause.
  const subject =
    names.find(({ type }) => type === "PER") ?? names.find((name) => !closesAside(context.text, name, cue));
  return subject ? named(subject) : undefined;
}

/** "Ilse Varn, 22, of Tremmen, said", "a letter obtained by Tern Wire says": a place that ends an aside, and whom something was done by or told to, do not speak. */
function closesAside(text: string, { type, start, end }: Mention, cue: number): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  if (/\b(?:by|to)\s(?:the\s)?$/i.test(before)) return true;
  return type === "LOC" && /^,/.test(text.slice(end, cue)) && /\b(?:of|in|from|at|near|for)\s$/.test(before);
}

/** The speaker that stands after a verb ("said Ilse Varn") or after "according to", outside quotations. */
export function speakerAfter(
  context: Reading,
  sentence: Span,
  cue: number,
  inside: readonly Span[],
): Speaker | undefined {
  const quotation = inside.find(({ start }) => start >= cue)?.start ?? sentence.end;
  const until = Math.min(sentence.end, quotation, cue + reach);
  const words = context.text.slice(cue, until);
  const pronoun = words.match(/^\s+([\p{L}]{2,5})(?=[\s,.;?!]|$)/u);
  if (pronoun?.[1] !== undefined && context.rules.pronouns.has(pronoun[1].toLowerCase())) {
    const start = cue + pronoun[0].indexOf(pronoun[1]);
    return { start, end: start + pronoun[1].length, name: context.lastPerson?.name ?? pronoun[1] };
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
    /^(?:the|a|an|one|two|police|officials|local|der|die|das|ein|eine|le|la|les|un|une|el|los|una)\b/i.test(phrase) ||
    /\p{Lu}/u.test(phrase.charAt(0))
  )
    return { ...span, name: phrase.trim() };
  return undefined;
}

function pronounOf(context: Reading, words: string, from: number): Speaker | undefined {
  const match = words.match(pronounBefore);
  const pronoun = match?.[1];
  if (!match || pronoun === undefined) return undefined;
  const bare = context.rules.tag === "en" && /^(?:it|I|we|We|It)$/.test(pronoun);
  if (!bare && !context.rules.pronouns.has(pronoun.toLowerCase())) return undefined;
  const start = from + (match.index ?? 0) + match[0].indexOf(pronoun);
  return { start, end: start + pronoun.length, name: bare ? pronoun : (context.lastPerson?.name ?? pronoun) };
}

/** The words before a verb in its clause, where they can be its subject: "The memo reads", "Two senators". */
export function subjectOf(context: Reading, sentence: Span, cue: number, inside: readonly Span[]): Speaker | undefined {
  const from = Math.max(inside.filter(({ end }) => end <= cue).at(-1)?.end ?? 0, sentence.start, cue - reach);
  const words = context.text.slice(from, cue);
  const named = /^[\s,;]*((?:\p{Lu}[\p{L}.’'-]+\s){1,4})(?:\p{Ll}+\s){0,1}$/u.exec(words)?.[1]?.trimEnd();
  const subject =
    named ??
    /^[\s,;]*((?:(?:The|the|A|a|An|an|one|two|his|her|One|Two|Three|Some|Many|Most|Several|Both|All|His|Her|Their|Its|Der|Die|Das|Ein|Eine|Le|La|Les|Un|Une|El|Los|Las)\s[\p{L}\p{N}’'.&/-]+|(?:This|That|These|Those|He|She|They|I|We|It))(?:\s[\p{L}\p{N}’'.&/-]+){0,6}?)(?=\s(?:[\p{Ll}-]+(?:s|ed|t|en|ing)|wrote|said|had|has|have|was|were|is|are|will|would|could)\s|,?\s*$)/u.exec(
      words,
    )?.[1];
  if (subject === undefined || (inOn.test(subject) && named !== undefined)) return undefined;
  const start = from + words.indexOf(subject);
  const pronoun = context.rules.pronouns.has(subject.toLowerCase());
  return { start, end: start + subject.length, name: pronoun ? (context.lastPerson?.name ?? subject) : subject };
}

/** Capitalised words that open a clause and are no subject. */
const inOn =
  /^(?:In|On|At|And|But|When|After|As|For|If|So|Then|Yet|While|Since|Am|Im|Auf|Nach|Laut|En|Dans|Après|Para|Por)\b/;

/** The mentions inside a span, by binary search: mentions are in order. */
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

function canSpeak({ type }: Mention): boolean {
  return type === "PER" || type === "ORG" || type === "LOC";
}

function named({ start, end, name }: Mention): Speaker {
  return { start, end, name };
}
