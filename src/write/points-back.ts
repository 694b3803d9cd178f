import type { Passage } from "./passage.ts";
import { trimSentence } from "./trim-sentence.ts";
import { blankQuoted } from "./words-in.ts";

const known = new WeakMap<Passage, boolean>();

/** True where the sentence, as it would be told, leans on one that would not stand before it ("The latter", "he said"). Every part asks. */
export function pointsBack(passage: Passage): boolean {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const text = trimSentence(passage);
  const { dangling, anaphor, pronounSpeech, somebody } = passage.cues;
  const unquoted = blankQuoted(text);
  const isSomebody = somebody?.pronoun.test(unquoted) === true && !somebody.noun.test(unquoted);
  const speech = pronounSpeech.exec(unquoted)?.index ?? -1;
  // "Speaking of the last decades, he said ... Modi": whom a pronoun stands for is named before it.
  const isNamed = [...passage.people].some((name) =>
    unquoted.slice(0, speech).includes(name.split(" ").at(-1) ?? name),
  );
  const unnamed = (speech >= 0 && !isNamed) || (passage.people.size === 0 && isSomebody);
  const points = dangling.test(text) || anaphor.test(text) || unnamed;
  known.set(passage, points);
  return points;
}
