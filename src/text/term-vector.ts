import { fnv1a } from "./fnv1a.ts";

/** Terms are hashed into so many places (the hashing trick, Weinberger et al. 2009): memory is bounded and no word is kept. */
export const termSpace = 1 << 20;

/** The place of a term: FNV-1a with the finalizer of MurmurHash3. Two terms share one by chance, a few in a thousand articles. */
export function termId(term: string): number {
  let hash = fnv1a(term);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (termSpace - 1);
}

/** A sparse vector: places in ascending order and their weights, of length 1 (or empty). */
export interface TermVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** The places and weights of a vector's heaviest terms, at least `most` where several weigh the same, in order of place. */
export function heaviestTerms({ ids, weights }: TermVector, most: number): TermVector {
  if (ids.length <= most) return { ids, weights };
  const least = weights.slice().sort()[ids.length - most] ?? 0;
  let count = 0;
  for (let i = 0; i < ids.length; i++) if ((weights[i] as number) >= least) count++;
  const heaviest = { ids: new Uint32Array(count), weights: new Float32Array(count) };
  for (let i = 0, at = 0; i < ids.length; i++) {
    if ((weights[i] as number) < least) continue;
    heaviest.ids[at] = ids[i] as number;
    heaviest.weights[at++] = weights[i] as number;
  }
  return heaviest;
}

/** The cosine of two vectors of length 1. */
export function dotProduct(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const left = a.ids[i] as number;
    const right = b.ids[j] as number;
    if (left === right) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}
