import { fnv1a } from "./fnv1a.ts";

/** English terms by the words of other languages, both as numbers: it can say what it knows of a word, not what words it knows. */
export interface WordTranslations {
  /** The places (termId) of the English terms that a lower-case text's words may mean. */
  of(text: string, language: string): number[];
}

/** Knows no word. */
export const noTranslations: WordTranslations = { of: () => [] };

/** The longest word of an unspaced script that is looked for, in characters. */
const longestUnspaced = 7;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const word = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** The key of a word in a table of translations: 32 bits, so that words hardly ever collide. */
export function wordKey(text: string, language: string): number {
  const low = fnv1a(text, fnv1a(" ", fnv1a(language)));
  return Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) >>> 0;
}

/**
 * Translations from a table of keys (wordKey, one a meaning) and the places of the English terms they mean. A word's meanings stand one
 * after the other.
 */
export function translationsOf(keys: Uint32Array, meanings: Uint32Array): WordTranslations {
  const table = new Map<number, number[]>();
  for (let i = 0; i < keys.length; i++) {
    const known = table.get(keys[i] ?? 0);
    if (known) known.push(meanings[i] ?? 0);
    else table.set(keys[i] ?? 0, [meanings[i] ?? 0]);
  }
  return {
    of(text, language) {
      const found: number[] = [];
      if (language === "zh" || language === "ja") {
        for (const [run] of text.matchAll(unspaced)) longestMatches(run, language, table, found);
      } else spacedMatches(text.match(word) ?? [], language, table, found);
      return found;
    },
  };
}

/** Words of a run of characters without spaces, the longest known one at each place (maximum matching). */
function longestMatches(run: string, language: string, table: ReadonlyMap<number, readonly number[]>, found: number[]) {
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longestUnspaced, run.length - at);
    for (; length > 1; length--) {
      const meaning = table.get(wordKey(run.slice(at, at + length), language));
      if (meaning === undefined) continue;
      found.push(...meaning);
      break;
    }
    at += Math.max(1, length);
  }
}

/** Words and pairs of words, a pair before its parts. */
function spacedMatches(
  all: readonly string[],
  language: string,
  table: ReadonlyMap<number, readonly number[]>,
  found: number[],
) {
  for (let at = 0; at < all.length; at++) {
    const one = all[at] ?? "";
    const pair = all[at + 1] === undefined ? undefined : table.get(wordKey(`${one} ${all[at + 1]}`, language));
    if (pair) at++;
    found.push(...(pair ?? table.get(wordKey(one, language)) ?? table.get(wordKey(rootOf(one), language)) ?? []));
  }
}

/** Malay and Indonesian without their commonest prefixes and suffixes ("kebakaran" -> "bakar"); other words lose a chance match at most. */
function rootOf(text: string): string {
  const bare = text.replace(/^(?:di|ber|ter|ke|se)/, "").replace(/(?:nya|kan|an|lah)$/, "");
  return bare.length >= 3 ? bare : text;
}
