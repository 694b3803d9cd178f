import type { Article } from "../src/model/article.ts";
import { terms } from "../src/text/terms.ts";

/** A plain single pass over TF-IDF vectors, the peer: every article is weighed against every story it shares a word with. */
export class PlainSinglePass {
  readonly #frequencies = new Map<string, number>();
  readonly #index = new Map<string, Map<number, number>>();
  readonly #lengths: number[] = [];
  #documents = 0;

  /** @returns the number of the story */
  assign(article: Article): number {
    const counts = new Map<string, number>();
    for (const term of terms(article.text.slice(0, 4000), "en")) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of terms(article.title, "en")) counts.set(term, (counts.get(term) ?? 0) + 3);
    this.#documents++;
    let squares = 0;
    for (const [term, count] of counts) {
      const seen = (this.#frequencies.get(term) ?? 0) + 1;
      this.#frequencies.set(term, seen);
      const weight = (1 + Math.log(count)) * Math.log((this.#documents + 1) / seen);
      counts.set(term, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    const scores = new Map<number, number>();
    for (const [term, weight] of counts)
      for (const [story, other] of this.#index.get(term) ?? [])
        scores.set(story, (scores.get(story) ?? 0) + (weight / length) * other);
    let best = this.#lengths.length;
    let highest = 0.18;
    for (const [story, score] of scores) {
      const cosine = score / (this.#lengths[story] ?? 1);
      if (cosine > highest) [best, highest] = [story, cosine];
    }
    let grown = (this.#lengths[best] ?? 0) ** 2;
    for (const [term, weight] of counts) {
      const postings = this.#index.get(term) ?? new Map<number, number>();
      this.#index.set(term, postings);
      const before = postings.get(best) ?? 0;
      const after = before + weight / length;
      grown += after * after - before * before;
      postings.set(best, after);
    }
    this.#lengths[best] = Math.sqrt(grown);
    return best;
  }
}
