import { termId } from "./term-vector.ts";
import { terms, wordPattern } from "./terms.ts";

/** The caches are emptied when they are full, so that they cannot grow with the stream. */
const maxCached = 200_000;
const none = -1;
const caches = new Map<string, Map<string, number>>();

/** The places (termId) of a text's terms, in order and with repeats. Words seen often are looked up once. */
export function termIds(text: string, language: string): number[] {
  const cache = cacheFor(language);
  const found: number[] = [];
  for (const word of text.match(wordPattern) ?? []) {
    const known = cache.get(word);
    if (known !== undefined) {
      if (known !== none) found.push(known);
      continue;
    }
    const ids = terms(word, language).map(termId);
    found.push(...ids);
    // A run of an unspaced script is several terms, and hardly comes again.
    if (ids.length <= 1) cache.set(word, ids[0] ?? none);
  }
  return found;
}

function cacheFor(language: string): Map<string, number> {
  const known = caches.get(language);
  if (known && known.size < maxCached) return known;
  const made = new Map<string, number>();
  caches.set(language, made);
  return made;
}
