import type { SavedFrequencies } from "../text/document-frequencies.ts";
import type { WordTranslations } from "../text/word-translations.ts";

/** What was learned about same stories. Handed to the stream; it reads no file. */
export interface ClusterWeights {
  /** In how many past articles each term stood, by language. */
  readonly background: ReadonlyMap<string, SavedFrequencies>;
  readonly translations: WordTranslations;
}
