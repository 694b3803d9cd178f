import { aliasOf, fullTime, scaleOf } from "../languages/english-aliases.ts";
import { regularForm } from "../languages/irregular-forms.ts";
import type { Language } from "../languages/language.ts";
import { numberWordsFor } from "../languages/number-words.ts";
import { languageFor } from "../languages/registry.ts";
import type { Span } from "../model/article.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { isNameStem, weightOf } from "./word-kin.ts";

/** A word as claims and sources are compared by. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** Lower-case stem; digits for a number in words; one form for all that a name is written in. */
  readonly stem: string;
  /** How much the word tells; 0 for a word that tells nothing. */
  readonly weight: number;
  readonly kind: WordKind;
  /** The number of the sentence it stands in. */
  readonly sentence: number;
}

export type WordKind = "name" | "number" | "date" | "word";

/** Stop words of a subject on which a claim may turn all the same. */
const telling = new Set(
  `no not nor cannot never against before after above below under over more most few less many down up out off without again only all
   any each first last new own same until within year years week day time two`.split(/\s+/),
);
/** Beside the stop words these say nothing: who says something is seen by the names. */
const idle = new Set(
  "be been said say says told according mr mrs ms also would could may might will shall get got make made one s t u".split(
    " ",
  ),
);
const dateWords = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
   december yesterday today tomorrow spring summer autumn winter`.split(/\s+/),
);
const weights = { number: 5, spelled: 4, scale: 3, alias: 2.5, title: 4, month: 3 } as const;
/** A word at the start of a sentence is taken for a name where it is as rare as this. */
const rareOpening = 5;

/**
 * The words of one sentence. Hyphenated words count by their parts ("ex-minister"), an English possessive is left out, "twelve" is 12, "bn"
 * billion, and "U.S." and "United States" are one. A word is a name where a capital says so, in a text without capitals where no dictionary
 * has it.
 */
export function readWords(text: string, span: Span, sentence: number, tag: string): Word[] {
  const language = languageFor(tag);
  const part = text.slice(span.start, span.end);
  const cased = /\S\s+["'“‘(]?\p{Lu}/u.test(part) && !language.capitalNouns;
  const words: Word[] = [];
  for (const token of tokenize(part, span.start)) {
    if ((token.kind !== "word" && token.kind !== "number") || /^['’]s$/.test(token.text)) continue;
    for (const piece of piecesOf(token, language))
      words.push(readWord(piece, words.length === 0, cased, sentence, language));
  }
  return language.tag === "en" ? joinAliases(words) : words;
}

/** A hyphenated word by its parts, but a number in words whole ("twenty-one"). */
function piecesOf(token: Token, language: Language): Token[] {
  if (token.kind === "number" || !token.text.includes("-") || spelledNumber(token.lower, language.tag) !== undefined)
    return [token];
  let at = token.start;
  return token.text.split("-").flatMap((text) => {
    const start = at;
    at += text.length + 1;
    return text === "" ? [] : [{ ...token, start, end: start + text.length, text, lower: text.toLowerCase() }];
  });
}

const inCapital = /^\p{Lu}/u;
const inCapitals = /^\p{Lu}\p{Lu}/u;

function readWord(token: Token, opens: boolean, cased: boolean, sentence: number, language: Language): Word {
  const { start, end, text } = token;
  const lower = token.lower.replace("’", "'").replace(/\.$/, "");
  const plain = { start, end, text, lower, sentence };
  const spelled = spelledNumber(lower, language.tag);
  if (spelled !== undefined) return { ...plain, stem: spelled, weight: weights.spelled, kind: "number" };
  if (/^\d/.test(text)) {
    const year = /^(?:1[5-9]|20)\d\d$/.test(lower);
    const stem = lower.replace(/,(?=\d{3})/g, "").replace(/(\d)(?:st|nd|rd|th)$/, "$1");
    return { ...plain, stem, weight: weights.number, kind: year ? "date" : "number" };
  }
  const english = language.tag === "en";
  const stem = language.stem(english ? regularForm(fullTime(lower)) : lower);
  const stopped = english
    ? idle.has(lower) || (language.stopWords.has(lower) && !telling.has(lower))
    : language.stopWords.has(lower);
  const weight = stopped ? 0 : weightOf(stem);
  const written = inCapital.test(text) && !language.capitalNouns;
  if (english && lower === "may" && written && !opens) return { ...plain, stem, weight: weights.month, kind: "date" };
  const capital = written && !language.stopWords.has(lower);
  // "may" and "march" are months with a capital only; "May", a stop word too, inside a sentence only.
  if (dateWords.has(fullTime(lower)) && (capital || !/^(?:may|march|spring)$/.test(lower)))
    return { ...plain, stem, weight, kind: "date" };
  const name = (capital && (!opens || weight > rareOpening)) || (english && !cased && isNameStem(stem));
  return { ...plain, stem, weight, kind: name ? "name" : "word" };
}

/** The digits of a number in words; undefined for "one", a pronoun too often, and for bare scales. */
function spelledNumber(lower: string, tag: string): string | undefined {
  if (/^(?:one|hundred|thousand|million|billion|trillion)$/.test(lower)) return undefined;
  const { spelled, valueOf: value } = numberWordsFor(tag);
  spelled.lastIndex = 0;
  if (spelled.exec(lower)?.[0] !== lower) return undefined;
  const number = value(lower);
  return number === undefined || number < 2 ? undefined : String(number);
}

function joinAliases(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (!word) continue;
    const scale = joined.at(-1)?.kind === "number" ? scaleOf(word.lower) : undefined;
    const pair = next && aliasOf(`${word.lower} ${next.lower}`);
    const written =
      inCapitals.test(word.text) || word.text.includes(".") || (word.kind === "name" && word.text.length > 2);
    const single = written ? aliasOf(word.lower.replaceAll(".", "")) : undefined;
    const alias = pair ?? single;
    if (scale !== undefined) joined.push({ ...word, stem: scale, weight: weights.scale, kind: "word" });
    else if (alias !== undefined) {
      const title = alias === "ceo";
      const end = pair !== undefined && next ? next.end : word.end;
      joined.push({
        ...word,
        end,
        stem: alias,
        weight: title ? weights.title : weights.alias,
        kind: title ? "word" : "name",
      });
      if (pair !== undefined) at++;
    } else joined.push(word);
  }
  return joined;
}
