import { featureHash } from "./feature-hash.ts";
import { fnv1a } from "./fnv1a.ts";
import type { Gazetteer } from "./name-gazetteer.ts";
import { titleWords } from "./title-words.ts";
import type { Token } from "./tokens.ts";
import { coarseClass, fineClass, type WordClasses } from "./word-classes.ts";

/*
 * What the name tagger sees of a token (Ratinov & Roth 2009): the words, shapes, prefixes and suffixes around it, their
 * classes, the run of capitals it stands in, and the lists of names it is on. Most features look at one word only, at its
 * distance from the token: `wordFeatures` gives those, so that a tagger can add up their weights once for each word.
 */

const organizationWords = new Set(
  `inc inc. corp corp. corporation ltd ltd. plc co co. company group bank university ministry department party agency
  council committee commission association union club institute authority court parliament congress senate house army
  police force forces fund organization organisation board office bureau league federation airlines airways motors
  holdings partners college school hospital church society foundation network news times post press herald tribune
  service services centre center academy museum administration assembly alliance brigade front movement guard navy
  command treasury exchange industries technologies systems energy airport united city fc`.split(/\s+/),
);
const placePrepositions = new Set(["in", "at", "from", "near", "to", "of"]);
const nameLinks = /^(?:of|de|al|-|&|for|the|bin|ibn|van|von|der|den|del|della|di|da|dos|la|le|'s|’s)$/;

/** "McDonald-2" -> "AaAa-0": capitals, small letters and digits, runs of three or more cut to two. */
export function shapeOf(word: string): string {
  return word
    .replace(/\p{Lu}/gu, "A")
    .replace(/\p{Ll}/gu, "a")
    .replace(/\d/g, "0")
    .replace(/(.)\1{2,}/g, "$1$1");
}

/** What the features use of one word, wherever it stands. */
export interface WordTraits {
  readonly text: string;
  /** The lower-cased word; its hash, and those of its shape and of its shape without repetitions. */
  readonly lower: string;
  readonly word: number;
  readonly form: number;
  readonly brief: number;
  /** Its classes (WordClasses.classOf). */
  readonly classes: number;
  readonly capital: boolean;
  readonly small: boolean;
  /** Not the start or the end of the sentence. */
  readonly inside: boolean;
}

/** What the features use of a word. A token's words are lower-cased as tokens are. */
export function wordTraits(text: string, classes: WordClasses): WordTraits {
  const lower = text.toLowerCase();
  const shape = shapeOf(text);
  return {
    text,
    lower,
    word: fnv1a(lower),
    form: fnv1a(shape),
    brief: fnv1a(shape.replace(/(.)\1+/g, "$1")),
    classes: classes.classOf(text),
    capital: /^\p{Lu}/u.test(text),
    small: /\p{Ll}/u.test(text),
    inside: true,
  };
}

const edge = (word: string, form: string): WordTraits => ({
  text: "",
  lower: "",
  word: fnv1a(word),
  form: fnv1a(form),
  brief: 0,
  classes: 0,
  capital: false,
  small: false,
  inside: false,
});
/** What stands before the first token of a sentence, and behind its last. */
export const sentenceStart: WordTraits = edge("<s>", "<");
export const sentenceEnd: WordTraits = edge("</s>", ">");

function traitsAt(words: readonly WordTraits[], index: number): WordTraits {
  return words[index] ?? (index < 0 ? sentenceStart : sentenceEnd);
}

/** How far from a token `wordFeatures` looks, in tokens. */
export const reach = 4;

/** Templates of the words and shapes next to a token and one further, by their distance from it. */
const wordTemplates = new Map([
  [-1, 8],
  [1, 9],
  [-2, 10],
  [2, 11],
]);
const shapeTemplates = new Map([
  [-1, 12],
  [1, 13],
  [-2, 21],
  [2, 22],
]);

/** The features a token has from the one word that stands `step` tokens from it (0: the token itself), from -`reach` to `reach`. */
export function wordFeatures(near: WordTraits, step: number): number[] {
  const found: number[] = [];
  const add = (template: number, a: number, b = 0): void => {
    found.push(featureHash(template, a, b));
  };
  if (step === 0) addOwnFeatures(near, add);
  const wordTemplate = wordTemplates.get(step);
  if (wordTemplate) add(wordTemplate, near.word);
  const shapeTemplate = shapeTemplates.get(step);
  if (shapeTemplate) add(shapeTemplate, near.form);
  if (Math.abs(step) <= 2) {
    if (organizationWords.has(near.lower)) add(31, step + 3);
    if (titleWords.has(near.lower)) add(32, step + 3);
    // What words of the same company would say.
    if (near.classes) {
      add(47, fineClass(near.classes), step + 3);
      add(48, coarseClass(near.classes), step + 3);
    }
  }
  // Which words stand near, wherever (Stanford's disjunctive words).
  if (step !== 0 && near.inside) add(step < 0 ? 43 : 44, near.word);
  return found;
}

function addOwnFeatures(own: WordTraits, add: (template: number, a: number, b?: number) => void): void {
  const { text, lower } = own;
  add(1, 0);
  add(2, own.word);
  add(3, fnv1a(text));
  add(4, own.form);
  add(5, own.brief);
  for (let size = 1; size <= Math.min(5, lower.length); size += 1) {
    add(6, fnv1a(lower.slice(0, size)), size);
    add(7, fnv1a(lower.slice(lower.length - size)), size);
  }
  if (/^\p{Lu}\.$/u.test(text)) add(29, 0);
  if (/^(?:\p{Lu}\.){2,}$/u.test(text)) add(30, 0);
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The run of capitalised words each token stands in, small link words inside it included ("Bank of Larn"). */
function capitalRuns(words: readonly WordTraits[]): (Run | undefined)[] {
  const runs: (Run | undefined)[] = new Array(words.length).fill(undefined);
  for (let start = 0; start < words.length; ) {
    if (!words[start]?.capital) {
      start += 1;
      continue;
    }
    let end = start + 1;
    while (
      end < words.length &&
      (words[end]?.capital || (words[end + 1]?.capital && nameLinks.test(words[end]?.lower ?? "")))
    ) {
      end += 1;
    }
    const run = { start, end };
    for (let index = start; index < end; index += 1) runs[index] = run;
    start = end;
  }
  return runs;
}

/** For each token, the marks the lists of names leave on it: kind bits and where in the phrase it stands. */
function gazetteerMarks(tokens: readonly Token[], gazetteer: Gazetteer): number[][] {
  const marks: number[][] = tokens.map(() => []);
  for (const { start, end, kinds } of gazetteer.find(tokens)) {
    for (let index = start; index < end; index += 1) {
      const place = end - start === 1 ? 0 : index === start ? 1 : index === end - 1 ? 2 : 3;
      for (let bit = 1; bit <= 512; bit <<= 1) if (kinds & bit) marks[index]?.push(bit * 4 + place);
    }
    // A long phrase hides what its words are on their own: keep that too, as a mark of another sort.
    if (end - start === 1) continue;
    for (let index = start; index < end; index += 1) {
      const alone = gazetteer.kindsOf([tokens[index]?.lower ?? ""]);
      if (alone) marks[index]?.push(8192 + alone);
    }
  }
  return marks;
}

/**
 * The features each token of one sentence has from more than one word: pairs of neighbours, the run of capitals, the lists of names, its place
 * in the sentence. `words` are the traits of `tokens`. Linear in the sentence's length.
 */
export function contextFeatures(
  tokens: readonly Token[],
  words: readonly WordTraits[],
  gazetteer: Gazetteer,
): number[][] {
  const runs = capitalRuns(words);
  const marks = gazetteerMarks(tokens, gazetteer);
  const letters = words.filter((_, i) => tokens[i]?.kind === "word");
  const shouted = letters.length > 2 && letters.filter((word) => word.small).length <= letters.length * 0.2;
  const at = (index: number) => traitsAt(words, index);
  let found: number[] = [];
  const add = (template: number, a: number, b = 0): void => {
    found.push(featureHash(template, a, b));
  };

  return words.map(({ word, form, capital, classes }, i) => {
    found = [];
    const left = at(i - 1);
    const right = at(i + 1);
    add(14, left.form, form);
    add(15, form, right.form);
    add(16, featureHash(0, left.form, form), right.form);
    add(17, left.word, word);
    add(18, word, right.word);
    add(19, at(i - 2).word, left.word);
    add(20, right.word, at(i + 2).word);
    add(23, left.word, form);
    add(24, form, right.word);
    if (shouted) {
      add(25, 0);
      add(26, word);
    }
    if (i === 0) {
      add(27, 0);
      add(28, form);
    }
    if (capital && placePrepositions.has(left.lower)) add(33, 0);
    const leftClass = fineClass(left.classes);
    const rightClass = fineClass(right.classes);
    const here = fineClass(classes);
    add(49, leftClass, form);
    add(50, form, rightClass);
    add(51, leftClass, here);
    add(52, here, rightClass);
    const run = runs[i];
    if (run) {
      const ahead = at(run.start - 1);
      const behind = at(run.end);
      add(34, ahead.word);
      add(35, behind.word);
      add(36, Math.min(4, run.end - run.start), i - run.start);
      add(37, at(run.start).word);
      add(38, at(run.end - 1).word);
      add(45, ahead.word, behind.word);
      add(46, behind.word, at(run.end + 1).word);
      add(53, fineClass(ahead.classes), fineClass(behind.classes));
    }
    for (const mark of marks[i] ?? []) {
      add(39, mark);
      add(40, mark, form);
    }
    for (const mark of marks[i - 1] ?? []) add(41, mark);
    for (const mark of marks[i + 1] ?? []) add(42, mark);
    return found;
  });
}

/** All features of every token of one sentence, as 32-bit numbers other than 0. */
export function nameFeatures(tokens: readonly Token[], gazetteer: Gazetteer, classes: WordClasses): Int32Array[] {
  const words = tokens.map((token) => wordTraits(token.text, classes));
  return contextFeatures(tokens, words, gazetteer).map((found, i) => {
    const all = [...found];
    for (let step = -reach; step <= reach; step += 1) {
      all.push(...wordFeatures(traitsAt(words, i + step), step));
    }
    return Int32Array.from(all);
  });
}
