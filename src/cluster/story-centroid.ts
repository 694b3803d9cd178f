import type { ArticleId } from "../model/article.ts";
import type { StoryId } from "../model/story.ts";
import { dot, type SparseVector } from "../text/vectors.ts";
import type { ArticleVector } from "./article-vector.ts";
import { clusterParameters } from "./parameters.ts";

/** A story while it is open: the sum of its articles' vectors, when it last moved, and who is in it. */
export class StoryCentroid {
  readonly id: StoryId;
  readonly members: ArticleId[] = [];
  /** Milliseconds: the latest publication in it. */
  lastAt = Number.NEGATIVE_INFINITY;
  readonly #terms = new Map<string, number>();
  readonly #names = new Map<string, number>();
  #termLength = 0;
  #nameLength = 0;

  constructor(id: StoryId) {
    this.id = id;
  }

  add(article: ArticleId, vector: ArticleVector, at: number): void {
    this.members.push(article);
    this.lastAt = Math.max(this.lastAt, at);
    addTo(this.#terms, vector.terms);
    addTo(this.#names, vector.names);
    this.#settle();
  }

  absorb(other: StoryCentroid): void {
    this.members.push(...other.members);
    this.lastAt = Math.max(this.lastAt, other.lastAt);
    addTo(this.#terms, other.#terms);
    addTo(this.#names, other.#names);
    this.#settle();
  }

  get terms(): SparseVector {
    return this.#terms;
  }

  get names(): SparseVector {
    return this.#names;
  }

  /** How like the story an article is, 0 to 1, before time is counted. */
  similarity(vector: ArticleVector): { terms: number; names: number; both: number } {
    const terms = this.#termLength === 0 ? 0 : dot(vector.terms, this.#terms) / this.#termLength;
    const names = this.#nameLength === 0 ? 0 : dot(vector.names, this.#names) / this.#nameLength;
    // Where either has no name, names say nothing for or against.
    const share = vector.names.size === 0 || this.#nameLength === 0 ? 0 : clusterParameters.nameShare;
    return { terms, names, both: (1 - share) * terms + share * names };
  }

  likeness(other: StoryCentroid): number {
    const lengths = this.#termLength * other.#termLength;
    return lengths === 0 ? 0 : dot(this.#terms, other.#terms) / lengths;
  }

  #settle(): void {
    cut(this.#terms, clusterParameters.maxCentroidTerms);
    cut(this.#names, clusterParameters.maxCentroidTerms);
    this.#termLength = lengthOf(this.#terms);
    this.#nameLength = lengthOf(this.#names);
  }
}

function addTo(sum: Map<string, number>, vector: SparseVector): void {
  for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
}

/** Keeps the heaviest terms; the margin spares a sort at every article. */
function cut(vector: Map<string, number>, most: number): void {
  if (vector.size <= most * 1.5) return;
  const heaviest = [...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [term] of heaviest.slice(most)) vector.delete(term);
}

function lengthOf(vector: SparseVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
