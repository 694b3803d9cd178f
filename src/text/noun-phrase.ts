import type { PartOfSpeech, PartOfSpeechTagger } from "./part-of-speech.ts";
import { treebankTokens } from "./treebank-tokens.ts";

/**
 * Tells whether words stand in an English sentence as a noun, alone or behind what describes it ("sea wall", not "broke free"), where they
 * stand first; undefined where they do not stand in it.
 */
export type NounPhraseReader = (phrase: string, sentence: string) => boolean | undefined;

/** Characters looked at before and behind the phrase: some six words and three. A tag hangs on two on either side. */
const before = 40;
const behind = 25;

export function nounPhraseReader(tagger: PartOfSpeechTagger): NounPhraseReader {
  return (phrase, sentence) => {
    const place = placeOf(phrase.toLowerCase(), sentence.toLowerCase());
    if (place < 0) return undefined;
    const start = place <= before ? 0 : sentence.lastIndexOf(" ", place - before) + 1;
    const end = sentence.indexOf(" ", place + phrase.length + behind);
    const ahead = wordsOf(sentence.slice(start, place)).length;
    const words = wordsOf(sentence.slice(start, end < 0 ? sentence.length : end));
    return isNounPhrase(tagger.tag(words).slice(ahead, ahead + wordsOf(phrase).length));
  };
}

/** Where the phrase stands between what are no letters, or -1. */
function placeOf(phrase: string, sentence: string): number {
  let at = sentence.indexOf(phrase);
  while (at >= 0 && (isLetter(sentence[at - 1]) || isLetter(sentence[at + phrase.length])))
    at = sentence.indexOf(phrase, at + 1);
  return at;
}

const letter = /\p{L}/u;
const isLetter = (character = "") => letter.test(character);

function wordsOf(text: string): string[] {
  return treebankTokens(text, { start: 0, end: text.length }).map(({ text: word }) => word);
}

/** What is made with hyphens describes whatever its parts are ("race-based policies"); a hyphen is a word of its own here. */
function isNounPhrase(tags: readonly PartOfSpeech[]): boolean {
  return (
    tags.at(-1) === "NOUN" && tags.slice(0, -1).every((tag, at) => describing.has(tag) || tags[at - 1] === "PUNCT")
  );
}

const describing: ReadonlySet<PartOfSpeech> = new Set(["NOUN", "ADJ", "PUNCT"]);
