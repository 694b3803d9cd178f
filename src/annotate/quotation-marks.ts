import type { Language } from "../languages/language.ts";
import type { Span } from "../model/article.ts";

/** A stretch in quotation marks; `start` and `end` include them. `open` where the paragraph ends before it is closed. */
export interface Quotation extends Span {
  readonly open: boolean;
}

/** Longer is a mark that was never closed, or a text quoted whole. */
const maxLength = 3000;

/**
 * The quotations of a text, paragraph by paragraph. A paragraph that ends in an open quotation goes on in the next one where that begins
 * with a mark again, as English papers print long statements. Single marks count only where they cannot be apostrophes.
 */
export function findQuotations(text: string, language: Language): Quotation[] {
  const closers = new Map<string, string[]>();
  for (const [open, close] of language.quotationMarks) closers.set(open, [...(closers.get(open) ?? []), close]);
  const found: Quotation[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    // By opening mark, up to where none of its closing marks stands: thousands of open marks cost one search.
    const clear = new Map<string, number>();
    for (let at = 0; at < line.length; at++) {
      const close = closers.get(line.charAt(at));
      if (!close || !opens(line, at)) continue;
      const end = endOf(line, at, close, clear);
      if (end === undefined) {
        // An opening mark of its own kind that nothing closes: the statement goes on in the next paragraph.
        if (
          line.charAt(at) !== "'" &&
          line.length - at > 20 &&
          line.length - at < maxLength &&
          !close.includes(line.charAt(at))
        ) {
          found.push({ start: offset + at, end: offset + line.length, open: true });
          break;
        }
        continue;
      }
      if (end - at > 2) found.push({ start: offset + at, end: offset + end, open: false });
      at = end - 1;
    }
    offset += line.length + 1;
  }
  return found;
}

function opens(line: string, at: number): boolean {
  const before = line.charAt(at - 1);
  return (before === "" || /[\s([—–:,-]/.test(before)) && /\S/.test(line.charAt(at + 1));
}

function endOf(
  line: string,
  start: number,
  closers: readonly string[],
  clear: Map<string, number>,
): number | undefined {
  const limit = Math.min(line.length, start + maxLength);
  for (let at = Math.max(start + 1, clear.get(line.charAt(start)) ?? 0); at < limit; at++) {
    const mark = line.charAt(at);
    if (!closers.includes(mark)) continue;
    // Apostrophes inside single quotation marks ("‘It’s ours’") have a letter on both sides.
    if ((mark === "’" || mark === "'") && /\p{L}/u.test(line.charAt(at + 1))) continue;
    return at + 1;
  }
  clear.set(line.charAt(start), limit);
  return undefined;
}
