import type { Quantity } from "../model/annotation.ts";
import { countedNoun } from "./counted-noun.ts";
import { intervalOf } from "./grain-interval.ts";
import { oncePerPassage } from "./once-per-passage.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { FrameKind } from "./phrases/phrases.ts";
import type { StoryReading } from "./read-story.ts";
import { blankQuoted } from "./words-in.ts";

/** One number an outlet gives for something that can be counted. */
export interface FrameStatement {
  readonly kind: FrameKind;
  /** What is counted ("homes") where the frame is "count". */
  readonly counted?: string;
  /** The currency where the frame is "sum". */
  readonly unit?: string;
  readonly low: number;
  readonly high: number;
  readonly number: Quantity;
  /** As printed: "at least four". */
  readonly amount: string;
  /** Lower-case words that stand around the number, by which two numbers are known to be of one thing. */
  readonly around: readonly string[];
  readonly passage: Passage;
}

export const stateKinds = ["dead", "injured", "missing", "arrested", "displaced"] as const;
type StateKind = (typeof stateKinds)[number];

const dayMs = 86_400_000;
const time =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|metres?|meters?|kilomet(?:re|er)s?|miles?|feet|jahren?|monate?n?|wochen?|tagen?|stunden?|minuten?|ans?|années?|mois|semaines?|jours?|heures?|años?|meses|semanas?|días?|horas?|times|percent|degrees?|points?|am|pm)$/i;
const age = /^[-\s]?(?:year|yr|jährig|ans\b|años\b|month|week|day)s?\S*/iu;
const partial =
  /^\s*(?:(?:people|men|women|persons)\s+)?(?:of (?:the|them|whom|those|these|its|his|her)|more\b|others?\b|other\b|per\b|additional|further)|^[^,;.]{0,24}?\b(?:(?:a|each|every|per) (?:day|week|month|year)|daily)\b/i;
const subset =
  /(?:including|included|among them|of whom|another|other|a further|a second|one in|each of|up from|from|down from|previous(?:ly)?|earlier|darunter|weitere|dont|incluid[oa]s?|otr[oa]s)\s+(?:\S+\s){0,1}$/i;
