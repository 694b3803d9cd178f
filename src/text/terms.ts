import { languageFor } from "../languages/registry.ts";

/** Scripts without spaces between words are cut into pairs of characters, which retrieval does nearly as well with as with words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** No such script stands below; asking a number first spares most words the pattern. */
const unspacedFrom = 0x0e00;
const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu;

/**
 * The terms of a text for vectors, in order and with repeats: lower-cased stems without stop words; numbers are kept, single letters are
 * not.
 */
export function terms(text: string, language: string): string[] {
  const { stopWords, stem } = languageFor(language);
  const found: string[] = [];
  for (const [match] of text.matchAll(word)) {
    const lower = match.toLowerCase().replace("’", "'");
    if (lower.charCodeAt(0) >= unspacedFrom && unspaced.test(lower)) {
      for (let at = 0; at < Math.max(1, lower.length - 1); at++) found.push(lower.slice(at, at + 2));
      continue;
    }
    const plain = lower.replace(/'s$/, "");
    if (plain.length < 2 || stopWords.has(plain) || stopWords.has(lower)) continue;
    found.push(stem(plain));
  }
  return found;
}
