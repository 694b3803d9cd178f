import { Parser } from "htmlparser2";
import { extractParameters } from "./parameters.ts";

/** What a page has more of than any article's page. */
export type PageExcess = "depth" | "elements" | "text pieces";

/**
 * Goes through a page, without keeping anything, as the parser sees it that is to read it (its own idea of what closes what decides), and
 * stops at the first excess: what follows costs nothing. Building and searching the tree of such a page would take minutes.
 */
export function findExcess(html: string): PageExcess | undefined {
  let depth = 0;
  let elements = 0;
  let pieces = 0;
  const parser = new Parser({
    onopentag() {
      depth++;
      elements++;
      if (depth > extractParameters.maxDepth) throw new Excess("depth");
      if (elements > extractParameters.maxElements) throw new Excess("elements");
    },
    onclosetag() {
      depth--;
    },
    // Each entity and each stray "<" is a piece of its own, and becomes a node of its own.
    ontext() {
      pieces++;
      if (pieces > extractParameters.maxTextPieces) throw new Excess("text pieces");
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (error instanceof Excess) return error.of;
    throw error;
  }
  return undefined;
}

class Excess extends Error {
  readonly of: PageExcess;
  constructor(of: PageExcess) {
    super(of);
    this.of = of;
  }
}
