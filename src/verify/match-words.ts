import type { Reading } from "./read-sources.ts";
import type { Word } from "./read-words.ts";
import { kinOf, nearness } from "./word-kin.ts";

/** A place in the sources where a word of the claim, or one near it, stands. */
export interface Match {
  /** In `Reading.words`. */
  readonly at: number;
  readonly near: number;
}

/** Frequent words need no more places than this to find their neighbours. */
const mostPlaces = 120;
/** Two stems that share so much of their letters are taken for kin ("parliament", "parliamentary"). */
const sharedLetters = 0.7;

/** For each word of the claim the places where it, a synonym or a kin word stands in the sources. */
export function matchWords(words: readonly Word[], reading: Reading): Match[][] {
  return words.map((word) => {
    const matches: Match[] = [];
    for (const [stem, near] of stemsNear(word, reading)) {
      for (const at of reading.places.get(stem) ?? []) {
        if (matches.length >= mostPlaces) return matches;
        matches.push({ at, near });
      }
    }
    return matches;
  });
}

function stemsNear({ stem, kind, weight }: Word, reading: Reading): Map<string, number> {
  const found = new Map<string, number>();
  if (reading.places.has(stem)) found.set(stem, nearness.same);
  if (kind === "number" || kind === "date" || weight === 0) return found;
  for (const [other, near] of kinOf(stem)) if (reading.places.has(other)) found.set(other, near);
  if (stem.length >= 4)
    for (const other of reading.beginnings.get(stem.slice(0, 4)) ?? [])
      if (!found.has(other) && shareStart(stem, other)) found.set(other, nearness.prefix);
  return found;
}

function shareStart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared++;
  return shared >= 4 && shared >= sharedLetters * short.length && shared >= 0.5 * long.length;
}
