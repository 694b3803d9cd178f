import { termSpace } from "./term-vector.ts";

/** Counts as they are saved: the places in ascending order and in how many documents each was seen. */
export interface SavedFrequencies {
  readonly documents: number;
  readonly ids: Uint32Array;
  readonly counts: Uint32Array;
}

/** Old news is forgotten by halves: past so many documents every count is halved, so that weights follow the language of the day. */
const mostDocuments = 400_000;

/** In how many documents of one language each term was seen so far. Grows with the stream and never looks ahead. */
export class DocumentFrequencies {
  readonly #counts = new Uint32Array(termSpace);
  #documents = 0;

  constructor(saved?: SavedFrequencies) {
    if (!saved) return;
    this.#documents = saved.documents;
    for (let i = 0; i < saved.ids.length; i++) this.#counts[saved.ids[i] ?? 0] = saved.counts[i] ?? 0;
  }

  get documents(): number {
    return this.#documents;
  }

  /** Counts one document by its distinct terms. */
  add(ids: Iterable<number>): void {
    if (this.#documents >= mostDocuments) this.#halve();
    this.#documents++;
    for (const id of ids) this.#counts[id] = (this.#counts[id] ?? 0) + 1;
  }

  /** Smoothed inverse document frequency, ln((N + 1) / (n + 0.5)) as in Robertson & Spärck Jones; never below 0. */
  idf(id: number): number {
    return Math.max(0, Math.log((this.#documents + 1) / ((this.#counts[id] ?? 0) + 0.5)));
  }

  /** The counts of terms seen at least `least` times, for saving. */
  save(least = 1): SavedFrequencies {
    const ids: number[] = [];
    for (let id = 0; id < termSpace; id++) if ((this.#counts[id] ?? 0) >= least) ids.push(id);
    return {
      documents: this.#documents,
      ids: Uint32Array.from(ids),
      counts: Uint32Array.from(ids, (id) => this.#counts[id] ?? 0),
    };
  }

  #halve(): void {
    this.#documents = Math.floor(this.#documents / 2);
    for (let id = 0; id < termSpace; id++) this.#counts[id] = (this.#counts[id] ?? 0) >>> 1;
  }
}
