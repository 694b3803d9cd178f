import type { DraftClaim } from "../../model/claim.ts";
import { terms } from "../../text/terms.ts";
import { clauseCuts, endsOpen, isClauseAlone, leansOn } from "../clause-cuts.ts";
import { parameters } from "../parameters.ts";
import { citationOf, type Passage } from "../passage.ts";
import { privateNamesIn } from "../private-people.ts";
import { repliesTo } from "../replies.ts";
import {
  inPageLanguage,
  isOvertaken,
  newnessOf,
  rankOf,
  reportsEvents,
  type SectionContext,
} from "../section-context.ts";
import { trimSentence, trimWeekdays } from "../trim-sentence.ts";
import { blankQuoted, wordCount } from "../words-in.ts";

interface Line {
  readonly text: string;
  readonly cited: readonly Passage[];
  readonly score: number;
}

/** Lines for the page, best first: a lead's first clause, chosen by how much of all outlets' reports it carries; then titles. */
export function draftHeadline(context: SectionContext): DraftClaim[] {
  const byScore = (a: Line, b: Line) => b.score - a.score || (a.text < b.text ? -1 : 1);
  const lines = leadPassages(context)
    .flatMap((lead) => linesOf(lead, context))
    .sort(byScore);
  const titles = titleLines(context).sort(byScore);
  const said = ({ text, cited: [lead] }: Line) => context.core(text, lead?.article.language ?? "");
  const [best] = lines;
  // A line that says little of what all put first is of something beside the story: then an outlet's plain title is the lesser evil.
  const telling = titles.filter(
    (title) => title.plain && best !== undefined && said(best) < parameters.headline.ofTitle * said(title),
  );
  return [...new Set([...telling.sort((a, b) => said(b) - said(a)), ...lines, ...titles])]
    .slice(0, 12)
    .map(({ text, cited }) => ({
      text,
      voice: "fact",
      citations: cited.map(citationOf),
      basis: { kind: "headline" },
    }));
}

function leadPassages(context: SectionContext): Passage[] {
  return context.reading.passages.filter(
    (passage) =>
      passage.order < 3 &&
      reportsEvents(passage) &&
      !passage.privateNames &&
      passage.flaw === undefined &&
      inPageLanguage(context, passage),
  );
}

