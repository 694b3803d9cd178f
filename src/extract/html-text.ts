import { parseHTML } from "linkedom";
import { extractParameters } from "./parameters.ts";
import { plainText } from "./plain-text.ts";
import { prune } from "./prune.ts";

/**
 * The text of a piece of HTML, such as a feed's own content of an article: paragraphs separated by "\n", without figures, forms
 * and lists of links. Total: what cannot be parsed is "".
 */
export function textOfHtml(html: string): string {
  if (html.length > extractParameters.maxHtmlLength) return "";
  try {
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    prune(document.body);
    return plainText(document.body);
  } catch {
    return "";
  }
}
