import { countTerms } from "../src/cluster/article-terms.ts";
import { DocumentFrequencies, type SavedFrequencies } from "../src/text/document-frequencies.ts";
import type { WordTranslations } from "../src/text/word-translations.ts";
import type { LabelledArticle } from "./labelled-stories.ts";

/** In how many of some articles each term stands, by language; what stands once says nothing yet. */
export function backgroundOf(
  articles: readonly LabelledArticle[],
  translations: WordTranslations,
): ReadonlyMap<string, SavedFrequencies> {
  const counts = new Map<string, DocumentFrequencies>();
  for (const { article } of articles) {
    const language = String(article.language.split("-")[0]);
    const known = counts.get(language) ?? new DocumentFrequencies();
    counts.set(language, known);
    known.add(countTerms(article, translations).keys());
  }
  return new Map([...counts].map(([language, frequencies]) => [language, frequencies.save(2)]));
}
