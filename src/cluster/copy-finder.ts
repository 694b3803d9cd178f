import type { Article, ArticleId } from "../model/article.ts";
import { bandCount, bands, minhash } from "../text/minhash.ts";
import { type ShingleSketch, sketchContainment, sketchOf, wordRuns } from "../text/shingle-sketch.ts";
import { clusterParameters } from "./parameters.ts";

interface Kept {
  readonly id: ArticleId;
  readonly at: number;
  readonly sketch: ShingleSketch;
}

/** Texts older than this are not looked for any more: wires are reprinted within days. */
const keptMs = 14 * 86_400_000;
const none = -1;

/**
 * Finds the earlier text an article prints again, whole or with changes at its edges. Texts meet in bands of their signatures; the share of
 * common runs decides. The latest texts are kept in a ring, so that memory is bounded: about a kilobyte each.
 */
export class CopyFinder {
  readonly #capacity: number;
  readonly #heads: Int32Array;
  #next: Int32Array;
  #keys: Uint32Array;
  #kept: (Kept | undefined)[] = [];
  #count = 0;
  readonly #places = new Map<ArticleId, number>();

  /** @param capacity how many of the latest texts are kept */
  constructor(capacity: number = clusterParameters.liveArticles) {
    this.#capacity = Math.max(1, capacity);
    this.#heads = new Int32Array(2 ** Math.ceil(Math.log2(this.#capacity * 8))).fill(none);
    this.#next = new Int32Array(Math.min(this.#capacity, 256) * bandCount);
    this.#keys = new Uint32Array(this.#next.length);
  }

  /**
   * The earliest kept text that this one copies, or undefined; the article is kept for later ones either way.
   *
   * @param alike articles known to be like this one in their words, which are compared whether or not they meet it in a band
   */
  find(article: Article, alike: readonly ArticleId[] = []): ArticleId | undefined {
    const runs = wordRuns(article.text.slice(0, clusterParameters.copyLength));
    if (runs.length < clusterParameters.minCopyShingles) return undefined;
    const at = Date.parse(article.publishedAt);
    const sketch = sketchOf(runs);
    const keys = bands(minhash(runs));
    const candidates = this.#meeting(keys);
    for (const id of alike) {
      const place = this.#places.get(id);
      if (place !== undefined) candidates.add(place);
    }
    let original: Kept | undefined;
    for (const place of candidates) {
      const kept = this.#kept[place % this.#capacity];
      if (!kept || Math.abs(at - kept.at) > keptMs) continue;
      if (sketchContainment(kept.sketch, sketch) < clusterParameters.copyAt) continue;
      if (!original || kept.at < original.at || (kept.at === original.at && kept.id < original.id)) original = kept;
    }
    this.#keep({ id: article.id, at, sketch }, keys);
    return original?.id;
  }

  /** The places of texts that share a band. A chain runs from the latest to the oldest; what the ring has overwritten ends it. */
  #meeting(keys: Uint32Array): Set<number> {
    const found = new Set<number>();
    const mask = this.#heads.length - 1;
    const oldest = this.#count - this.#capacity;
    for (const key of keys) {
      let read = 0;
      for (let node = this.#heads[key & mask] ?? none; node !== none && read < clusterParameters.bandRead; read++) {
        const place = Math.floor(node / bandCount);
        if (place < oldest) break;
        const cell = (place % this.#capacity) * bandCount + (node % bandCount);
        if (this.#keys[cell] === key) found.add(place);
        node = this.#next[cell] ?? none;
      }
    }
    return found;
  }

  #keep(kept: Kept, keys: Uint32Array): void {
    const place = this.#count++;
    const slot = place % this.#capacity;
    const forgotten = this.#kept[slot];
    if (forgotten && this.#places.get(forgotten.id) === place - this.#capacity) this.#places.delete(forgotten.id);
    this.#kept[slot] = kept;
    this.#places.set(kept.id, place);
    if ((slot + 1) * bandCount > this.#next.length) this.#grow();
    const mask = this.#heads.length - 1;
    for (let band = 0; band < bandCount; band++) {
      const key = keys[band] ?? 0;
      this.#keys[slot * bandCount + band] = key;
      this.#next[slot * bandCount + band] = this.#heads[key & mask] ?? none;
      this.#heads[key & mask] = place * bandCount + band;
    }
  }

  #grow(): void {
    const size = Math.min(this.#capacity * bandCount, this.#next.length * 2);
    const [next, keys] = [new Int32Array(size), new Uint32Array(size)];
    next.set(this.#next);
    keys.set(this.#keys);
    this.#next = next;
    this.#keys = keys;
  }
}
