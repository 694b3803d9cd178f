import type { Cues } from "./cues/cues.ts";
import { parameters } from "./parameters.ts";
import { withoutDateline } from "./trim-sentence.ts";

interface Reading {
  readonly text: string;
  readonly words: number;
  readonly cues: Cues;
  /** The text with quoted speech blanked out. */
  readonly unquoted: string;
}

const initialCaseless = /^["“„«'‘([]*\p{Ll}/u;
const ended = /[.!…。！？؟।]["”“»'’)\]]*$/u;
const markup = /[{}<>|]|\[\s*\]|(?:^|\s)[#*•▶►→]/u;
/** A point of a list, numbered or dashed. */
const item = /^(?:[-–—*·»]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)/u;
const byline = /^(?:by|von|par|por)\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+)+/iu;

/** A link of the site in a sentence of another script. */
const otherScript = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]{3}/u;

const latinScript = /\p{Script=Latin}{3}/u;
const label = /^([^:"“”]{3,80}): ["“]?\p{Lu}/u;
const capitals = /(?:^|\s)\p{Lu}/gu;
const word = /\p{L}{2,}/gu;

/** A longer sentence without a verb we know has one that we do not. */
const fragmentWords = 12;
/** "remains", "shows", "n't". */
const verbLike = /\p{Ll}{2,}(?:[^s]s|n['’]t|ing)\b|['’](?:s|re|ve|ll|d)\b/u;

/** Why a sentence cannot be shown by itself: a caption, a menu, half a quotation, a question. Absent where nothing is wrong. */
export function flawOf({ text, words, cues, unquoted }: Reading): string | undefined {
  if (words < parameters.passage.minWords) return "short";
  if (words > parameters.passage.maxWords) return "long";
  if (/[?？]["”»'’)]*$/u.test(text)) return "question";
  if (!ended.test(text)) return "unended";
  if (initialCaseless.test(text)) return "cut";
  if (/^\(/.test(text)) return "aside";
  if (item.test(text) || labelled(withoutDateline(text))) return "list-item";
  if (cues.instruction.test(text)) return "instruction";
  if (markup.test(text) || byline.test(text) || (latinScript.test(text) && otherScript.test(text))) return "furniture";
  if (cues.boilerplate.test(text)) return "boilerplate";
  if (!balanced(text)) return "half-quotation";
  if (titleCase(text, words) || text === text.toUpperCase()) return "heading";
  if (cues.firstPerson.test(unquoted)) return "first-person";
  // "An increase since 2013, but a decrease since 2018." Only of English are enough verbs known to say that there is none.
  if (cues.tag === "en" && words <= fragmentWords && !cues.finiteVerb.test(text) && !verbLike.test(text))
    return "fragment";
  // Speech without a word of who spoke.
  if ((unquoted.match(word) ?? []).length < 2 && unquoted !== text) return "speech";
  return undefined;
}

/** True where every quotation mark and bracket that opens is closed. Single marks are left out: they are apostrophes too. */
function balanced(text: string): boolean {
  const count = (mark: RegExp) => (text.match(mark) ?? []).length;
  if (count(/"/g) % 2 !== 0 || count(/\(/g) !== count(/\)/g)) return false;
  // “ closes in German and opens in English, so the pairs are counted together.
  return count(/[„“”]/g) % 2 === 0 && count(/«/g) === count(/»/g);
}

/** "Special Tax Rate: A preferential ...": a heading that names its paragraph runs into the sentence. */
function labelled(text: string): boolean {
  const words = label.exec(text)?.[1]?.split(" ") ?? [];
  const large = words.filter((own) => /^[\p{Lu}\d]/u.test(own)).length;
  return words.length > 0 && words.length <= 12 && large >= 0.6 * words.length;
}

function titleCase(text: string, words: number): boolean {
  return words > 6 && (text.match(capitals) ?? []).length / words > 0.7;
}
