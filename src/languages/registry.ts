import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { Language } from "./language.ts";
import { und } from "./und.ts";

const all: readonly Language[] = [en, de, fr, es];

const byTag: ReadonlyMap<string, Language> = new Map(all.map((language) => [language.tag, language]));

/** The languages an edition can read, by BCP 47 primary tag. */
export const knownLanguages: readonly string[] = all.map(({ tag }) => tag);

/** The language of a BCP 47 tag, by its primary part; `und` for one we know nothing of. */
export function languageFor(tag: string): Language {
  return byTag.get(tag) ?? byTag.get(tag.split("-")[0]?.toLowerCase() ?? "") ?? und;
}
