import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";
import { mendC1 } from "../text/charset.ts";
import { ingestParameters as limits } from "./parameters.ts";

const lineBreakers = new Set(
  "p div section article h1 h2 h3 h4 h5 h6 ul ol li table tr blockquote pre figure figcaption header footer aside main dl dt dd br hr".split(
    " ",
  ),
);
const unread = new Set(["script", "style", "noscript", "template", "iframe", "svg", "object", "head"]);

/**
 * The text of a piece of HTML, its blocks separated by "\n", white space folded, nothing of scripts and styles. Total and linear:
 * nesting costs nothing. Text that is no HTML comes back as it is, its entities decoded.
 */
export function textOfMarkup(html: string): string {
  if (!/[<&]/.test(html)) return tidyLines(html);
  const parts: string[] = [];
  let skipping = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (++depth > limits.maxMarkupDepth) throw new TooDeep();
        if (unread.has(name)) skipping++;
        else if (lineBreakers.has(name)) parts.push("\n");
        else if (name === "td" || name === "th") parts.push(" ");
      },
      onclosetag: (name) => {
        depth--;
        if (unread.has(name)) skipping = Math.max(0, skipping - 1);
        else if (lineBreakers.has(name)) parts.push("\n");
      },
      ontext: (text) => {
        if (skipping === 0) parts.push(text.replace(/\s+/g, " "));
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html.slice(0, limits.maxContentLength));
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return tidyLines(parts.join(""));
}

/** The parser's bookkeeping of open elements is quadratic in depth, so markup that nests without end is read so far and no further. */
class TooDeep extends Error {}

/** True where a text has tags or entities of HTML in it. */
export function looksLikeMarkup(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/i.test(text);
}

/** Elements that people put into headlines. Anything else in angle brackets is taken for what was meant: "the <average> voter". */
const headlineElements =
  /<(\/?)(a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|nobr|p|pre|q|s|samp|small|span|strike|strong|sub|sup|tt|u|ul|ol|var|wbr)(?:\s[^<>]*)?\/?>/gi;
const breaking = /^(?:br|div|h\d|li|p|pre|ul|ol)$/i;

/**
 * A headline as plain text on one line: its markup dropped, its entities decoded again, because most feeds escape them once too often
 * ("AT&amp;amp;T"). A bracket or ampersand that stands for itself stays.
 */
export function titleText(given: string): string {
  const cut = withoutScripts(given.slice(0, limits.maxTitleLength * 40));
  const bare = cut.replace(headlineElements, (_tag, _slash, name: string) => (breaking.test(name) ? " " : ""));
  return oneLine(decodeHTMLStrict(bare));
}

function withoutScripts(text: string): string {
  let rest = text;
  for (const [opening, closing] of [
    ["<script", "</script>"],
    ["<style", "</style>"],
  ] as const) {
    const lower = rest.toLowerCase();
    let start = lower.indexOf(opening);
    if (start < 0) continue;
    const parts: string[] = [];
    let from = 0;
    while (start >= 0) {
      parts.push(rest.slice(from, start));
      const end = lower.indexOf(closing, start);
      from = end < 0 ? rest.length : end + closing.length;
      start = lower.indexOf(opening, from);
    }
    rest = `${parts.join(" ")} ${rest.slice(from)}`;
  }
  return rest;
}

/** Text on one line, without control characters, at most a headline long. */
export function oneLine(text: string, maxLength: number = limits.maxTitleLength): string {
  const line = cleanText(text.slice(0, maxLength * 40))
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= maxLength) return line;
  return `${line.slice(0, maxLength - 1).replace(/\s+\S*$/, "")}…`.toWellFormed();
}

/** White space folded within lines, empty lines dropped. */
export function tidyLines(text: string): string {
  return cleanText(text)
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * Without what no text has: control characters (a database refuses NUL), zero-width marks, half characters. Those of 0x80 to 0x9f are the
 * quotation marks of windows-1252 in the wrong place.
 */
export function cleanText(text: string): string {
  return mendC1(text.replace(/\r\n?/g, "\n"))
    .replace(/(?![\n\t])\p{Cc}|[\ufeff\u200b\u00ad]/gu, "")
    .toWellFormed();
}
