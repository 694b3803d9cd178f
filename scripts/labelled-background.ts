import { countTerms } from "../src/cluster/article-terms.ts";
import type { LabelledArticle } from "../src/eval/clustering-sets.ts";
import type { SavedFrequencies } from "../src/text/document-frequencies.ts";
import { termSpace } from "../src/text/term-vector.ts";
import type { WordTranslations } from "../src/text/word-translations.ts";

/** What stands in fewer stories says nothing yet. */
const leastStories = 2;

/**
 * In how many stories each term stands, by language. A story counts as one document, each of its articles as a share of it: the words of one that 80
 * articles tell would pass for common ones otherwise, and a later story of the same matter would not be told from others.
 */
export function backgroundOf(
  articles: readonly LabelledArticle[],
  translations: WordTranslations,
): ReadonlyMap<string, SavedFrequencies> {
  const sizes = new Map<string, number>();
  for (const { gold } of articles) sizes.set(gold, (sizes.get(gold) ?? 0) + 1);
  const counted = new Map<string, { documents: number; readonly shares: Float64Array }>();
  for (const { article, gold } of articles) {
    const language = String(article.language.split("-")[0]);
    const known = counted.get(language) ?? { documents: 0, shares: new Float64Array(termSpace) };
    counted.set(language, known);
    const share = 1 / (sizes.get(gold) ?? 1);
    known.documents += share;
    for (const id of countTerms(article, translations).keys()) known.shares[id] = (known.shares[id] ?? 0) + share;
  }
  return new Map([...counted].map(([language, { documents, shares }]) => [language, rounded(documents, shares)]));
}

function rounded(documents: number, shares: Float64Array): SavedFrequencies {
  const counts = Uint32Array.from(shares, Math.round);
  const ids = Uint32Array.from(counts.keys()).filter((id) => (counts[id] ?? 0) >= leastStories);
  return { documents: Math.round(documents), ids, counts: ids.map((id) => counts[id] ?? 0) };
}
