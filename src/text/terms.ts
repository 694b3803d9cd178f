import type { Language } from "../languages/language.ts";
import { languageFor } from "../languages/registry.ts";

/** Scripts without spaces between words are cut into pairs of characters, which retrieval does nearly as well with as with words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** No such script stands below; asking a number first spares most words the pattern. */
const unspacedFrom = 0x0e00;
const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Words seen often are looked up; the cache of a language is emptied when it is full. */
const maxCached = 50_000;
const cached = new WeakMap<Language, Map<string, readonly string[]>>();

/**
 * The terms of a text for vectors, in order and with repeats: lower-cased stems without stop words; numbers are kept, single letters are
 * not.
 */
export function terms(text: string, language: string): string[] {
  const rules = languageFor(language);
  let known = cached.get(rules);
  if (known === undefined || known.size >= maxCached) {
    known = new Map();
    cached.set(rules, known);
  }
  const found: string[] = [];
  for (const [match] of text.matchAll(word)) {
    let own = known.get(match);
    if (own === undefined) {
      own = termsOfWord(match, rules);
      known.set(match, own);
    }
    for (const term of own) found.push(term);
  }
  return found;
}

function termsOfWord(match: string, { stopWords, stem }: Language): readonly string[] {
  const lower = match.toLowerCase().replace("’", "'");
  if (lower.charCodeAt(0) >= unspacedFrom && unspaced.test(lower))
    return Array.from({ length: Math.max(1, lower.length - 1) }, (_, at) => lower.slice(at, at + 2));
  const plain = lower.replace(/'s$/, "");
  return plain.length < 2 || stopWords.has(plain) || stopWords.has(lower) ? [] : [stem(plain)];
}
