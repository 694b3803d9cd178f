import type { Span } from "../model/article.ts";

/** A word, number or mark, with its place in the whole text. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "punctuation" | "symbol";
}

/**
 * Words keep inner apostrophes and hyphens ("O'Neill", "ex-minister"), initials and dotted abbreviations their stops ("J.", "U.S."),
 * numbers their separators ("1,200.5"); an English possessive 's is a token of its own, as the treebanks have it.
 */
const pattern =
  /(?<number>\d+(?:[.,:]\d+)*)|(?<dotted>(?:\p{L}\.){2,}|\p{Lu}\.(?=\s\p{Lu}))|(?<possessive>['’]s\b)|(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’](?!s\b)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(?<punctuation>\p{P})|(?<symbol>[^\s\p{L}\p{N}\p{P}])/gu;

/** The tokens of a text in order. Offsets are UTF-16 units plus `offset`, so that a part of a text gives places in the whole. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const start = offset + match.index;
    tokens.push({ start, end: start + found.length, text: found, lower: found.toLowerCase(), kind: kindOf(match) });
  }
  return tokens;
}

/** The tokens within a span of a text. */
export function tokensWithin(text: string, span: Span): Token[] {
  return tokenize(text.slice(span.start, span.end), span.start);
}

function kindOf(match: RegExpMatchArray): Token["kind"] {
  const { number, punctuation, symbol } = match.groups ?? {};
  if (number !== undefined) return "number";
  if (punctuation !== undefined) return "punctuation";
  return symbol === undefined ? "word" : "symbol";
}
