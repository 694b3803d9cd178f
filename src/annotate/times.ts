import * as chrono from "chrono-node";
import { languageFor } from "../languages/registry.ts";
import type { Grain, TimeMention } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { ownTimes } from "./own-times.ts";
import { isFalseTime, looksAhead } from "./time-traps.ts";
import { timeWordsFor } from "./time-words.ts";

/*
 * Dates and times of day, relative to the article's own time (as HeidelTime, Strötgen & Gertz 2010, has them for news): chrono-node finds the
 * words, and this wrapper decides between past and future by tense, adds what chrono does not read (own-times.ts), and drops words that only look
 * like dates.
 */

const parsers: Readonly<Record<string, { parse: typeof chrono.parse }>> = {
  en: chrono.en.casual,
  de: chrono.de.casual,
  fr: chrono.fr.casual,
  es: chrono.es.casual,
};
const mightTell =
  /\d|day|morning|evening|night|week|month|year|ago|now|noon|tomorrow|decade|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tag|woch|monat|jahr|heute|gestern|morgen|abend|märz|mai|okt|dez|jour|dernier|prochain|\bans?\b|année|semaine|mois|hier|demain|soir|matin|lundi|mardi|jeudi|vendredi|samedi|dimanche|mercredi|janv|févr|avril|juin|juil|août|déc|hoy|hace|día|ayer|mañana|noche|semana|mes|año|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ene|abr|ago|dic/i;
const dayMs = 86_400_000;

/** Longer sentences are read up to here: chrono's time grows with the text. */
const maxLength = 1500;

/** The dates a text names, as ISO values cut to their grain; a decade is its first year, a quarter its first month. */
export function findTimes(
  text: string,
  sentences: readonly Span[],
  publishedAt: string,
  language: string,
): TimeMention[] {
  const { tag } = languageFor(language);
  const parser = parsers[tag];
  const words = timeWordsFor(tag);
  const reference = new Date(publishedAt);
  const found: TimeMention[] = [];
  for (const { start, end } of sentences) {
    const sentence = text.slice(start, Math.min(end, start + maxLength));
    if (!mightTell.test(sentence)) continue;
    const times = [
      ...(parser ? relativeTimes(sentence, publishedAt, tag, parser) : []),
      ...(words ? ownTimes(sentence, reference, looksAhead(sentence, tag), words) : []),
    ];
    times.sort((a, b) => a.start - b.start || b.end - a.end);
    let last = 0;
    for (const time of times) {
      if (time.start < last) continue;
      last = time.end;
      found.push({ ...time, start: start + time.start, end: start + time.end });
    }
  }
  return found;
}

/** "Voted by 21 to 9 on Monday": figures set against each other are no hours, unless they run from one to the other. */
const score =
  /(?<!\b(?:from|between|open|daily|von|zwischen|de|entre)\s)(?<![\d:.,])\d{1,3}\s(?:to|zu|contre|contra)\s\d{1,3}(?![\d:.]|\s?(?:[ap]\.?m\b|o['’]clock|hours?|uhr|heures?|horas?))/gi;

function* relativeTimes(
  sentence: string,
  publishedAt: string,
  tag: string,
  parser: { parse: typeof chrono.parse },
): Generator<TimeMention> {
  const reference = new Date(publishedAt);
  const ahead = looksAhead(sentence, tag);
  const told = sentence.replace(score, (figures) => " ".repeat(figures.length));
  for (const result of parser.parse(told, { instant: reference, timezone: 0 }, { forwardDate: ahead })) {
    if (isFalseTime(sentence, result.index, result.text, tag)) continue;
    const time = resolve(result, reference, ahead);
    if (time) yield { start: result.index, end: result.index + result.text.length, ...time };
  }
}

function resolve(
  result: chrono.ParsedResult,
  reference: Date,
  ahead: boolean,
): { value: string; grain: Grain } | undefined {
  const { start } = result;
  let year = start.get("year") ?? reference.getUTCFullYear();
  const month = start.get("month") ?? 1;
  const day = start.get("day") ?? 1;
  const lower = result.text.toLowerCase();
  if (year < 1000 || year > 2200) return undefined;
  if (start.isCertain("weekday") && !start.isCertain("day")) {
    if (/^(?:last|next|nächst|letzt|vergangen|prochain|próximo|pasado)/.test(lower))
      return { value: isoDay(year, month, day), grain: "day" };
    const near = weekdayNear(start.get("weekday") ?? 0, reference, ahead);
    return start.isCertain("hour") && /\d/.test(lower)
      ? { value: `${near}T${two(start.get("hour") ?? 0)}:${two(start.get("minute") ?? 0)}`, grain: "minute" }
      : { value: near, grain: "day" };
  }
  // "24 February" without a year is the nearest one: a news text rarely speaks of a day weeks ahead without saying so.
  if (start.isCertain("month") && !start.isCertain("year")) {
    year = reference.getUTCFullYear();
    const distance = Date.UTC(year, month - 1, start.isCertain("day") ? day : 1) - reference.getTime();
    if (!ahead && distance > 20 * dayMs) year--;
    if (ahead && distance < -60 * dayMs) year++;
  }
  if (/\b(?:years?|jahre?n?|ans?|années?|años?)\b/.test(lower) && !start.isCertain("month"))
    return { value: String(year), grain: "year" };
  if (/\b(?:months?|monate?n?|mois|mes(?:es)?)\b/.test(lower))
    return { value: isoDay(year, month, 1).slice(0, 7), grain: "month" };
  if (/\b(?:weeks?|wochen?|semaines?|semanas?)\b/.test(lower))
    return { value: isoDay(year, month, day), grain: "week" };
  if (start.isCertain("day") || (!start.isCertain("month") && !start.isCertain("year"))) {
    if (start.isCertain("hour") && start.isCertain("minute"))
      return {
        value: `${isoDay(year, month, day)}T${two(start.get("hour") ?? 0)}:${two(start.get("minute") ?? 0)}`,
        grain: "minute",
      };
    return { value: isoDay(year, month, day), grain: "day" };
  }
  return start.isCertain("month")
    ? { value: isoDay(year, month, 1).slice(0, 7), grain: "month" }
    : { value: String(year), grain: "year" };
}

/** "on Friday": the coming one where the sentence looks ahead, else the last one; the day of publication itself is today. */
function weekdayNear(weekday: number, reference: Date, ahead: boolean): string {
  const today = reference.getUTCDay();
  const days = ahead ? (weekday - today + 7) % 7 || 7 : -((today - weekday + 7) % 7);
  return new Date(reference.getTime() + days * dayMs).toISOString().slice(0, 10);
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
