import type { DifferenceAbout, DifferenceKind } from "./phrases.ts";

/** How a language names what outlets tell differently, as nouns. */
interface DifferenceWords {
  readonly names: Readonly<Record<DifferenceKind, string>>;
  /** "the place named *after* “the tailback from”". */
  readonly sides: Readonly<Record<DifferenceAbout["side"], string>>;
}

/** Differences over what is said to be so: what they are about is a claim, not a place in one. */
const claims: ReadonlySet<DifferenceKind> = new Set(["certainty", "attribution", "dispute", "negation"]);

/** A noun phrase with the words of the outlets that tell one difference from another. */
export function differenceLabel(
  { names, sides }: DifferenceWords,
  quote: (words: string) => string,
): (kind: DifferenceKind, about: DifferenceAbout | undefined) => string {
  return (kind, about) => {
    if (about === undefined) return names[kind];
    const side = claims.has(kind) ? "" : `${sides[about.side]} `;
    return `${names[kind]} ${side}${quote(about.words)}`;
  };
}
