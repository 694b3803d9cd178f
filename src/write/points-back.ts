import type { Passage } from "./passage.ts";
import { trimSentence } from "./trim-sentence.ts";

const known = new WeakMap<Passage, boolean>();

/** True where the sentence, as it would be told, leans on one that would not stand before it ("The latter", "he said"). Every part asks. */
export function pointsBack(passage: Passage): boolean {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const text = trimSentence(passage);
  const points = passage.cues.dangling.test(text) || passage.cues.anaphor.test(text);
  known.set(passage, points);
  return points;
}
