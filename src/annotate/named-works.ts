import type { Span } from "../model/article.ts";

/** Longer is no name. */
const mostWords = 7;
const small =
  /^(?:a|an|and|at|for|from|in|is|of|on|or|the|to|with|de|des|du|del|el|et|la|las|le|les|los|un|una|une|y)$/i;

const spoken =
  /\b(?:sa(?:id|ys?)|chant(?:s|ed|ing)|declar(?:e|es|ed|ing)|shout(?:s|ed|ing)|tweet(?:s|ed|ing)|wrote|writes|read(?:s|ing)?)\s$/i;

/**
 * True where what stands in quotation marks is the name of a work or programme and was not said: “Morning Joe”, “Orange Is the New Black”. Every
 * word but the small ones has a capital, and it stands inside a clause, not behind a comma or colon that hands over to somebody's words. One word
 * alone is such a name behind an owner (“Today” in CNN's “Today”). For languages that write common nouns small.
 */
export function namesWork(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&-]*/gu) ?? [];
  if (words.length === 0 || words.length > mostWords) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  if (/[,:]\s*$/.test(before) || /(?:^|\n)\s*$/.test(before) || spoken.test(before)) return false;
  if (/[!?]/.test(text.slice(start, end))) return false;
  const large = words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const isTitle = /^\p{Lu}/u.test(String(words[0])) && words.every((word) => large.includes(word) || small.test(word));
  return isTitle && (large.length > 1 || /['’]s\s$/.test(before));
}
