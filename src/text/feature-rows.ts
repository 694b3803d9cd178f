/** What a tagger has learned: for each feature a row of signed bytes, one for each tag. Found by open addressing. */
export class FeatureRows {
  readonly #keys: Int32Array;
  readonly #rowAt: Int32Array;
  readonly #rows: Int8Array;
  readonly #width: number;

  /** `features` are hashes other than 0, and `rows` holds `width` weights for each. */
  constructor(features: Uint32Array, rows: Int8Array, width: number) {
    let size = 1024;
    while (size < features.length * 2) size *= 2;
    this.#keys = new Int32Array(size);
    this.#rowAt = new Int32Array(size);
    this.#rows = rows;
    this.#width = width;
    for (let row = 0; row < features.length; row++) {
      const slot = this.#slotOf((features[row] ?? 0) | 0);
      this.#keys[slot] = (features[row] ?? 0) | 0;
      this.#rowAt[slot] = row * width;
    }
  }

  /** Adds the weights of a feature to the scores that begin at `at`. A feature that was not learned adds nothing. */
  addTo(scores: Float32Array | Int16Array, at: number, feature: number): void {
    const slot = this.#slotOf(feature);
    if (this.#keys[slot] === 0) return;
    const rows = this.#rows;
    const width = this.#width;
    const row = this.#rowAt[slot] ?? 0;
    for (let tag = 0; tag < width; tag++) scores[at + tag] = (scores[at + tag] ?? 0) + (rows[row + tag] ?? 0);
  }

  #slotOf(feature: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let slot = feature & mask;
    while (keys[slot] !== 0 && keys[slot] !== feature) slot = (slot + 1) & mask;
    return slot;
  }
}

/** Rows without their zeros: a bit mask of the tags with a weight (at most 32), and the weights themselves. */
export function sparseRows(rows: Int8Array, width: number): { masks: Uint32Array; values: Int8Array } {
  const masks = new Uint32Array(rows.length / width);
  const values = rows.filter((value) => value !== 0);
  for (let at = 0; at < rows.length; at++) {
    const row = Math.floor(at / width);
    if (rows[at] !== 0) masks[row] = (masks[row] ?? 0) | (1 << (at % width));
  }
  return { masks, values };
}

/** The rows of `sparseRows`. */
export function fullRows(masks: Uint32Array, values: Int8Array, width: number): Int8Array {
  const rows = new Int8Array(masks.length * width);
  let next = 0;
  for (let row = 0; row < masks.length; row++) {
    const mask = masks[row] ?? 0;
    for (let tag = 0; tag < width; tag++) if (mask & (1 << tag)) rows[row * width + tag] = values[next++] ?? 0;
  }
  return rows;
}

/** Sorted hashes as the steps between them, which pack smaller. */
export function differences(sorted: Uint32Array): Uint32Array {
  return sorted.map((value, index) => value - (index === 0 ? 0 : (sorted[index - 1] ?? 0)));
}

/** The hashes of `differences`. */
export function sums(steps: Uint32Array): Uint32Array {
  let total = 0;
  return steps.map((step) => {
    total += step;
    return total;
  });
}
