const marked = /“([^“”„]+)”|„([^“”„]+)[“”]|«\s?([^«»]+?)\s?»|"([^"]+)"/gu;

/** What stands between quotation marks in a text, without the marks. */
export function quotedWords(text: string): string[] {
  return [...text.matchAll(marked)].map((match) => match.slice(1).find((words) => words !== undefined) ?? "");
}

/** True where the words stand in one of the passages to the letter; only white space may differ. */
export function standsVerbatim(words: string, passages: readonly string[]): boolean {
  const plain = spaced(words);
  return plain !== "" && passages.some((passage) => spaced(passage).includes(plain));
}

/** White space folded, and the shapes of marks that typesetters exchange made one: the words are compared, not the typesetting. */
export function spaced(text: string): string {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}
