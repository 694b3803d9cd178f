import type { SkippedPart } from "../model/briefing.ts";

/** What was not published, counted by part and reason. */
export class Rejections {
  readonly #counts = new Map<string, SkippedPart>();

  /** @param written whether it is a sentence that a language model wrote */
  add(part: string, reason: string, written = false): void {
    const key = `${part}\n${reason}\n${written}`;
    const known = this.#counts.get(key);
    this.#counts.set(key, { part, reason, count: (known?.count ?? 0) + 1, ...(written && { written }) });
  }

  /** In the order in which they first came. */
  skipped(): SkippedPart[] {
    return [...this.#counts.values()];
  }
}
