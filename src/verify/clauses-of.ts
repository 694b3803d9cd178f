/** Between two clauses that are true each by itself where both together are. */
const joints =
  /\s*;\s+|,\s+(?:and|while|whereas|but|und|während|aber|et|tandis que|mais|y|mientras(?: que)?|pero)\s+/giu;

/** Shorter ones are members of a list. */
const leastWords = 4;

/** The clauses that a sentence sets side by side; the sentence alone where it does not. A clause that gives a cause or a condition stays with its own. */
export function clausesOf(sentence: string): string[] {
  const clauses = sentence.split(joints);
  const isClause = (text: string) => (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords;
  return clauses.every(isClause) ? clauses : [sentence];
}
