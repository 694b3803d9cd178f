import type { ArticleId } from "../model/article.ts";
import { parameters } from "./parameters.ts";
import type { Passage } from "./passage.ts";
import type { PassageSpace } from "./passage-space.ts";
import { wordCount } from "./words-in.ts";

interface Spent {
  sentences: number;
  words: number;
}

/**
 * What a page may still quote. Outlets live from their texts, so a page shows at most so many sentences and words of one
 * article in a part and on the whole page; and a sentence is told once, so what one part has used another does not.
 */
export class Allowance {
  /** Passage -> the part that told it first. */
  readonly #told = new Map<number, string>();
  readonly #shown = new Set<number>();
  readonly #introduced = new Set<string>();
  readonly #page = new Map<ArticleId, number>();
  readonly #parts = new Map<string, Spent>();

  /** True while the passage has not been told and its article has room in this part and on the page. */
  allows(passage: Passage, part: string): boolean {
    return !this.#told.has(passage.index) && this.#hasRoom(passage, part);
  }

  /** True where the passage may be told in this part though another told it: it was shown already, and counts once. */
  allowsAgain(passage: Passage, part: string): boolean {
    return this.#told.get(passage.index) !== part && this.#hasRoom(passage, part);
  }

  /** The part that told a passage first. */
  toldIn({ index }: Passage): string | undefined {
    return this.#told.get(index);
  }

  hasTold({ index }: Passage): boolean {
    return this.#told.has(index);
  }

  /** True where everybody the passage names by half a name was named in full before. */
  introduces({ shortNames, agents }: Passage): boolean {
    return !shortNames || (agents.length > 0 && agents.every((name) => this.#introduced.has(name)));
  }

  /** True where a passage told before says much the same: by its rare words, or since most of the words of the one are in the other. */
  repeatsTold({ index }: Passage, space: PassageSpace): boolean {
    const { same, absent, sameTerms } = parameters.alignment;
    return space
      .near(index)
      .some(
        (other) =>
          this.#told.has(other.index) &&
          (other.cosine >= same || (other.cosine >= absent && space.overlap(index, other.index) >= sameTerms)),
      );
  }

  /** True where the passage may stand as evidence: shown already, or with room left on the page. */
  allowsEvidence(passage: Passage): boolean {
    return this.#shown.has(passage.index) || this.#pageLeft(passage) >= passage.words;
  }

  /** Books a passage that is told in a part. */
  tell(passage: Passage, part: string): void {
    if (!this.#told.has(passage.index)) this.#told.set(passage.index, part);
    if (!passage.shortNames) for (const name of passage.agents) this.#introduced.add(name);
    const spent = this.#spent(passage, part);
    spent.sentences += 1;
    spent.words += passage.words;
    this.show(passage);
  }

  /** Books a passage that is shown as evidence; a sentence shown twice counts once. */
  show(passage: Passage): void {
    if (this.#shown.has(passage.index)) return;
    this.#shown.add(passage.index);
    const { id } = passage.article;
    this.#page.set(id, (this.#page.get(id) ?? 0) + passage.words);
  }

  #hasRoom(passage: Passage, part: string): boolean {
    const { partSentences, partWords } = parameters.allowance;
    const spent = this.#spent(passage, part);
    if (spent.sentences >= partSentences) return false;
    // One sentence always fits, or an article of long sentences would never be heard.
    if (spent.sentences > 0 && spent.words + passage.words > partWords) return false;
    return this.#shown.has(passage.index) || this.#pageLeft(passage) >= passage.words;
  }

  #pageLeft({ article }: Passage): number {
    const { pageWords, pageShare, pageLeast } = parameters.allowance;
    const limit = Math.max(pageLeast, Math.min(pageWords, pageShare * this.#lengthOf(article)));
    return limit - (this.#page.get(article.id) ?? 0);
  }

  readonly #lengths = new Map<ArticleId, number>();
  #lengthOf({ id, text }: Passage["article"]): number {
    const length = this.#lengths.get(id) ?? wordCount(text);
    this.#lengths.set(id, length);
    return length;
  }

  #spent({ article }: Passage, part: string): Spent {
    const key = `${part}\n${article.id}`;
    const spent = this.#parts.get(key) ?? { sentences: 0, words: 0 };
    this.#parts.set(key, spent);
    return spent;
  }
}