/** The clauses a lead can be cut to. */
function linesOf(lead: Passage, context: SectionContext): Line[] {
  const { cues } = lead;
  const { minWords, maxWords } = parameters.headline;
  const whole = trimWeekdays(trimSentence(lead), cues).replace(/\.$/, "");
  if (cues.dangling.test(whole)) return [];
  const blanked = blankQuoted(whole);
  const cut = [...clauseCuts(blanked, cues).map((at) => whole.slice(0, at).replace(/[\s,;:–—-]+$/u, "")), whole];
  // Where the number is disputed, the happening without it: "12 people were killed when [the ferry sank]".
  const happening = contested(whole, lead, context) > 0 ? circumstance.exec(blanked)?.[1] : undefined;
  const bare = happening === undefined ? [] : [capital(happening)];
  const texts = [...new Set([...cut.flatMap((text) => [text, withoutAsides(text)]), ...bare])];
  return texts.flatMap((text) => {
    const words = wordCount(text);
    const fine =
      words >= minWords &&
      words <= maxWords &&
      cues.finiteVerb.test(text) &&
      !cues.relativeDay.test(text) &&
      (!cues.accusation.test(text) || accusesNobody(text, lead, context)) &&
      !/["“”„«»?!]/u.test(text) &&
      !leansOn.test(text) &&
      !pointsAway.test(text) &&
      !/[,:]$/.test(text) &&
      !isClauseAlone(text);
    if (!fine || endsOpen(text)) return [];
    const speaker = lostSpeaker(text, lead, context);
    const line = speaker === undefined ? text : `${speaker}: ${text}`;
    return [{ text: line, cited: [lead], score: scoreOf(text, lead, context) - (speaker === undefined ? 0 : 0.3) }];
  });
}

/** "Loan sharks have allegedly set fire to a house": an accusation that says it is one, of nobody by name, which no report denies. */
function accusesNobody(text: string, lead: Passage, context: SectionContext): boolean {
  const names = [...lead.agents, ...lead.people];
  return (
    lead.cues.hedge.test(text) && !names.some((name) => text.includes(name)) && repliesTo(lead, context).length === 0
  );
}

/** "To address this, ...", "Following his death, ...". */
const pointsAway =
  /\b(?:this|that|these|those)(?=[,.;]|$)|^(?:\p{L}+\s){1,2}(?:his|her|their|its)\b|^(?:in|with|after|to|by|from|for|as|following) [^,]*\b(?:his|her|their|its|him|them|it)\b[^,]*,/iu;

/** "The programme is designed": a thing that only a text above has named. */
function unnamedSubject(text: string, { finiteVerb }: Passage["cues"]): boolean {
  const verb = Math.min(
    ...([finiteVerb.exec(text)?.index, text.search(/\b(?:marks|means|comes|follows)\b/)].filter(
      (at) => at !== undefined && at > 0,
    ) as number[]),
  );
  const subject = text.slice(0, Number.isFinite(verb) ? verb : 0).trim();
  return (
    /^(?:the|der|die|das|le|la|les|el|los|las)(?:\s\p{Ll}[\p{L}-]*,?)+$/iu.test(subject) &&
    !/\s(?:of|for|at|in|on|along|behind|von|für|de|du|des|del)\s/u.test(subject)
  );
}
/** What had happened before something else did is not the news. */
const pastBefore = /^[^,]*\b(?:had (?:been )?\p{L}+ed|had (?:been|gone|taken|made|come|begun|become|given|found))\b/iu;

/** A film of what happened is not what happened. */
const ofRecording =
  /^(?:an?|the|ein|eine|das|une?|la|el|los) (?:[\p{L}\d-]+ ){0,2}?(?:video|clip|footage|photo|picture|post|screenshot|foto|beitrag|vidéo|publicación|publication)s?\b/iu;

/** What always is so is no news. */
const habit =
  /\b(?:often|recently|usually|typically|generally|always|every year|traditionally|meist|oft|immer|souvent|toujours|a menudo|siempre)\b/iu;

/** A clause that tells on what occasion, in languages whose verb stays in its place there. */
const circumstance =
  /\s(?:when|after|as|lorsque|quand|après que|cuando|después de que)\s((?:the|an?|le|la|les|un|une|el|los|las|una)\s[^,]{12,}?)(?:,|$)/iu;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Without what is told of somebody between two commas ("..., who leads the inquiry, ..."). */
function withoutAsides(text: string): string {
  return text.replace(
    /, (?:who|which|whose|where|aged|located|based|both|the|an?|der|die|das|qui|dont|que) [^,]{3,70},(?= \p{Ll})/gu,
    "",
  );
}

function scoreOf(text: string, lead: Passage, context: SectionContext): number {
  const { reading } = context;
  const support = new Set(
    reading.space.near(lead.index).flatMap(({ index, cosine }) => {
      const other = reading.passages[index];
      return other && cosine >= parameters.alignment.absent && other.origin !== lead.origin ? [other.origin] : [];
    }),
  ).size;
  const words = wordCount(text);
  return (
    0.4 * rankOf(context, lead) +
    0.2 * newnessOf(context, lead) +
    2.5 * context.core(text, lead.article.language) +
    0.4 * (support / Math.max(1, reading.counts.origins - 1)) -
    0.2 * lead.order -
    // A line of eight to thirteen words tells a happening; shorter ones tell half of it.
    0.12 * Math.max(0, 8 - words) -
    0.03 * Math.max(0, words - 13) -
    0.05 * Math.max(0, words - 18) -
    (ofRecording.test(text) ? 0.6 : 0) -
    (lead.cues.accusation.test(text) ? 0.3 : 0) -
    (lead.shortNames ? 0.2 : 0) -
    (lead.cues.attributed.test(text) ? 0.1 : 0) -
    (lead.cues.background.test(text) ? 0.1 : 0) -
    (pastBefore.test(text) ? 0.5 : 0) -
    (unnamedSubject(text, lead.cues) ? 1.6 : 0) -
    (habit.test(text) ? 0.8 : 0) -
    (isOvertaken(context, lead) ? 0.5 : 0) -
    contested(text, lead, context) * 0.8
  );
}

/** Characters between a verb of speech and its speaker, at most: an office and a first name. */
const besideVerb = 80;

/** Who says it, where what a person says would stand as a fact because the line was cut before the words that name them. */
function lostSpeaker(
  text: string,
  { article, start, end, cues }: Passage,
  { material }: SectionContext,
): string | undefined {
  const tail = article.text.slice(start + text.length, end);
  if (cues.attributed.test(text) || !cues.attributed.test(blankQuoted(tail))) return undefined;
  const mentions = material.annotations.get(article.id)?.mentions ?? [];
  const verb = new RegExp(cues.attributed.source, cues.attributed.flags).exec(blankQuoted(tail));
  const at = start + text.length + (verb?.index ?? 0);
  // Right before or behind the verb, and not a person of what is said ("because he says it does not protect Dreamers").
  const speaker = mentions.find(
    (mention) =>
      mention.type === "PER" &&
      mention.start >= start + text.length &&
      mention.end <= end &&
      (mention.end <= at || !cues.pronounSpeech.test(tail)) &&
      Math.min(Math.abs(mention.end - at), Math.abs(mention.start - at)) <= besideVerb,
  );
  return speaker && !text.includes(speaker.name) ? speaker.name : undefined;
}

/** 1 where the line states a number on which outlets differ. */
function contested(text: string, lead: Passage, { frames }: SectionContext): number {
  const at = (passage: Passage, amount: string) =>
    passage.index === lead.index && text.toLowerCase().includes(amount.toLowerCase());
  return frames.some(
    ({ standing }) =>
      standing.length > 1 &&
      standing.some(({ statements }) => statements.some(({ passage, amount }) => at(passage, amount))),
  )
    ? 1
    : 0;
}

/** What a title says stands so near the start of its article. */
const leadSentences = 8;

/** Outlets' own titles, for stories whose leads cannot be cut; below every lead. */
function titleLines(context: SectionContext): (Line & { readonly plain: boolean })[] {
  return context.reading.articles.flatMap((article) => {
    const text = inSentenceCase(article.title.trim(), article.text, namesIn(article.id, context));
    const own = context.reading
      .passagesOf(article.id)
      .filter(({ order, flaw }) => order < leadSentences && flaw !== "boilerplate");
    // The sentences that have most of its words bear it out.
    const words = terms(text, article.language);
    const shared = ({ index }: Passage) =>
      words.filter((word) => context.reading.space.termsOf(index).has(word)).length;
    const cited = own.sort((a, b) => shared(b) - shared(a) || a.order - b.order).slice(0, 3);
    const lead = cited[0];
    if (privateNamesIn(text, context.reading.protection).length > 0) return [];
    if (!lead || wordCount(text) < 3 || !inPageLanguage(context, lead)) return [];
    const plain = !/[?!"“”„«»|:]/u.test(text) && !lead.cues.accusation.test(text) && reportsEvents(lead);
    return [{ text: text.replace(/\.$/, ""), cited, plain, score: rankOf(context, lead) - (plain ? 4 : 5) }];
  });
}

/** The words of the names an article mentions. */
function namesIn(id: string, { material }: SectionContext): ReadonlySet<string> {
  return new Set(material.annotations.get(id)?.mentions.flatMap(({ name }) => name.split(/[\s-]+/)) ?? []);
}

/** "Air Force Error Allowed Gunman to Buy Weapons" as a sentence: words that are of no name, or that the article prints small. */
function inSentenceCase(title: string, text: string, names: ReadonlySet<string>): string {
  const words = title.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  if (words.filter((word) => /^\p{Lu}/u.test(word)).length < 0.6 * words.length) return title;
  const count = (pattern: RegExp) => {
    const counts = new Map<string, number>();
    for (const [word] of text.matchAll(pattern))
      counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    return (word: string) => counts.get(word.toLowerCase()) ?? 0;
  };
  const small = count(/(?<!\p{L})\p{Ll}[\p{L}\p{M}’'-]*/gu);
  const named = count(/(?<=\p{Ll},? )\p{Lu}[\p{L}\p{M}’'-]*/gu);
  const lower = title.replace(/\p{Lu}[\p{L}\p{M}’'-]*/gu, (word) =>
    small(word) > named(word) || (named(word) === 0 && !names.has(word)) ? word.toLowerCase() : word,
  );
  return capital(lower);
}
