import { readFileSync } from "node:fs";
import { findMentions } from "../annotate/names.ts";
import { findQuotes } from "../annotate/quotes.ts";
import { findTimes } from "../annotate/times.ts";
import type { Quantity, TimeMention } from "../model/annotation.ts";
import type { NameTagger } from "../text/name-tagger.ts";
import { findQuantities } from "../text/quantities.ts";
import { splitSentences } from "../text/sentences.ts";
import type { EvalRow } from "./eval-table.ts";

/*
 * Lists written by us, in eval/: tricky sentences, numbers, times, German quotations. They are read one item a line and scored strictly.
 */

const languages = ["en", "de", "fr", "es"];
/** The day on which the sentences of the list of times are taken to be printed: a Wednesday. */
const printedAt = "2024-05-15T12:00:00.000Z";

function linesOf(name: string): string[][] {
  return readFileSync(new URL(`../../eval/${name}`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
}

export interface ListFault {
  readonly list: string;
  readonly item: string;
  readonly wanted: string;
  readonly found: string;
}

/** Scores all lists; what was read otherwise than wanted goes to `fault`, so that one can see it. */
export function scoreOwnLists(tagger: NameTagger, fault: (fault: ListFault) => void = () => {}): EvalRow[] {
  return [sentenceRow(fault), ...quantityRows(fault), ...timeRows(fault), germanQuotationRow(tagger, fault)];
}

function sentenceRow(fault: (fault: ListFault) => void): EvalRow {
  const items = linesOf("reading-sentences.tsv");
  let right = 0;
  for (const [language = "", marked = ""] of items) {
    const wanted = marked.split("¦");
    const text = wanted.join(" ");
    const found = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
    if (found.join("¦") === marked) right++;
    else fault({ list: "sentences", item: marked, wanted: marked, found: found.join("¦") });
  }
  return {
    set: "sentences own list",
    measure: "items right",
    value: right / items.length,
    note: `${items.length} items, en de fr es`,
  };
}

function quantityRows(fault: (fault: ListFault) => void): EvalRow[] {
  return languages.map((language) => {
    const items = linesOf("reading-quantities.tsv").filter(([tag]) => tag === language);
    let right = 0;
    for (const [, text = "", wanted = ""] of items) {
      const found = findQuantities(text, [{ start: 0, end: text.length }], language);
      const expected = wanted === "-" ? [] : wanted.split("; ");
      if (expected.length === found.length && expected.every((one, i) => sameQuantity(one, found[i]))) right++;
      else fault({ list: "quantities", item: text, wanted, found: found.map(showQuantity).join("; ") });
    }
    return {
      set: `quantities ${language}`,
      measure: "items right",
      value: right / items.length,
      note: `${items.length} items`,
    };
  });
}

/** "12.. people", "45..55", "4.5 %": an interval, and the unit or what is counted where given. */
function sameQuantity(wanted: string, found: Quantity | undefined): boolean {
  if (!found) return false;
  const [interval = "", ...of] = wanted.split(" ");
  const [low = "", high] = interval.split("..");
  const ends = [Number(low), high === undefined ? Number(low) : high === "" ? Number.POSITIVE_INFINITY : Number(high)];
  const near = (a: number, b: number) => a === b || Math.abs(a - b) <= Math.abs(b) * 0.001;
  const name = of.join(" ");
  return (
    near(found.low, ends[0] ?? 0) &&
    near(found.high, ends[1] ?? 0) &&
    (name === "" || name === found.unit || name === found.of)
  );
}

function showQuantity({ low, high, unit, of }: Quantity): string {
  return `${low === high ? low : `${low}..${high}`} ${unit ?? of ?? ""}`.trim();
}

function timeRows(fault: (fault: ListFault) => void): EvalRow[] {
  return languages.map((language) => {
    const items = linesOf("reading-times.tsv").filter(([tag]) => tag === language);
    let right = 0;
    for (const [, text = "", wanted = ""] of items) {
      const found = findTimes(text, [{ start: 0, end: text.length }], printedAt, language);
      const expected = wanted === "-" ? [] : wanted.split("; ");
      if (expected.length === found.length && expected.every((one, i) => sameTime(one, found[i]))) right++;
      else
        fault({
          list: "times",
          item: text,
          wanted,
          found: found.map(({ value, grain }) => `${value}/${grain}`).join("; "),
        });
    }
    return {
      set: `times ${language}`,
      measure: "items right",
      value: right / items.length,
      note: `${items.length} items`,
    };
  });
}

/** A week is the same whichever of its days names it. */
function sameTime(wanted: string, found: TimeMention | undefined): boolean {
  const [value = "", grain = ""] = wanted.split("/");
  if (found?.grain !== grain) return false;
  return grain === "week" ? monday(value) === monday(found.value) : value === found.value;
}

function monday(day: string): number {
  const days = Math.floor(Date.parse(day) / 86_400_000);
  return Math.floor((days + 3) / 7);
}

/** Span and speaker together: "{Varn}„Das Wasser kam“, sagte Ilse Varn." marks a quotation and words of who said it. */
function germanQuotationRow(tagger: NameTagger, fault: (fault: ListFault) => void): EvalRow {
  let gold = 0;
  let own = 0;
  let right = 0;
  const items = linesOf("reading-quotations-de.txt");
  for (const [marked = ""] of items) {
    const text = marked.replace(/\{[^}]*\}/g, "");
    const wanted: { start: number; speaker: string }[] = [];
    let removed = 0;
    for (const match of marked.matchAll(/\{([^}]*)\}/g)) {
      wanted.push({ start: match.index - removed, speaker: String(match[1]) });
      removed += match[0].length;
    }
    const sentences = splitSentences(text, "de");
    const quotes = findQuotes(text, sentences, findMentions(text, sentences, "de", tagger), "de").filter(
      ({ direct, speaker }) => direct && speaker,
    );
    gold += wanted.length;
    own += quotes.length;
    const good = wanted.filter(({ start, speaker }) =>
      quotes.some(
        (quote) =>
          quote.start === start &&
          `${quote.speaker?.name} ${text.slice(quote.speaker?.start, quote.speaker?.end)}`
            .toLowerCase()
            .includes(speaker.toLowerCase()),
      ),
    ).length;
    right += good;
    if (good !== wanted.length || quotes.length !== wanted.length)
      fault({
        list: "quotations de",
        item: text,
        wanted: wanted.map(({ speaker }) => speaker).join("; "),
        found: quotes.map((quote) => `${text.slice(quote.start, quote.end)} = ${quote.speaker?.name}`).join("; "),
      });
  }
  return {
    set: "quotations de",
    measure: "joint F1",
    value: (2 * right) / (gold + own),
    note: `${items.length} paragraphs, span and speaker`,
  };
}
