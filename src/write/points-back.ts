import { oncePerPassage } from "./once-per-passage.ts";
import { trimSentence } from "./trim-sentence.ts";
import { blankQuoted } from "./words-in.ts";

/** True where the sentence, as it would be told, leans on one that would not stand before it ("The latter", "he said"). */
export const pointsBack = oncePerPassage((passage): boolean => {
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
  return dangling.test(text) || anaphor.test(text) || unnamed;
});
