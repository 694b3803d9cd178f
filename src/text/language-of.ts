import { eld } from "eld/extrasmall";

/** Below so many letters a declared language is surer than any detector: three words are told rightly in 91 % of cases, seven in 98 %. */
const shortText = 40;
/** More says nothing new, and costs. */
const readLength = 3000;

/** Letters that one of two look-alikes has and the other has not: what was detected, the letters, what it then is. */
const tellingLetters: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(?:sk|sl|hr|pl|en)$/, /[řěů]/i, "cs"],
  [/^(?:uk|bg|sr)$/, /[ыэё]/i, "ru"],
  [/^(?:ru|bg|sr)$/, /[їєґ]/i, "uk"],
  [/^(?:en|es|fr|ca|it)$/, /[ãõ]/i, "pt"],
  [/^(?:no|da)$/, /[äö]/i, "sv"],
  [/^(?:en|fr|es)$/, /[ăơưđ]/i, "vi"],
  [/^(?:ca|pt|en)$/, /ñ/i, "es"],
  [/^(?:en|nl|no|da)$/, /ß/i, "de"],
];

/**
 * The language of a text as a BCP 47 primary tag, "und" when nothing can be said.
 *
 * @param declared what the article, its page or its feed says; it is believed for very short texts and where the detector is unsure
 */
export function languageOf(text: string, declared?: string): string {
  const said = declared?.split("-")[0]?.toLowerCase();
  const known = said !== undefined && /^[a-z]{2,3}$/.test(said) && said !== "und" ? said : undefined;
  const letters = text
    .slice(0, readLength)
    .replace(/[^\p{L}\s]+/gu, " ")
    .trim();
  if (known !== undefined && letters.length < shortText) return known;
  if (letters === "") return known ?? "und";
  const detected = eld.detect(letters);
  // The detector has no Indonesian; what it takes for Malay is far more often that in the news.
  const nearest = detected.language === "ms" ? "id" : detected.language;
  const telling = tellingLetters.find(([taken, letter]) => taken.test(nearest) && letter.test(letters));
  const language = telling?.[2] ?? nearest;
  if (language === "") return known ?? "und";
  return detected.isReliable() || telling ? language : (known ?? language);
}
