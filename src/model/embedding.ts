/**
 * What an embedding model made of a text: a direction in a space of its own. Two of one model can be compared; those of two models say nothing
 * about each other, even where they have as many dimensions.
 */
export interface Embedding {
  readonly model: string;
  readonly vector: Float32Array;
  /** So much of the likeness of two texts of one language is that of their vectors, 0 to 1. */
  readonly share: number;
}
