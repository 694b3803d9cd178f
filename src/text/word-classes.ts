import { fnv1a } from "./fnv1a.ts";

/** Words by the company they keep in news, as hashes: it can say which words are alike, and not what words it knows. */
export class WordClasses {
  readonly #classes = new Map<number, number>();
  /** One number for all words and classes: what was learned with these classes can tell them from others. */
  readonly fingerprint: number;

  /** `words[i]` is the hash of a form, `classes[i]` its fine class in the low 9 bits and its coarse one above them. */
  constructor(words: ArrayLike<number>, classes: ArrayLike<number>) {
    let mixed = words.length;
    for (let at = 0; at < words.length; at++) {
      this.#classes.set((words[at] ?? 0) | 0, (classes[at] ?? 0) + 1);
      mixed = Math.imul(mixed ^ (words[at] ?? 0) ^ (classes[at] ?? 0), 0x01000193);
    }
    this.fingerprint = mixed >>> 0;
  }

  /** Both classes as one number, 0 for a word it does not know. Numbers of one length are one word. */
  classOf(form: string): number {
    return this.#classes.get(fnv1a(/^\d/.test(form) ? "0".repeat(form.length) : form) | 0) ?? 0;
  }
}

/** The fine class of a number from `classOf`: words of one sort and grammar ("senator", "congressman"). */
export function fineClass(both: number): number {
  return both === 0 ? 0 : ((both - 1) & 511) + 1;
}

/** The coarse class of a number from `classOf`: roughly a part of speech or a kind of name. */
export function coarseClass(both: number): number {
  return both === 0 ? 0 : ((both - 1) >> 9) + 1;
}
