/** Collects what had to be mended in one document: each kind of trouble once, with a count and its first example. */
export class Warnings {
  private readonly kinds = new Map<string, { count: number; example: string }>();

  /** @param kind a sentence part that reads after a number ("dates could not be read") @param example what the first one was */
  add(kind: string, example = ""): void {
    const known = this.kinds.get(kind);
    if (known) known.count++;
    else this.kinds.set(kind, { count: 1, example: example.slice(0, 80).replace(/\s+/g, " ").trim() });
  }

  /** One line a kind, in the order they were met. */
  lines(): string[] {
    return [...this.kinds].map(([kind, { count, example }]) => {
      const line = /^[A-Z]/.test(kind) ? kind : `${count} ${kind}`;
      return example === "" ? line : `${line} ("${example}"${count > 1 ? ", …" : ""})`;
    });
  }
}
