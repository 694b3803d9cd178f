import type { Span } from "../model/article.ts";
import { type Token, tokensWithin } from "./tokens.ts";

/**
 * The tokens of a span as the name tagger reads them: hyphens part words ("pro-Pakistan", "Toronto-based", "Al-Bashir"), as in the treebanks
 * it learned from, and a possessive set apart by a space ("Kenya ’ s") is one token.
 */
export function nameTokens(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (const token of tokensWithin(text, span)) {
    const before = tokens.at(-1);
    if (token.lower === "s" && before && /^['’]$/.test(before.text) && token.start - before.end <= 1)
      tokens[tokens.length - 1] = { ...before, end: token.end, text: "’s", lower: "’s" };
    else if (token.kind === "word" && token.text.includes("-")) tokens.push(...parts(token));
    else tokens.push(token);
  }
  return tokens;
}

function parts({ text, start }: Token): Token[] {
  return [...text.matchAll(/-|[^-]+/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0],
    lower: match[0].toLowerCase(),
    kind: match[0] === "-" ? "punctuation" : "word",
  }));
}
