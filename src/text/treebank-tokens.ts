import type { Span } from "../model/article.ts";
import { nameTokens } from "./name-tokens.ts";
import type { Token } from "./tokens.ts";

/** "don't" is "do" and "n't", "they'll" is "they" and "'ll", "cannot" is "can" and "not". */
const parted = /^(?<head>.+?)(?<tail>n['’]t|['’](?:ll|re|ve|d|m))$|^(?<can>can)(?<not>not)$/i;

/** The tokens of a span of English as treebanks part them: as names are read (nameTokens), and contractions in two. */
export function treebankTokens(text: string, span: Span): Token[] {
  return nameTokens(text, span).flatMap((token) => {
    const { head, tail, can, not } = parted.exec(token.text)?.groups ?? {};
    const first = head ?? can;
    const second = tail ?? not;
    if (token.kind !== "word" || first === undefined || second === undefined) return [token];
    const cut = token.start + first.length;
    return [
      { ...token, end: cut, text: first, lower: first.toLowerCase() },
      { ...token, start: cut, text: second, lower: second.toLowerCase() },
    ];
  });
}
