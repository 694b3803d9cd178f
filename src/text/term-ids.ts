import { scanWords } from "./scan-words.ts";
import { termId } from "./term-vector.ts";
import { terms } from "./terms.ts";

/** The caches are emptied when they are full, so that they cannot grow with the stream. */
const maxCached = 200_000;
const none = -1;
/** By language: the hash of a word -> the place of its term. */
const caches = new Map<string, Map<number, number>>();

/** The places (termId) of a text's terms, in order and with repeats. Words seen often are looked up once. */
export function termIds(text: string, language: string): number[] {
  const cache = cacheFor(language);
  const found: number[] = [];
  const { count, starts, ends, hashes } = scanWords(text);
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number;
    const known = cache.get(hash);
    if (known !== undefined) {
      if (known !== none) found.push(known);
      continue;
    }
    const ids = terms(text.slice(starts[i], ends[i]), language).map(termId);
    found.push(...ids);
    // A run of an unspaced script is several terms, and hardly comes again.
    if (ids.length <= 1) cache.set(hash, ids[0] ?? none);
  }
  return found;
}

function cacheFor(language: string): Map<number, number> {
  const known = caches.get(language);
  if (known && known.size < maxCached) return known;
  const made = new Map<number, number>();
  caches.set(language, made);
  return made;
}
