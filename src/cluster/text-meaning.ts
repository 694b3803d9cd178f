import type { Embedding } from "../model/embedding.ts";
import { clusterParameters } from "./parameters.ts";

/** An article's embedding as it is compared: centred, and rounded to bytes, so that 100,000 live articles fit in memory. */
export interface TextMeaning {
  readonly model: string;
  /** As in `Embedding.share`. */
  readonly share: number;
  readonly bytes: Int8Array;
  /** The Euclidean length of `bytes`; 0 where the centre was all there was. */
  readonly length: number;
}

/** A language's own mean counts for as much as that of all languages when so many of its texts were seen. */
const textsToTell = 20;

/** The sum of texts' directions. */
interface Mean {
  readonly sum: Float64Array;
  texts: number;
}

/**
 * Takes from embeddings what all texts of a language have in common (Mu & Viswanath 2018; by language Libovický et al. 2020). In most models'
 * spaces any two texts lie close together, each model's at a likeness of its own; less the mean, unrelated texts are at about 0 in all of them. The
 * mean runs with the stream, so that nothing looks ahead; a language of few texts leans on that of all, and of the first text nothing is left.
 */
export class MeaningSpace {
  readonly #means = new Map<string, Mean>();

  /** @param isNew the text counts for the mean that later ones have taken from them */
  centre({ model, share, vector }: Embedding, language: string, isNew: boolean): TextMeaning | undefined {
    const length = norm(vector);
    if (!(length > 0)) return undefined;
    const direction = Float64Array.from(vector, (value) => value / length);
    const space = `${model} ${vector.length}`;
    const [all, own] = [this.#mean(space, direction), this.#mean(`${space} ${language}`, direction)];
    if (isNew) for (const mean of [all, own]) add(mean, direction);
    const leaning = textsToTell / Math.max(1, all.texts);
    const centred = direction.map(
      (value, i) => value - ((own.sum[i] as number) + leaning * (all.sum[i] as number)) / (own.texts + textsToTell),
    );
    const largest = centred.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // What rounding leaves of a text that was all there is to the mean is no direction.
    const scale = largest > 1e-6 ? 127 / largest : 0;
    const bytes = Int8Array.from(centred, (value) => Math.round(value * scale));
    return { model, share, bytes, length: norm(bytes) };
  }

  #mean(key: string, { length }: Float64Array): Mean {
    const known = this.#means.get(key);
    if (known) return known;
    const made = { sum: new Float64Array(length), texts: 0 };
    this.#means.set(key, made);
    return made;
  }
}

function add(mean: Mean, direction: Float64Array): void {
  mean.texts++;
  for (let i = 0; i < direction.length; i++) mean.sum[i] = (mean.sum[i] as number) + (direction[i] as number);
}

/** Whether both have a meaning, and of one model: those of two say nothing about each other. */
export function canCompare(a: TextMeaning | undefined, b: TextMeaning | undefined): a is TextMeaning {
  return a !== undefined && b !== undefined && a.model === b.model && a.bytes.length === b.bytes.length;
}

/** How alike two meanings are, on the scale on which words are: a share of their cosine, at least 0; 0 where they cannot be compared. */
export function meaningLikeness(a: TextMeaning | undefined, b: TextMeaning | undefined): number {
  if (!canCompare(a, b) || b === undefined || a.length === 0 || b.length === 0) return 0;
  const [x, y] = [a.bytes, b.bytes];
  let product = 0;
  for (let i = 0; i < x.length; i++) product += (x[i] as number) * (y[i] as number);
  return (Math.max(0, product) / (a.length * b.length)) * clusterParameters.meaningScale;
}

function norm(values: Float32Array | Int8Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
