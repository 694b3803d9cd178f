/** How many words a text has; "11,000" and "Anna's" are one each. */
export function wordCount(text: string): number {
  return (text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []).length;
}

/** The text with what stands in double quotation marks turned into blanks, offsets kept. */
export function blankQuoted(text: string): string {
  return text.replace(/"[^"]*"|“[^”“„]*[”“]|„[^“”]*[“”]|«[^»]*»/g, (quoted) => " ".repeat(quoted.length));
}
