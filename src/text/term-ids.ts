import { scanWords, startsWithCapital } from "./scan-words.ts";
import { termId } from "./term-vector.ts";
import { terms } from "./terms.ts";

/** The caches are emptied when they are full, so that they cannot grow with the stream. */
const maxCached = 200_000;
const none = -1;
/** By language: the hash of a word -> the place of its term. */
const caches = new Map<string, Map<number, number>>();

/** Terms of a text by their places (termId), in order and with repeats. */
export interface FoundTerms {
  readonly ids: number[];
  /** By position in `ids`: whether the word begins with a capital. */
  readonly capitals: boolean[];
}

/** The places of a text's terms. Words seen often are looked up once. */
export function termIds(text: string, language: string): FoundTerms {
  const cache = cacheFor(language);
  const ids: number[] = [];
  const capitals: boolean[] = [];
  const { count, starts, ends, hashes } = scanWords(text);
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number;
    const start = starts[i] as number;
    const known = cache.get(hash);
    if (known !== undefined) {
      if (known === none) continue;
      ids.push(known);
      capitals.push(startsWithCapital(text, start));
      continue;
    }
    const found = terms(text.slice(start, ends[i]), language).map(termId);
    for (const id of found) {
      ids.push(id);
      capitals.push(startsWithCapital(text, start));
    }
    // A run of an unspaced script is several terms, and hardly comes again.
    if (found.length <= 1) cache.set(hash, found[0] ?? none);
  }
  return { ids, capitals };
}

function cacheFor(language: string): Map<number, number> {
  const known = caches.get(language);
  if (known && known.size < maxCached) return known;
  const made = new Map<number, number>();
  caches.set(language, made);
  return made;
}
