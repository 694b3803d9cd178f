import { featureHash } from "./feature-hash.ts";
import { fnv1a } from "./fnv1a.ts";
import { shapeOf } from "./name-features.ts";
import { coarseClass, fineClass, type WordClasses } from "./word-classes.ts";

/*
 * What the tagger of parts of speech sees of a token: words, beginnings, endings, shapes and classes of words around it, and the two tags
 * before it (Honnibal 2013, with the classes of src/text/word-classes.ts: +.005 on held-out news). Features of one word at its distance are
 * given apart, so that a tagger can add up their weights once for each word.
 */

/** What the features use of one word, wherever it stands. Hashes, but for `lower`. */
export interface TaggedWord {
  readonly lower: string;
  readonly word: number;
  readonly form: number;
  readonly shape: number;
  readonly brief: number;
  readonly twoLast: number;
  readonly threeLast: number;
  readonly fine: number;
  readonly coarse: number;
  readonly letters: boolean;
  readonly small: boolean;
}

/** How far from a token `wordFeatures` looks, in tokens. */
export const reach = 2;

/** The tag before the first token. Tags are numbers below it. */
export const noTag = 17;

/** What the features use of a word. */
export function taggedWord(text: string, classes: WordClasses): TaggedWord {
  const lower = text.toLowerCase();
  const shape = shapeOf(text);
  const both = classes.classOf(text);
  return {
    lower,
    word: fnv1a(lower.replace(/\d/g, "0")),
    form: fnv1a(text),
    shape: fnv1a(shape),
    brief: fnv1a(shape.replace(/(.)\1+/g, "$1")),
    twoLast: fnv1a(lower.slice(-2)),
    threeLast: fnv1a(lower.slice(-3)),
    fine: fineClass(both),
    coarse: coarseClass(both),
    letters: /\p{L}/u.test(text),
    small: /\p{Ll}/u.test(text),
  };
}

function edge(mark: string): TaggedWord {
  const hash = fnv1a(mark);
  return {
    lower: "",
    word: hash,
    form: hash,
    shape: hash,
    brief: hash,
    twoLast: hash,
    threeLast: hash,
    fine: 0,
    coarse: 0,
    letters: false,
    small: false,
  };
}
/** What stands before the first token of a sentence, and behind its last. */
export const sentenceStart: TaggedWord = edge("<s>");
export const sentenceEnd: TaggedWord = edge("</s>");

function wordAt(words: readonly TaggedWord[], at: number): TaggedWord {
  return words[at] ?? (at < 0 ? sentenceStart : sentenceEnd);
}

/** The features a token has from the one word that stands `step` tokens from it (0: the token itself), from -`reach` to `reach`. */
export function wordFeatures(near: TaggedWord, step: number): number[] {
  const found: number[] = [];
  const add = (template: number, a: number, b = 0): void => {
    found.push(featureHash(template, a, b));
  };
  const { lower } = near;
  add(1, near.word, step);
  if (near.fine) add(2, near.coarse, step);
  if (Math.abs(step) === 2) return found;
  add(3, near.shape, step);
  if (near.fine) add(4, near.fine, step);
  if (step !== 0) {
    add(5, near.twoLast, step);
    add(6, near.threeLast, step);
    return found;
  }
  add(7, 0);
  add(8, near.form);
  add(9, near.brief);
  for (let size = 1; size <= Math.min(5, lower.length); size++) add(10, fnv1a(lower.slice(-size)), size);
  for (let size = 1; size <= Math.min(4, lower.length); size++) add(11, fnv1a(lower.slice(0, size)), size);
  return found;
}

/** The features a token has from pairs of words, and from its place. `shouted`: the sentence is all in capitals (isShouted). */
export function pairFeatures(words: readonly TaggedWord[], at: number, shouted: boolean): number[] {
  const own = wordAt(words, at);
  const left = wordAt(words, at - 1);
  const right = wordAt(words, at + 1);
  const second = wordAt(words, at + 2);
  const found = [
    featureHash(20, left.word, own.word),
    featureHash(21, own.word, right.word),
    featureHash(22, left.word, right.word),
    featureHash(23, right.word, second.word),
    featureHash(24, wordAt(words, at - 2).word, left.word),
    featureHash(25, own.threeLast, right.threeLast),
    featureHash(26, own.threeLast, left.word),
    featureHash(27, own.threeLast, right.word),
    featureHash(28, own.brief, left.brief),
    featureHash(29, own.brief, right.brief),
    featureHash(30, left.coarse, own.coarse),
    featureHash(31, own.coarse, right.coarse),
    featureHash(32, left.coarse, right.coarse),
    featureHash(33, right.coarse, second.coarse),
  ];
  if (at === 0) found.push(featureHash(34, own.brief), featureHash(35, own.threeLast));
  if (shouted) found.push(featureHash(36, own.brief), featureHash(37, own.word), featureHash(38, own.threeLast));
  return found;
}

/** The features a token has from the tags of the two tokens before it (noTag where there is none). */
export function historyFeatures(words: readonly TaggedWord[], at: number, last: number, beforeLast: number): number[] {
  const own = wordAt(words, at);
  const right = wordAt(words, at + 1);
  const both = last * (noTag + 1) + beforeLast;
  return [
    featureHash(50, last),
    featureHash(51, both),
    featureHash(52, last, own.word),
    featureHash(53, both, own.word),
    featureHash(54, last, own.threeLast),
    featureHash(55, both, own.brief),
    featureHash(56, last, own.fine),
    featureHash(57, last, right.word),
    featureHash(58, last, right.twoLast),
    featureHash(59, last * 64 + own.coarse, right.coarse),
  ];
}

/** True of a sentence in capitals: there they tell nothing of a word. */
export function isShouted(words: readonly TaggedWord[]): boolean {
  const lettered = words.filter(({ letters }) => letters);
  return lettered.length > 2 && lettered.filter(({ small }) => small).length <= lettered.length * 0.2;
}
