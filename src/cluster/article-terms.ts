import type { Article } from "../model/article.ts";
import { type FoundTerms, termIds } from "../text/term-ids.ts";
import type { WordTranslations } from "../text/word-translations.ts";
import { clusterParameters } from "./parameters.ts";

/** Where in an article a term stands and how it is written: bits of `marksOf`. */
export const termMarks = { title: 1, beginning: 2, capital: 4, small: 8 } as const;
const markBits = 4;

/** Place of a term (termId) -> how much it counts in an article, and its marks; one number, because there are hundreds in every article. */
export type TermUses = ReadonlyMap<number, number>;

export function countOf(use: number): number {
  return use >> markBits;
}

export function marksOf(use: number): number {
  return use & ((1 << markBits) - 1);
}

/**
 * Counts the terms of an article's title and of its first part, those of title and beginning several times: they say what happened, the rest
 * tells the background. A text in another language than English has the English terms its words may mean beside its own, so that articles
 * of all languages lie in one space.
 */
export function countTerms({ title, text, language }: Article, translations: WordTranslations): TermUses {
  const { leadLength, readLength, titleWeight, leadWeight } = clusterParameters;
  const primary = String(language.split("-")[0]);
  const read = text.slice(0, readLength);
  const cut = read.length <= leadLength ? read.length : Math.max(1, read.lastIndexOf(" ", leadLength));
  const uses = new Map<number, number>();
  const count = (part: string, weight: number, mark: number) => {
    addTerms(uses, termIds(part, language), weight, mark);
    if (primary === "en") return;
    for (const id of translations.of(part.toLowerCase(), primary)) add(uses, id, weight, mark | termMarks.small);
  };
  count(title, titleWeight, termMarks.title | termMarks.beginning);
  count(read.slice(0, cut), leadWeight, termMarks.beginning);
  count(read.slice(cut), 1, 0);
  return uses;
}

function addTerms(uses: Map<number, number>, { ids, capitals }: FoundTerms, weight: number, mark: number): void {
  for (let i = 0; i < ids.length; i++)
    add(uses, ids[i] as number, weight, mark | (capitals[i] ? termMarks.capital : termMarks.small));
}

function add(uses: Map<number, number>, id: number, weight: number, marks: number): void {
  uses.set(id, ((uses.get(id) ?? 0) + (weight << markBits)) | marks);
}
