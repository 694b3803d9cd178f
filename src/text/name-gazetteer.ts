import { fnv1a } from "./fnv1a.ts";
import type { Token } from "./tokens.ts";

/** What a list of names says a phrase can be. A phrase can be several: "Paris" is a city and a first name. */
export const nameKinds = {
  country: 1,
  largeCity: 2,
  city: 4,
  town: 8,
  region: 16,
  demonym: 32,
  firstName: 64,
  surname: 128,
  person: 256,
  organization: 512,
} as const;
export type NameKind = keyof typeof nameKinds;

/** The longest phrase looked for, in tokens. */
const maxTokens = 6;

/** The hash of a phrase as `Gazetteer` looks for it: its lower-cased tokens with a space between. */
export function hashPhrase(lowerTokens: readonly string[]): number {
  return fnv1a(lowerTokens.join(" "));
}

/** A phrase of a gazetteer found in a text: tokens `start` to `end` (exclusive), and the kinds it can be, as bits. */
export interface GazetteerHit {
  readonly start: number;
  readonly end: number;
  readonly kinds: number;
}

/** Lists of names as hashes: it can say whether it knows a phrase, and not what phrases it knows. */
export class Gazetteer {
  readonly #kinds = new Map<number, number>();

  /** `hashes[i]` is the hash of a phrase (hashPhrase) and `kinds[i]` its bits. */
  constructor(hashes: ArrayLike<number>, kinds: ArrayLike<number>) {
    for (let index = 0; index < hashes.length; index += 1) {
      this.#kinds.set((hashes[index] ?? 0) | 0, kinds[index] ?? 0);
    }
  }

  /** The kinds of a phrase as bits, 0 where it is not known. */
  kindsOf(lowerTokens: readonly string[]): number {
    return this.#kinds.get(hashPhrase(lowerTokens) | 0) ?? 0;
  }

  /** The longest known phrase that begins at each capitalised token; hits do not overlap. */
  find(tokens: readonly Token[]): GazetteerHit[] {
    const hits: GazetteerHit[] = [];
    for (let start = 0; start < tokens.length; ) {
      const hit = /^[\p{Lu}\d]/u.test(tokens[start]?.text ?? "") ? this.#longest(tokens, start) : undefined;
      if (hit) hits.push(hit);
      start = hit ? hit.end : start + 1;
    }
    return hits;
  }

  #longest(tokens: readonly Token[], start: number): GazetteerHit | undefined {
    let hash: number | undefined;
    let found: GazetteerHit | undefined;
    for (let end = start; end < Math.min(tokens.length, start + maxTokens); end += 1) {
      hash = fnv1a(tokens[end]?.lower ?? "", hash === undefined ? undefined : fnv1a(" ", hash));
      const kinds = this.#kinds.get(hash | 0);
      if (kinds) found = { start, end: end + 1, kinds };
    }
    return found;
  }
}
