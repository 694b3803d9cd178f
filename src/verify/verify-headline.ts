import type { DraftClaim } from "../model/claim.ts";
import { findQuantities } from "../text/quantities.ts";
import { terms } from "../text/terms.ts";
import { tokenize } from "../text/tokens.ts";
import { quotedWords, standsVerbatim } from "./quoted-words.ts";
import { plainName } from "./story-facts.ts";

/** A headline may turn a phrase; at least this share of its content words stands in what it cites. */
const leastCovered = 0.75;

/** Checks a line drawn from leads or titles: every name and number, and nearly every word of it, stand in the passages it cites. */
export function headlineFault({ text, citations }: DraftClaim, language: string): string | undefined {
  const passages = citations.map(({ quote }) => quote);
  const cited = passages.join("\n");
  const plain = plainName(cited);
  const names = tokenize(text)
    .slice(1)
    .filter(({ kind, text: word }) => kind === "word" && /^\p{Lu}/u.test(word));
  if (names.some(({ text: name }) => !plain.includes(plainName(name)))) return "name-not-in-source";
  const whole = (words: string) => [{ start: 0, end: words.length }];
  const given = findQuantities(cited, whole(cited), language);
  const stated = findQuantities(text, whole(text), language);
  if (stated.some(({ low, high }) => !given.some((one) => one.low === low || one.high === high)))
    return "number-not-in-source";
  if (!quotedWords(text).every((words) => standsVerbatim(words, passages))) return "quote-not-verbatim";
  const known = new Set(terms(cited, language));
  const own = [...new Set(terms(text, language))];
  const covered = own.filter((term) => known.has(term)).length;
  return own.length === 0 || covered < leastCovered * own.length ? "words-not-in-source" : undefined;
}
