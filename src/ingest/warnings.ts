/** Collects what had to be mended in one document: each kind of trouble once, with a count and its first example. */
export class Warnings {
  private readonly ofDocument: string[] = [];
  private readonly ofItems = new Map<string, { count: number; example: string }>();

  /** Something about the whole document, as a sentence. */
  document(sentence: string): void {
    this.ofDocument.push(sentence);
  }

  /** Something that may befall many items. @param kind names them ("dates that cannot be read") @param example what the first one was */
  item(kind: string, example = ""): void {
    const known = this.ofItems.get(kind);
    if (known) known.count++;
    else this.ofItems.set(kind, { count: 1, example: example.replace(/\s+/g, " ").trim().slice(0, 80).toWellFormed() });
  }

  /** Sentences about the document, then a line a kind of item trouble, in the order they were met. */
  lines(): string[] {
    const counted = [...this.ofItems].map(([kind, { count, example }]) => {
      const shown = count > 1 ? `the first is "${example}"` : `"${example}"`;
      return `${kind}: ${count}${example === "" ? "" : ` (${shown})`}`;
    });
    return [...this.ofDocument, ...counted];
  }
}
