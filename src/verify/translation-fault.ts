import type { Quantity } from "../model/annotation.ts";
import type { Span } from "../model/article.ts";
import { languageOf } from "../text/language-of.ts";
import { findQuantities } from "../text/quantities.ts";
import { numbersNotIn } from "./number-faults.ts";
import { quotedWords } from "./quoted-words.ts";
import { readWords } from "./read-words.ts";

/** Between the four languages of the site a sentence grows or shrinks by half; beyond that something was put in or left out. */
const longest = 2;
/** What turns a sentence about, by language. Others are not compared. */
const negations: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not?|never|none|nobody|nothing|neither|without|cannot)\b|n['’]t\b/iu,
  de: /\b(?:nicht|nie|niemals|niemand|nichts|ohne|weder|kein\p{L}*)(?!\p{L})/iu,
  fr: /\b(?:pas|jamais|rien|aucune?|sans|ni|personne)\b/iu,
  es: /\b(?:no|nunca|jamás|nada|nadie|sin|ni|ninguna?|ningún)(?!\p{L})/iu,
};

/**
 * Why a sentence is not taken for the translation of another; undefined where nothing speaks against it. Every number of either must stand in the other, every name in the
 * original or in what the page's articles say, and there are as many quotations and as much denial.
 *
 * @param from BCP 47, of the original
 * @param to BCP 47, of the translation
 * @param known texts in the language of the translation whose names it may use ("Munich" for "München")
 */
export function translationFault(
  translation: string,
  original: string,
  { from, to, known }: { readonly from: string; readonly to: string; readonly known: readonly string[] },
): string | undefined {
  const [there, here] = [original.length, translation.length];
  if (here === 0 || here > longest * there || there > longest * here) return "translation-length";
  if (languageOf(translation, to) !== to.split("-")[0]) return "translation-language";
  const numbers = (text: string, language: string) => findQuantities(text, [wholeOf(text)], language);
  const [stated, given] = [numbers(translation, to), numbers(original, from)];
  if (yearsOf(translation) !== yearsOf(original)) return "unseen-date";
  if (numbersNotIn(stated, given).length + numbersNotIn(given, stated).length > 0) return "unseen-number";
  if (!figuresIn(translation, original, given) || !figuresIn(original, translation, stated)) return "unseen-number";
  if (quotedWords(translation).length !== quotedWords(original).length) return "unseen-quotation";
  const texts = [original, ...known].map((text) => ` ${lettersOf(text)} `);
  const names = readWords(translation, wholeOf(translation), 0, to).filter(({ kind }) => kind === "name");
  if (!names.every(({ text }) => texts.some((one) => one.includes(` ${lettersOf(text)} `)))) return "unseen-name";
  const [denies, denied] = [negations[to], negations[from.split("-")[0] ?? ""]];
  if (denies && denied && denies.test(translation) !== denied.test(original)) return "negation";
  return undefined;
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

function yearsOf(text: string): string {
  return (text.match(/\b(?:19|20)\d\d\b/g) ?? []).sort().join(" ");
}

/** True where every number in digits stands in the other text, in digits or, as a value, in words: nothing is rounded on the way. */
function figuresIn(text: string, other: string, values: readonly Quantity[]): boolean {
  const known = new Set(figuresOf(other));
  return figuresOf(text).every(
    (figure) => known.has(figure) || values.some(({ low, high }) => low === Number(figure) || high === Number(figure)),
  );
}

/** "1.9", "1,9" and "19" are one here: which mark parts what differs by language, and the values are compared beside. */
function figuresOf(text: string): string[] {
  return (text.match(/\d[\d.,’']*\d/g) ?? []).map((figure) => figure.replace(/\D/g, ""));
}

function lettersOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(" ");
}
