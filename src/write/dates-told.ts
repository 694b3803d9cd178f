import type { TimeMention } from "../model/annotation.ts";
import { daysOf } from "./day-of.ts";
import type { Passage } from "./passage.ts";
import { withoutDateline } from "./trim-sentence.ts";
import { blankQuoted } from "./words-in.ts";

/** Right before a date that bounds something, or to which something is compared: nothing happened on it. */
const bound =
  /\b(?:by|until|till|before|from|between|since|through|to|starting|beginning|dated|than (?:in|on)|compared (?:with|to)|up from|bis|vor|von|ab|seit|zwischen|avant|d'ici|depuis|du|jusqu'(?:au|en|à)|antes de|hasta|desde|entre)\s+(?:the\s+(?:end of\s+)?|late\s+|early\s+|mid-)?(?:(?:last|this|next)\s+)?(?:\p{Lu}\p{L}+day,?\s+)?\(?$/iu;
/** Right behind the first of two dates that bound something. */
const spanning = /^\)?,?\s?(?:[-–—]\s?\d|(?:to|until|till|through|bis|au|hasta)\s+(?:\p{Lu}|\d))/u;
/** "this Sunday" is ahead more often than past; "it was Sunday" and "Monday's vote" name a day without saying what happened on it. */
const coming = /\b(?:this|next|coming|upcoming|was|is|kommenden|nächsten|ce|prochain|este|próximo)\s+(?:a\s+)?$/iu;
const thisWeekday = /^(?:this|next|coming)\s+\p{Lu}/iu;
const possessed = /^['’]s\b|^s['’]/u;
/** "15 October that year": of a year that another sentence gives. */
const ofOtherYear = /^,?\s(?:of\s)?(?:that|the same) year\b/i;
/** "over the past five years" is a stretch, not a date. */
const stretch =
  /\b(?:past|last|recent|letzten|vergangenen|dernières?|últimos|últimas)\s+(?:\p{L}+\s+|\d+\s+)?(?:years|months|weeks|days|decades|jahren?|monaten?|années|mois|años|meses)\b/iu;
/** A time of day names no day. */
const clock =
  /^(?:at |around |about |um |gegen |vers |à |a las )?(?:\d{1,2}(?:[.:h]\d{0,2})?\s?(?:[ap]\.?m\.?|hrs?|hours|uhr|h)?|midnight|noon|midday|(?:the |that |early |late )*(?:morning|afternoon|evening|night|dawn)|mitternacht|mittag|minuit|midi|medianoche|mediodía)$/iu;
/** A clause of its own begins: what it dates is not what the sentence tells. */
const subordinate =
  /\b(?:that|which|who|whom|whose|where|when|because|while|although|though|if|unless|whether|as|than|after|before|following|ahead of|including|involving|dass|der|die|das|weil|nachdem|bevor|wo|wenn|que|qui|dont|où|quand|après|avant|cuando|donde|después|quien)\s/giu;
/** The sentence goes on with its verb, so that the date stands in what is told of its subject. */
const verbBehind = /^\)?\s(?:is|are|was|were|has|have|had|will|would|can|could|remains?|says?|said)\b/;
/** A year or a month is told of by "in 1987", "late in May", "last year"; in "the 2025 fair" it is a part of a name. */
const within =
  /(?:\b(?:in|during|of|im|in|en|dans|au cours de)\s+(?:the\s+|late\s+|early\s+|mid-?|anfang\s+|ende\s+|début\s+|fin\s+)*|^)$/iu;
/** A day that a time of day may stand with. */
const dayWord =
  /\p{Lu}\p{L}+\.?\s\d|\d\.?\s\p{Lu}|\p{Lu}\p{L}+day|today|yesterday|tonight|this \p{L}+|\d{4}-\d|heute|gestern|montag|tag\b|aujourd|hier|di\b|hoy|ayer/iu;
/** Two states compared, each with its date, are no happening. */
const comparing =
  /\b(?:up|down|rise|fall|rose|fell|drop|increase) from|compared (?:with|to)|than in\b|\bfrom \S+ (?:\S+ ){0,2}in \d{4}\b/iu;
/** What is so now did not happen on a date that is named beside. */
const present = /^[^,]*\b(?:is|are|remains?|stands?|ist|sind|est|sont|es|son)\b/iu;
const relative = /\b(?:last|this|ago|earlier|vor|letzte[ns]?|vorige[ns]?|dernière?|passée?|hace|pasad[oa])\b/iu;

/**
 * The dates on which happened what a passage tells in its main clause, cut to the grain it gives: days, or whole months and years that ended
 * before its article came out. Dates ahead of the article are announcements, dates that bound or compare something and those of a clause that
 * hangs on another are of something else, and all of them are left out. Earliest first.
 */
export function datesTold(passage: Passage): string[] {
  const { article, start, text, dates, cues } = passage;
  if (dates.length === 0 || cues.future.test(text) || comparing.test(text)) return [];
  const published = article.publishedAt.slice(0, 10);
  const unquoted = blankQuoted(text);
  const body = start + text.length - withoutDateline(text).length;
  const told = dates.filter((date) => {
    if (date.start < body) return false;
    const own = unquoted.slice(date.start - start, date.end - start);
    return own.trim() !== "" && isOfMainClause(date, passage);
  });
  const days = daysOf({ ...passage, dates: told }).filter((day) => day <= published);
  const wider = told
    .filter(({ grain }) => grain === "month" || grain === "year")
    .filter((date) => within.test(text.slice(0, date.start - start)) || relative.test(wordsOf(date, passage)))
    .map(({ value, grain }) => value.slice(0, grain === "year" ? 4 : 7))
    .filter((value) => value < published.slice(0, value.length) && !days.some((day) => day.startsWith(value)));
  return [...new Set([...days, ...wider])].sort();
}

const wordsOf = (date: TimeMention, { article }: Passage) => article.text.slice(date.start, date.end);

function isOfMainClause(date: TimeMention, passage: Passage): boolean {
  const { start, text } = passage;
  const before = text.slice(0, date.start - start);
  const after = text.slice(date.end - start);
  const words = wordsOf(date, passage);
  const isTime = date.grain === "hour" || date.grain === "minute";
  if (clock.test(words) || (isTime && !dayWord.test(words)) || stretch.test(words + after.slice(0, 12))) return false;
  if (bound.test(before) || coming.test(before) || thisWeekday.test(words)) return false;
  if (spanning.test(after) || verbBehind.test(after) || possessed.test(after) || ofOtherYear.test(after)) return false;
  if (present.test(before) && !/\b(?:said|says|announced)\s(?:on\s)?\(?$/i.test(before)) return false;
  // A clause that a comma has closed is over: "After the storm, the ferry sailed on Monday".
  const open = before.slice(before.lastIndexOf(",") + 1);
  // "..., showing an officer on Thursday".
  if (open !== before && /^\s*\p{L}+ing\b/u.test(open)) return false;
  return open.search(subordinate) < 0 || isSpeech(open);
}

/** "The board said that it closed the bridge on Tuesday": what is said is what the sentence tells. */
function isSpeech(open: string): boolean {
  const clauses = [...open.matchAll(subordinate)];
  return (
    clauses.length === 1 &&
    /\b(?:said|says|announced|confirmed|reported|stated|sagte|dit|dijo) that $/i.test(
      open.slice(0, (clauses[0]?.index ?? 0) + 5),
    )
  );
}
