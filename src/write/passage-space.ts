/** A passage that says much the same as another. */
export interface Neighbour {
  readonly index: number;
  readonly cosine: number;
}

/**
 * The sentences of one story as unit tf-idf vectors, with every pair that shares anything worth counting. Pairs are
 * found through an inverted index, so cost follows shared terms, not the square of the sentences.
 */
export class PassageSpace {
  readonly #vectors: readonly (readonly (readonly [number, number])[])[];
  readonly #neighbours: readonly (readonly Neighbour[])[];
  readonly #ids = new Map<string, number>();
  readonly #documents: readonly number[];
  readonly #terms: readonly (readonly string[])[];
  readonly #distinct: Set<string>[] = [];

  /** `documentOf` gives each passage's article, for counting in how many articles a term stands. */
  constructor(termsOf: readonly (readonly string[])[], documentOf: readonly number[], minCosine = 0.1) {
    this.#terms = termsOf;
    const counts = termsOf.map((terms) => {
      const count = new Map<number, number>();
      for (const term of terms) {
        const id = this.#ids.get(term) ?? this.#ids.size;
        this.#ids.set(term, id);
        count.set(id, (count.get(id) ?? 0) + 1);
      }
      return count;
    });
    const sentences = new Float64Array(this.#ids.size);
    const documents = Array.from({ length: this.#ids.size }, () => new Set<number>());
    counts.forEach((count, i) => {
      for (const id of count.keys()) {
        sentences[id] = (sentences[id] ?? 0) + 1;
        documents[id]?.add(documentOf[i] ?? 0);
      }
    });
    this.#documents = documents.map((set) => set.size);
    const n = termsOf.length;
    this.#vectors = counts.map((count) => {
      const vector = [...count].map(
        ([id, tf]) => [id, (1 + Math.log(tf)) * Math.log((n + 1) / ((sentences[id] ?? 0) + 0.5))] as const,
      );
      const norm = Math.sqrt(vector.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
      return vector.map(([id, w]) => [id, w / norm] as const);
    });
    this.#neighbours = pairsOf(this.#vectors, this.#ids.size, minCosine);
  }

  /** The passages that share something with passage `i`, nearest first. */
  near(i: number): readonly Neighbour[] {
    return this.#neighbours[i] ?? [];
  }

  cosine(i: number, j: number): number {
    return i === j ? 1 : (this.near(i).find(({ index }) => index === j)?.cosine ?? 0);
  }

  /** Share of the shorter passage's distinct terms that the other has too: two tellings of one fact, even where all articles have its words. */
  overlap(i: number, j: number): number {
    const [a, b] = [this.termsOf(i), this.termsOf(j)];
    const [less, more] = a.size <= b.size ? [a, b] : [b, a];
    if (less.size === 0) return 0;
    let shared = 0;
    for (const term of less) if (more.has(term)) shared++;
    return shared / less.size;
  }

  /** The distinct terms of passage `i`. */
  termsOf(i: number): ReadonlySet<string> {
    const known = this.#distinct[i] ?? new Set(this.#terms[i]);
    this.#distinct[i] = known;
    return known;
  }

  /** Cosine of passage `i` to the mean of all, a measure of how central it is. */
  centrality(): number[] {
    const centroid = new Float64Array(this.#ids.size);
    for (const vector of this.#vectors) for (const [id, w] of vector) centroid[id] = (centroid[id] ?? 0) + w;
    const norm = Math.hypot(...centroid) || 1;
    return this.#vectors.map((vector) => vector.reduce((sum, [id, w]) => sum + w * (centroid[id] ?? 0), 0) / norm);
  }

  /** Mean number of articles that have a passage's terms. */
  agreement(): number[] {
    return this.#terms.map((terms) => {
      const distinct = [...new Set(terms)];
      const sum = distinct.reduce((total, term) => total + (this.#documents[this.#ids.get(term) ?? -1] ?? 0), 0);
      return sum / Math.max(1, distinct.length);
    });
  }
}

function pairsOf(
  vectors: readonly (readonly (readonly [number, number])[])[],
  terms: number,
  minCosine: number,
): Neighbour[][] {
  const postings: [number, number][][] = Array.from({ length: terms }, () => []);
  const neighbours: Neighbour[][] = vectors.map(() => []);
  const sums = new Float64Array(vectors.length);
  vectors.forEach((vector, i) => {
    const touched: number[] = [];
    for (const [id, w] of vector) {
      for (const [j, v] of postings[id] ?? []) {
        if (sums[j] === 0) touched.push(j);
        sums[j] = (sums[j] ?? 0) + w * v;
      }
      postings[id]?.push([i, w]);
    }
    for (const j of touched) {
      const cosine = sums[j] ?? 0;
      sums[j] = 0;
      if (cosine < minCosine) continue;
      neighbours[i]?.push({ index: j, cosine });
      neighbours[j]?.push({ index: i, cosine });
    }
  });
  for (const list of neighbours) list.sort((a, b) => b.cosine - a.cosine || a.index - b.index);
  return neighbours;
}
