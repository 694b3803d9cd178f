import type { Quantity } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { languageOf } from "../text/language-of.ts";
import { findQuantities } from "../text/quantities.ts";
import { splitSentences } from "../text/sentences.ts";
import { readWords, type Word } from "./read-words.ts";

/** A sentence of a source; `from` and `to` are its words in `Reading.words`. */
export interface SourceSentence extends Span {
  readonly source: number;
  readonly from: number;
  readonly to: number;
}

/** Sources as claims are compared with them. */
export interface Reading {
  /** BCP 47, of the most of the text. */
  readonly language: string;
  readonly sources: readonly string[];
  readonly sentences: readonly SourceSentence[];
  readonly words: readonly Word[];
  /** Where each stem stands, as places in `words`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Stems by their first four letters. */
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
  /** Runs of two and of three stems. */
  readonly runs: ReadonlySet<string>;
  /** With the number of the sentence they stand in. */
  readonly quantities: readonly (Quantity & { readonly sentence: number })[];
}

/** Reads sources once, for any number of claims. */
export function readSources(sources: readonly string[]): Reading {
  const language = languageOf(sources.join("\n").slice(0, 3000));
  const sentences: SourceSentence[] = [];
  const words: Word[] = [];
  const quantities: (Quantity & { sentence: number })[] = [];
  for (const [source, text] of sources.entries()) {
    const spans = splitSentences(text, language);
    for (const span of spans) {
      for (const one of findQuantities(text, [span], language)) quantities.push({ ...one, sentence: sentences.length });
      const from = words.length;
      words.push(...readWords(text, span, sentences.length, language));
      sentences.push({ ...span, source, from, to: words.length });
    }
  }
  const places = new Map<string, number[]>();
  const runs = new Set<string>();
  for (const [at, { stem, sentence }] of words.entries()) {
    const known = places.get(stem);
    if (known) known.push(at);
    else places.set(stem, [at]);
    const next = words[at + 1];
    const after = words[at + 2];
    if (next?.sentence !== sentence) continue;
    runs.add(`${stem} ${next.stem}`);
    if (after?.sentence === sentence) runs.add(`${stem} ${next.stem} ${after.stem}`);
  }
  // Tokenised text cuts its numbers up: "3, 800" is found as 3800 too.
  for (const [at, { kind, stem, sentence }] of words.entries()) {
    const next = words[at + 1];
    if (kind !== "number" || next?.kind !== "number" || next.sentence !== sentence) continue;
    if (!/^\d{1,3}$/.test(stem) || !/^\d{3}$/.test(next.text)) continue;
    const whole = stem + next.text;
    places.set(whole, [...(places.get(whole) ?? []), at]);
  }
  const beginnings = new Map<string, string[]>();
  for (const stem of places.keys()) {
    if (stem.length < 4) continue;
    const key = stem.slice(0, 4);
    const known = beginnings.get(key);
    if (known) known.push(stem);
    else beginnings.set(key, [stem]);
  }
  return { language, sources, sentences, words, places, beginnings, runs, quantities };
}
