/*
 * A sample of a text's runs of three words that keeps containment measurable (FracMinHash, Irber et al. 2022): of a long text only the runs
 * whose hash is small are kept, and two texts are compared by the smaller share.
 */

/** A text's sampled runs. */
export interface ShingleSketch {
  /** Runs whose hash is below this are kept. */
  readonly limit: number;
  /** Ascending, without repeats. */
  readonly hashes: Uint32Array;
}

const whole = 0x1_0000_0000;
/** Texts with more runs are sampled down to a quarter; at 150 kept runs a containment of .7 is known to within .04. */
const sampledFrom = 400;
const word = /[\p{L}\p{M}\p{N}]+/gu;
/** From here on stand the scripts without spaces between words, whose words are taken to be their characters. */
const unspacedFrom = 0x0e00;

/** The hashes of a text's runs of three words, case aside, without repeats. */
export function wordRuns(text: string): Set<number> {
  const runs = new Set<number>();
  let [first, second] = [0, 0];
  let seen = 0;
  const take = (hash: number) => {
    if (++seen >= 3) runs.add(spread(Math.imul(spread(Math.imul(first, 31) ^ second), 31) ^ hash));
    first = second;
    second = hash;
  };
  for (const match of text.toLowerCase().match(word) ?? []) {
    let hash = 0x811c9dc5;
    const unspaced = match.charCodeAt(0) >= unspacedFrom;
    for (let at = 0; at < match.length; at++) {
      hash = Math.imul(hash ^ match.charCodeAt(at), 0x01000193);
      if (!unspaced) continue;
      take(hash);
      hash = 0x811c9dc5;
    }
    if (!unspaced) take(hash);
  }
  return runs;
}

export function sketchOf(runs: ReadonlySet<number>): ShingleSketch {
  const limit = runs.size > sampledFrom ? whole / 4 : whole;
  return { limit, hashes: Uint32Array.from([...runs].filter((hash) => hash < limit)).sort() };
}

/** The share of the smaller text's runs that the other has too, as far as the samples tell: 1 for a text printed with additions. */
export function sketchContainment(a: ShingleSketch, b: ShingleSketch): number {
  const limit = Math.min(a.limit, b.limit);
  const [x, y] = [a.hashes, b.hashes];
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < x.length && j < y.length) {
    const left = x[i] as number;
    const right = y[j] as number;
    if (left >= limit || right >= limit) break;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const smaller = Math.min(below(x, limit), below(y, limit));
  return smaller === 0 ? 0 : shared / smaller;
}

/** How many hashes lie below a limit. */
function below(hashes: Uint32Array, limit: number): number {
  let low = 0;
  for (let high = hashes.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spread(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
