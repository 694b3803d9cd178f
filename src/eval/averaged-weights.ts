/** What of the weights is kept: those of at least `smallest`, cut off at `largest`. */
export interface Rounding {
  readonly smallest: number;
  readonly largest: number;
}

/**
 * The weights of a perceptron by feature and tag, averaged over its steps (Collins 2002). A weight is summed up when it changes, for the steps
 * it stood since it last did.
 */
export class AveragedWeights {
  /** Steps taken; raised before each. */
  step = 0;
  /** `weights[row * tags + tag]` */
  readonly weights: Float32Array;
  readonly #totals: Float64Array;
  readonly #stamps: Int32Array;
  readonly #rowOf: ReadonlyMap<number, number>;
  readonly #tags: number;

  /** @param rowOf the row of each feature */
  constructor(rowOf: ReadonlyMap<number, number>, tags: number) {
    const size = rowOf.size * tags;
    this.weights = new Float32Array(size);
    this.#totals = new Float64Array(size);
    this.#stamps = new Int32Array(size);
    this.#rowOf = rowOf;
    this.#tags = tags;
  }

  /** Where `found` stood and `right` was wanted, the rows speak more for the one and less for the other. */
  learn(rows: Iterable<number>, right: number, found: number): void {
    for (const row of rows) {
      this.#change(row * this.#tags + right, 1);
      this.#change(row * this.#tags + found, -1);
    }
  }

  /** The averages in 8 bits, by feature in ascending order as an unsigned number; features of which nothing is left are dropped. */
  rounded({ smallest, largest }: Rounding): { readonly features: Uint32Array; readonly rows: Int8Array } {
    const scale = 127 / largest;
    const kept: { feature: number; row: Int8Array }[] = [];
    for (const [feature, row] of this.#rowOf) {
      const values = new Int8Array(this.#tags);
      for (let tag = 0; tag < this.#tags; tag++) {
        const value = this.#average(row * this.#tags + tag);
        if (Math.abs(value) >= smallest) values[tag] = Math.max(-127, Math.min(127, Math.round(value * scale)));
      }
      if (values.some((value) => value !== 0)) kept.push({ feature: feature >>> 0, row: values });
    }
    kept.sort((a, b) => a.feature - b.feature);
    const rows = new Int8Array(kept.length * this.#tags);
    for (const [index, { row }] of kept.entries()) rows.set(row, index * this.#tags);
    return { features: Uint32Array.from(kept, ({ feature }) => feature), rows };
  }

  #change(at: number, by: number): void {
    this.#totals[at] = this.#sumTo(at);
    this.#stamps[at] = this.step;
    this.weights[at] = (this.weights[at] ?? 0) + by;
  }

  #average(at: number): number {
    return this.#sumTo(at) / this.step;
  }

  #sumTo(at: number): number {
    return (this.#totals[at] ?? 0) + (this.step - (this.#stamps[at] ?? 0)) * (this.weights[at] ?? 0);
  }
}
