import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadLearned, loadPartOfSpeechTagger } from "../../src/learned.ts";
import { loadPartOfSpeech, packPartOfSpeech, partsOfSpeech } from "../../src/text/part-of-speech.ts";
import { treebankTokens } from "../../src/text/treebank-tokens.ts";
import { WordClasses } from "../../src/text/word-classes.ts";

const bytes = readFileSync(new URL("../../weights/part-of-speech.bin.gz", import.meta.url));
const tagged = (text: string) => {
  const words = treebankTokens(text, { start: 0, end: text.length }).map(({ text: word }) => word);
  return loadPartOfSpeechTagger()
    .tag(words)
    .map((tag, at) => `${words[at]}/${tag}`)
    .join(" ");
};

it.each([
  [
    "The council of Tolle voted on Monday to close its old harbour line.",
    "The/DET council/NOUN of/ADP Tolle/PROPN voted/VERB on/ADP Monday/PROPN to/PART close/VERB its/PRON old/ADJ harbour/NOUN line/NOUN ./PUNCT",
  ],
  [
    "Some close friends said they couldn't close the shop, and Varn's lawyer has 12 days to answer.",
    "Some/DET close/ADJ friends/NOUN said/VERB they/PRON could/AUX n't/PART close/VERB the/DET shop/NOUN ,/PUNCT and/CCONJ Varn/PROPN 's/PART lawyer/NOUN has/VERB 12/NUM days/NOUN to/PART answer/VERB ./PUNCT",
  ],
])("tags %s", (text, tags) => {
  expect(tagged(text)).toBe(tags);
});

it("tags no words with no tags", () => {
  expect(loadPartOfSpeechTagger().tag([])).toEqual([]);
});

it("reads back what it packed, and refuses other classes of words than it was learned with, and other bytes", () => {
  const classes = new WordClasses([7], [3]);
  const rows = new Int8Array(partsOfSpeech.length * 2);
  rows[2] = 90;
  rows[partsOfSpeech.length + 5] = -4;
  const packed = packPartOfSpeech({ features: Uint32Array.of(5, 4_000_000_000), rows, classes: classes.fingerprint });
  expect(loadPartOfSpeech(packed, classes).tag(["Larn"])).toEqual(["NOUN"]);
  const refusal = "The weights of the parts of speech are damaged, or were learned with other classes of words.";
  expect(() => loadPartOfSpeech(packed, new WordClasses([7], [4]))).toThrow(refusal);
  expect(() => loadPartOfSpeech(packed, loadLearned().nameTagger.classes)).toThrow(refusal);
  expect(() => loadPartOfSpeech(bytes, classes)).toThrow(refusal);
});
