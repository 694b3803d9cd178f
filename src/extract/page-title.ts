import { tidy } from "./plain-text.ts";

/** A title longer than this is a mistake of the page: headlines have about 60 characters. */
const maxLength = 500;

/**
 * The title of the article: the first candidate that readers see too, as a heading or in the title of the window; else the first; else the page's own title element without the site's name; else its heading. "" where there is none.
 *
 * @param candidates what JSON-LD and meta elements say, most trusted first
 */
export function pageTitle(
  document: Document,
  candidates: readonly (string | undefined)[],
  outlet: string | undefined,
): string {
  const said = candidates.flatMap((candidate) => lineOf(candidate) || []);
  const headings = [...document.querySelectorAll("h1")].slice(0, 5).map((element) => lineOf(element.textContent));
  const seen = new Set(headings.map((heading) => heading.toLowerCase()));
  const element = lineOf(document.querySelector("title")?.textContent);
  const title =
    said.find((candidate) => seen.has(candidate.toLowerCase()) || element.includes(candidate)) ??
    said[0] ??
    (withoutSiteName(element, outlet) || headings.find((heading) => heading !== ""));
  return (title ?? "").slice(0, maxLength);
}

function lineOf(text: string | null | undefined): string {
  return tidy((text ?? "").slice(0, 10 * maxLength)).replaceAll("\n", " ");
}

/** "Dam breaks | The Harbour Gazette" -> "Dam breaks": the last part goes when it is the outlet's name, or short beside the rest. */
function withoutSiteName(title: string, outlet: string | undefined): string {
  const cut = /^(.*\S)\s+[|–—·»-]\s+([^|–—·»]+)$/.exec(title);
  const [, head, tail] = cut ?? [];
  if (head === undefined || tail === undefined) return title;
  const named = outlet !== undefined && tail.toLowerCase().includes(outlet.toLowerCase());
  return named || (tail.split(" ").length <= 4 && head.split(" ").length >= 4) ? head : title;
}
