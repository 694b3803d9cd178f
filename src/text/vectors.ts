/** Weights by term. */
export type SparseVector = ReadonlyMap<string, number>;

export function termCounts(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The same direction with length 1; a vector of zeros stays as it is. */
export function normalize(vector: SparseVector): SparseVector {
  const length = lengthOf(vector);
  if (length === 0) return vector;
  return new Map([...vector].map(([term, weight]) => [term, weight / length]));
}

/** Cosine similarity, 0 where either has no weight. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

export function dot(a: SparseVector, b: SparseVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

function lengthOf(vector: SparseVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
