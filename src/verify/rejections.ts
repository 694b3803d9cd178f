import type { SkippedPart } from "../model/briefing.ts";

/** What was not published, counted by part and reason. */
export class Rejections {
  readonly #counts = new Map<string, SkippedPart>();

  add(part: string, reason: string): void {
    const key = `${part}\n${reason}`;
    const known = this.#counts.get(key);
    this.#counts.set(key, { part, reason, count: (known?.count ?? 0) + 1 });
  }

  /** In the order in which they first came. */
  skipped(): SkippedPart[] {
    return [...this.#counts.values()];
  }
}