/** "was initially reported to be": the number stood before the one that stands. */
const superseded =
  /\b(?:initially|previously|originally|earlier|at first|zunächst|ursprünglich|d'abord|initialement|inicialmente)\b[^.;]{0,20}?\b(?:reported|estimated|announced|put|said|thought|set|given|gemeldet|geschätzt|estimé|annoncé|estimad[oa]|anunciad[oa])\b|\b(?:reported|estimated|announced|thought) (?:initially|previously|originally|earlier)\b/iu;
/** "35 in Amatrice, 11 in Accumoli": a count by place is no toll. */
const byPlace = /\p{N}+ (?:\p{Ll}+ )?in \p{Lu}[^.;]*?\p{N}+ (?:\p{Ll}+ )?in \p{Lu}/u;
/** Kept from being read as deaths. */
const punishment =
  /death (?:penalt(?:y|ies)|row|sentences?|threats?)|peines? de mort|pena de muerte|todesstrafe|todesurteil\w*/gi;
/** Words that may stand between a number and what became of those counted; any other noun means that something else is counted. */
const link =
  /^(?:people|persons?|victims|bodies|lives|were|was|are|have|has|been|had|is|be|being|now|confirmed|reported|feared|still|listed|said|to|as|menschen|personen|opfer|wurden|worden|sind|waren|seien|sei|kamen|als|noch|nun|personnes?|victimes|ont|été|sont|étaient|avaient|encore|personas|víctimas|han|fueron|sido|están|estaban|aún|men|women|suspects|protesters|demonstrators|residents|inhabitants|männer|frauen|einwohner|bewohner|hommes|femmes|habitants|hombres|mujeres|habitantes|from|their|homes|forced|told|leave|ihre|häuser|verlassen)$/iu;
/** Heads that count people as such; "three generations" or "two bullets" do not. */
const people =
  /^(?:people|persons?|victims|bodies|lives|dead|deaths|fatalities|killed|injured|wounded|missing|hurt|menschen|personen|tote[n]?|todesopfer|opfer|verletzte[n]?|vermisste[n]?|personnes?|morts?|tués?|décès|blessés?|disparus?|victimes|personas|muertos?|fallecidos|heridos|desaparecidos|víctimas|arrests|arrested|detained|displaced|homeless|évacués|evacuados|evacuated)$/iu;
/** A little more is let through where it cannot be a part: arrests of men, evacuations of residents. */
const alsoPeople: Readonly<Partial<Record<StateKind, RegExp>>> = {
  arrested:
    /^(?:men|women|suspects|protesters|demonstrators|activists|männer|frauen|hommes|femmes|hombres|mujeres|sospechosos)$/iu,
  displaced: /^(?:residents|inhabitants|einwohner|bewohner|habitants|habitantes|villagers|civilians)$/iu,
};
/** "toll ... rose to 11": verbs that carry a count over a distance. */
const carried = /(?:\b(?:to|at|reached|is|was|now|auf|bei|à|en|a|est de|es de))\s*$/i;
const tollWord = /\b(?:toll|number of|figure|count|zahl der|bilan|nombre de|número de|balance)\b/i;

/** True of a sentence that gives a number only as the one that stood before. */
export const isSuperseded = oncePerPassage(({ text }) => superseded.test(text));

/** The numbers of a passage that count something of the story itself; none of the past, of ages, or of a part. */
export function statementsOf(passage: Passage, { articles }: StoryReading): FrameStatement[] {
  if ((passage.flaw && passage.flaw !== "first-person") || !passage.reported) return [];
  const first = articles[0]?.publishedAt ?? passage.article.publishedAt;
  const before = (days: number) => Date.parse(first) - days * dayMs;
  const ends = Math.min(...passage.dates.map((date) => intervalOf(date)?.[1] ?? Number.POSITIVE_INFINITY));
  if (ends < before(parameters.frames.pastDays)) return [];
  const past = ends < before(parameters.background.minAgeDays) || isSuperseded(passage);
  const isState = ({ kind }: FrameStatement) => stateKinds.some((state) => state === kind);
  return passage.numbers
    .flatMap((number) => statementOf(number, passage) ?? [])
    .filter((statement) => !past || isState(statement));
}

function statementOf(number: Quantity, passage: Passage): FrameStatement | undefined {
  const { low, high, unit, of } = number;
  const start = number.start - passage.start;
  const end = number.end - passage.start;
  if (start < 0) return undefined;
  const text = blankQuoted(passage.text).replace(punishment, (words) => " ".repeat(words.length));
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (partial.test(after) || subset.test(before) || age.test(after) || /^\p{L}/u.test(after)) return undefined;
  const amount = passage.text.slice(start, end).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const base = { low, high, number, amount, around: around(before, after, passage), passage };
  if (unit === "%") return { kind: "percent", ...base };
  if (unit && /^[A-Z]{3}$/.test(unit)) return { kind: "sum", unit, ...base };
  if (unit || (of && (time.test(of) || /year-old|jährig/.test(of)))) return undefined;
  const kind = byPlace.test(passage.text) ? undefined : stateOf(passage, before, after, text.slice(start, end), of);
  if (kind) return { kind, ...base };
  const counted = countedNoun(passage.text.slice(end), passage.article.language);
  return counted !== undefined && !people.test(counted) && !time.test(headOf(counted))
    ? { kind: "count", counted, ...base }
    : undefined;
}

/** The noun itself: the last word of "skilled jobs". */
export const headOf = (counted: string) => counted.split(" ").at(-1)?.toLowerCase() ?? counted;

/** What became of those counted: the nearest word that says so, with nothing between it and the number but words that belong to neither. */
function stateOf(
  { cues }: Passage,
  before: string,
  after: string,
  amount: string,
  of: string | undefined,
): StateKind | undefined {
  const right = after.split(/[;:]|\d|,|\b(?:and|und|et|y|while)\b/u)[0] ?? "";
  const left = before.split(/[;:,]|\d|\b(?:and|und|et|y|while)\b/u).at(-1) ?? "";
  const behind = before.split(/[;:]/).at(-1) ?? "";
  let best: { kind: StateKind; distance: number } | undefined;
  for (const kind of stateKinds) {
    const cue = cues.frames[kind];
    const heads = (word: string) => people.test(word) || cue.test(word) || (alsoPeople[kind]?.test(word) ?? false);
    if (of !== undefined && !heads(of) && !link.test(of)) continue;
    if (of !== undefined && link.test(of) && /^(?:men|women|residents|inhabitants)$/i.test(of) && !heads(of)) continue;
    const ahead = cue.exec(right);
    const linking = ahead ? wordsOf(right.slice(0, ahead.index)) : [];
    const distances = [
      ...(cue.test(amount) ? [0] : []),
      ...(ahead && linking.length <= 6 && linking.every((word) => link.test(word)) ? [linking.length + 1] : []),
      ...nearBehind(left, cue, 3),
      ...(tollWord.test(behind) && carried.test(behind) ? nearBehind(behind, cue, 12) : []),
    ];
    const distance = Math.min(...distances);
    if (distances.length > 0 && (!best || distance < best.distance)) best = { kind, distance };
  }
  return best?.kind;
}

/** How many words stand between the last match and the end of the text, where they are few. */
function nearBehind(text: string, cue: RegExp, most: number): number[] {
  let end = -1;
  for (const match of text.matchAll(new RegExp(cue.source, "giu"))) end = match.index + match[0].length;
  const between = end < 0 ? [] : wordsOf(text.slice(end));
  return end < 0 || between.length > most ? [] : [between.length + 1.5];
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

function around(before: string, after: string, { article }: Passage): string[] {
  const near = [...wordsOf(before).slice(-8), ...wordsOf(after).slice(0, 8)];
  const { reach } = parameters.frames;
  return near
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= reach && !word.startsWith(article.outlet.toLowerCase()));
}
