import { type Gazetteer, hashText } from "./name-gazetteer.ts";
import { titleWords } from "./title-words.ts";
import type { Token } from "./tokens.ts";
import { coarseClass, fineClass, type WordClasses } from "./word-classes.ts";

/*
 * What the name tagger sees of a token (Ratinov & Roth 2009): the words, shapes, prefixes and suffixes around it, their
 * classes, the run of capitals it stands in, and the lists of names it is on. Each feature is one 32-bit number, a hash
 * of its template and its values, so that no string is built at run time.
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

const before = { lower: hashText("<s>"), shape: hashText("<") };
const after = { lower: hashText("</s>"), shape: hashText(">") };

/** "McDonald-2" -> "AaAa-0": capitals, small letters and digits, runs of three or more cut to two. */
export function shapeOf(word: string): string {
  return word
    .replace(/\p{Lu}/gu, "A")
    .replace(/\p{Ll}/gu, "a")
    .replace(/\d/g, "0")
    .replace(/(.)\1{2,}/g, "$1$1");
}

function mix(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + b, 0xc2b2ae35);
  return hash ^ (hash >>> 16) || 1;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The run of capitalised words each token stands in, small link words inside it included ("Bank of Larn"). */
function capitalRuns(tokens: readonly Token[]): (Run | undefined)[] {
  const capital = tokens.map((token) => /^\p{Lu}/u.test(token.text));
  const runs: (Run | undefined)[] = new Array(tokens.length).fill(undefined);
  for (let start = 0; start < tokens.length; ) {
    if (!capital[start]) {
      start += 1;
      continue;
    }
    let end = start + 1;
    while (end < tokens.length && (capital[end] || (capital[end + 1] && nameLinks.test(tokens[end]?.lower ?? "")))) {
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
 * The features of every token of one sentence, as 32-bit numbers other than 0. Linear in the sentence's length.
 */
export function nameFeatures(tokens: readonly Token[], gazetteer: Gazetteer, classes: WordClasses): Int32Array[] {
  const count = tokens.length;
  const lower = tokens.map((token) => hashText(token.lower));
  const shapes = tokens.map((token) => shapeOf(token.text));
  const shape = shapes.map((text) => hashText(text));
  const brief = shapes.map((text) => hashText(text.replace(/(.)\1+/g, "$1")));
  const both = tokens.map((token) => classes.classOf(token.text));
  const runs = capitalRuns(tokens);
  const marks = gazetteerMarks(tokens, gazetteer);
  const letters = tokens.filter((token) => token.kind === "word");
  const shouted =
    letters.length > 2 && letters.filter((token) => /\p{Ll}/u.test(token.text)).length <= letters.length * 0.2;
  const lowerAt = (index: number): number =>
    index < 0 ? before.lower : index >= count ? after.lower : (lower[index] ?? 0);
  const shapeAt = (index: number): number =>
    index < 0 ? before.shape : index >= count ? after.shape : (shape[index] ?? 0);

  return tokens.map((token, i) => {
    const found: number[] = [];
    const add = (template: number, a: number, b = 0): void => {
      found.push(mix(template, a, b));
    };
    const word = lowerAt(i);
    const form = shapeAt(i);
    add(1, 0);
    add(2, word);
    add(3, hashText(token.text));
    add(4, form);
    add(5, brief[i] ?? 0);
    const length = token.lower.length;
    for (let size = 1; size <= Math.min(5, length); size += 1) {
      add(6, hashText(token.lower.slice(0, size)), size);
      add(7, hashText(token.lower.slice(length - size)), size);
    }
    add(8, lowerAt(i - 1));
    add(9, lowerAt(i + 1));
    add(10, lowerAt(i - 2));
    add(11, lowerAt(i + 2));
    add(12, shapeAt(i - 1));
    add(13, shapeAt(i + 1));
    add(14, shapeAt(i - 1), form);
    add(15, form, shapeAt(i + 1));
    add(16, mix(0, shapeAt(i - 1), form), shapeAt(i + 1));
    add(17, lowerAt(i - 1), word);
    add(18, word, lowerAt(i + 1));
    add(19, lowerAt(i - 2), lowerAt(i - 1));
    add(20, lowerAt(i + 1), lowerAt(i + 2));
    add(21, shapeAt(i - 2));
    add(22, shapeAt(i + 2));
    add(23, lowerAt(i - 1), form);
    add(24, form, lowerAt(i + 1));
    if (shouted) {
      add(25, 0);
      add(26, word);
    }
    if (i === 0) {
      add(27, 0);
      add(28, form);
    }
    if (/^\p{Lu}\.$/u.test(token.text)) add(29, 0);
    if (/^(?:\p{Lu}\.){2,}$/u.test(token.text)) add(30, 0);
    for (let step = -2; step <= 2; step += 1) {
      const near = tokens[i + step]?.lower ?? "";
      if (organizationWords.has(near)) add(31, step + 3);
      if (titleWords.has(near)) add(32, step + 3);
    }
    if (placePrepositions.has(tokens[i - 1]?.lower ?? "") && /^\p{Lu}/u.test(token.text)) add(33, 0);
    const run = runs[i];
    if (run) {
      add(34, lowerAt(run.start - 1));
      add(35, lowerAt(run.end));
      add(36, Math.min(4, run.end - run.start), i - run.start);
      add(37, lowerAt(run.start));
      add(38, lowerAt(run.end - 1));
      add(45, lowerAt(run.start - 1), lowerAt(run.end));
      add(46, lowerAt(run.end), lowerAt(run.end + 1));
    }
    for (const mark of marks[i] ?? []) {
      add(39, mark);
      add(40, mark, form);
    }
    for (const mark of marks[i - 1] ?? []) add(41, mark);
    for (const mark of marks[i + 1] ?? []) add(42, mark);
    // What words of the same company would say.
    for (let step = -2; step <= 2; step += 1) {
      const near = both[i + step] ?? 0;
      if (near === 0) continue;
      add(47, fineClass(near), step + 3);
      add(48, coarseClass(near), step + 3);
    }
    const here = fineClass(both[i] ?? 0);
    const left = fineClass(both[i - 1] ?? 0);
    const right = fineClass(both[i + 1] ?? 0);
    add(49, left, form);
    add(50, form, right);
    add(51, left, here);
    add(52, here, right);
    if (run) add(53, fineClass(both[run.start - 1] ?? 0), fineClass(both[run.end] ?? 0));
    // Which words stand near, wherever (Stanford's disjunctive words).
    for (let step = 1; step <= 4; step += 1) {
      if (i - step >= 0) add(43, lowerAt(i - step));
      if (i + step < count) add(44, lowerAt(i + step));
    }
    return Int32Array.from(found);
  });
}
