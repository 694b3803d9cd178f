import { expect, it } from "vitest";
import { loadPartOfSpeechTagger } from "../../src/learned.ts";
import { nounPhraseReader } from "../../src/text/noun-phrase.ts";

const isNounPhrase = nounPhraseReader(loadPartOfSpeechTagger());

it.each([
  ["sea wall", "The council of Tolle will rebuild the old sea wall from May.", true],
  ["public safety", "Shopkeepers said the council had put public safety first.", true],
  ["race-based policies", "The ministry defended its race-based policies before parliament.", true],
  ["broke free", "Nine goats broke free from a farm near Larn on Tuesday.", false],
  ["develop healthier", "The plan is to help pupils develop healthier habits.", false],
  ["rich cultural", "Both towns share a rich cultural heritage.", false],
  ["dealer", "The dealers said that one dealer had left the town.", true],
  ["dealer", "The dealers left the town.", undefined],
])("asks whether “%s” stands as a noun in: %s", (phrase, sentence, told) => {
  expect(isNounPhrase(phrase, sentence)).toBe(told);
});
