import type { Article } from "../model/article.ts";

/** What an embedding model is given of an article. */
export interface EmbeddedText {
  /** Of title and text, in UTF-16 units. */
  readonly maxCharacters: number;
  /** Stands before each text; some models were trained with one. */
  readonly prefix: string;
  /** The languages it knows; all where there is none. */
  readonly languages: readonly string[];
}

/** The text an embedding model is given of an article: its title and beginning. Undefined where the model does not know its language. */
export function embeddedText(
  { title, text, language }: Article,
  { maxCharacters, prefix, languages }: EmbeddedText,
): string | undefined {
  if (languages.length > 0 && !languages.includes(String(language.split("-")[0]))) return undefined;
  const given = `${title}\n\n${text}`.trim().slice(0, maxCharacters).toWellFormed();
  return given === "" ? undefined : prefix + given;
}
