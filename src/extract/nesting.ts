import { Parser } from "htmlparser2";

/**
 * True where elements are open within one another more than `maxDepth` deep at once, as the parser sees them that is to read the page:
 * its own idea of what closes what decides. Stops at the first such place; what follows costs nothing.
 */
export function isNestedDeeper(html: string, maxDepth: number): boolean {
  let depth = 0;
  const parser = new Parser({
    onopentag() {
      depth++;
      if (depth > maxDepth) throw new TooDeep();
    },
    onclosetag() {
      depth--;
    },
  });
  try {
    parser.end(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return true;
  }
  return false;
}

class TooDeep extends Error {}
