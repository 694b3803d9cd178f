import type { Article, ArticleId } from "../model/article.ts";
import { bands, containment, minhash, shingles } from "../text/minhash.ts";
import { tokenize } from "../text/tokens.ts";
import { clusterParameters } from "./parameters.ts";

interface Kept {
  readonly id: ArticleId;
  readonly at: number;
  readonly shingles: ReadonlySet<number>;
}

/** Texts older than this are not looked for any more: wires are reprinted within days. */
const keptMs = 14 * 86_400_000;
/** So many texts are kept at most, which bounds memory at about 150 MB. */
const keptTexts = 5000;

/** Finds the earlier text an article prints again, whole or with changes at its edges. */
export class CopyFinder {
  readonly #kept = new Map<ArticleId, Kept>();
  readonly #bands = new Map<string, ArticleId[]>();

  /** The earliest kept text that this one copies, or undefined; the article is kept for later ones either way. */
  find(article: Article): ArticleId | undefined {
    const words = tokenize(article.text.slice(0, clusterParameters.readLength))
      .filter(({ kind }) => kind !== "punctuation")
      .map(({ lower }) => lower);
    const set = shingles(words);
    if (set.size < clusterParameters.minCopyShingles) return undefined;
    const at = Date.parse(article.publishedAt);
    const keys = bands(minhash(set));
    const candidates = new Set(keys.flatMap((key) => this.#bands.get(key) ?? []));
    const originals = [...candidates]
      .flatMap((id) => this.#kept.get(id) ?? [])
      .filter((kept) => containment(kept.shingles, set) >= clusterParameters.copyAt)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    this.#keep({ id: article.id, at, shingles: set }, keys);
    return originals[0]?.id;
  }

  #keep(kept: Kept, keys: readonly string[]): void {
    this.#kept.set(kept.id, kept);
    for (const key of keys)
      this.#bands.set(key, [...(this.#bands.get(key) ?? []).filter((id) => this.#kept.has(id)), kept.id]);
    for (const [id, { at }] of this.#kept) {
      if (this.#kept.size <= keptTexts && at >= kept.at - keptMs) break;
      this.#kept.delete(id);
    }
    if (this.#bands.size > keptTexts * 20)
      for (const [key, ids] of this.#bands) if (!ids.some((id) => this.#kept.has(id))) this.#bands.delete(key);
  }
}
