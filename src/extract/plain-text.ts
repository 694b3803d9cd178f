import { extractParameters } from "./parameters.ts";

const blocks = new Set(
  "P DIV SECTION ARTICLE H1 H2 H3 H4 H5 H6 UL OL LI TABLE TR TD TH BLOCKQUOTE PRE FIGURE FIGCAPTION HEADER FOOTER ASIDE MAIN DL DT DD BR HR".split(
    " ",
  ),
);
const unread = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "SVG"]);

/** The text of an element as paragraphs separated by "\n", white space folded, control characters removed. */
export function plainText(root: Node): string {
  const parts: string[] = [];
  // An explicit stack, because a hostile page can be nested deeper than the call stack.
  const stack: (Node | "\n")[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (node === "\n") {
      parts.push("\n");
    } else if (node.nodeType === 3) {
      parts.push((node.textContent ?? "").replace(/\s+/g, " "));
    } else if (!unread.has(node.nodeName.toUpperCase())) {
      const block = blocks.has(node.nodeName.toUpperCase());
      if (block) parts.push("\n");
      if (block) stack.push("\n");
      for (const child of [...node.childNodes].reverse()) stack.push(child);
    }
  }
  return bounded(tidy(parts.join("")));
}

/** The beginning of a text that is longer than any article, whole paragraphs where it has some. */
export function bounded(text: string): string {
  const { maxTextLength } = extractParameters;
  if (text.length <= maxTextLength) return text;
  const cut = Math.max(text.lastIndexOf("\n", maxTextLength), text.lastIndexOf(" ", maxTextLength));
  return text.slice(0, cut > 0 ? cut : maxTextLength).trimEnd();
}

/** Folds white space, drops control and zero-width characters and empty lines, and brings letters into composed form (NFC). */
export function tidy(text: string): string {
  return (
    text
      .normalize("NFC")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff\u00ad]/g, (character) =>
        character === "\t" ? " " : "",
      )
      .split("\n")
      .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
      .filter((line) => line !== "")
      .join("\n")
  );
}
