import type { SkippedPart } from "../model/briefing.ts";
import type { StoryMaterial } from "../model/draft.ts";
import type { AlignedFact } from "./aligned-facts.ts";
import type { Allowance } from "./allowance.ts";
import type { Frame } from "./fact-frames.ts";
import type { Passage } from "./passage.ts";
import type { Phrases } from "./phrases/phrases.ts";
import type { StoryReading } from "./read-story.ts";

/** What every section is drafted from. `allowance` is shared: what one part has told, the next does not. */
export interface SectionContext {
  readonly reading: StoryReading;
  readonly material: StoryMaterial;
  readonly facts: readonly AlignedFact[];
  readonly frames: readonly Frame[];
  readonly phrases: Phrases;
  readonly allowance: Allowance;
}

/** A section, or why there is none. */
export type Drafted<T> = { readonly section: T } | { readonly skipped: SkippedPart };

export function rankOf({ reading }: SectionContext, { index }: Passage): number {
  return reading.rank[index] ?? 0;
}

/** True where the passage is in the page's language; foreign passages stay with their outlets. */
export function inPageLanguage({ material, reading }: SectionContext, { article }: Passage): boolean {
  const page = primary(material.language);
  return primary(article.language) === page || !reading.articles.some(({ language }) => primary(language) === page);
}

/** True where the passage gives a count that a later report has overtaken. */
export function isOvertaken({ frames }: SectionContext, passage: Passage): boolean {
  return frames.some(({ overtaken }) =>
    overtaken.some(({ statements }) => statements.some((statement) => statement.passage.index === passage.index)),
  );
}

/** Cosine from which two passages would read as the same to a reader, for choosing within and across parts. */
export function repeats({ reading }: SectionContext, a: Passage, b: Passage): number {
  return reading.space.cosine(a.index, b.index);
}

const primary = (tag: string) => tag.split("-")[0]?.toLowerCase();
