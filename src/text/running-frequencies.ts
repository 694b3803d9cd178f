/** In how many documents each term was seen so far. Grows with the stream and never looks ahead. */
export class RunningFrequencies {
  readonly #counts: Map<string, number>;
  #documents: number;

  constructor(saved?: { readonly documents: number; readonly counts: readonly (readonly [string, number])[] }) {
    this.#counts = new Map(saved?.counts ?? []);
    this.#documents = saved?.documents ?? 0;
  }

  get documents(): number {
    return this.#documents;
  }

  /** Counts one document by its distinct terms. */
  add(terms: Iterable<string>): void {
    this.#documents++;
    for (const term of new Set(terms)) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
  }

  /** Smoothed inverse document frequency, ln((N + 1) / (n + 0.5)) as in Robertson & Spärck Jones; never below 0. */
  idf(term: string): number {
    return Math.max(0, Math.log((this.#documents + 1) / ((this.#counts.get(term) ?? 0) + 0.5)));
  }

  toJSON(): { documents: number; counts: (readonly [string, number])[] } {
    return { documents: this.#documents, counts: [...this.#counts] };
  }
}
