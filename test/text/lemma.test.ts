import { expect, it } from "vitest";
import { trainLemmas } from "../../src/eval/train-lemmas.ts";
import { loadLemmas, loadPartOfSpeechTagger } from "../../src/learned.ts";
import { loadLemmatizer, packLemmas } from "../../src/text/lemma.ts";
import { treebankTokens } from "../../src/text/treebank-tokens.ts";

const lemmasOf = (text: string) => {
  const words = treebankTokens(text, { start: 0, end: text.length }).map(({ text: word }) => word);
  return loadLemmas().lemmas(words, loadPartOfSpeechTagger().tag(words)).join(" ");
};

it.each([
  [
    "Two ministers had driven past the burning stables and thought their wives were running.",
    "two minister have drive past the burn stable and think their wife be run .",
  ],
  ["She didn't give her the keys to her bigger cars.", "she do not give she the key to her big car ."],
  [
    "Two Kestrian women sold 1,200 boats to the National Bank of Larn.",
    "two Kestrian woman sell 1200 boat to the National Bank of Larn .",
  ],
])("gives the lemmas of: %s", (text, lemmas) => {
  expect(lemmasOf(text)).toBe(lemmas);
});

it("leaves the capitals of a headline", () => {
  expect(loadLemmas().lemmas(["Strong", "Winds", "Closed", "Ports"], ["ADJ", "NOUN", "VERB", "NOUN"])).toEqual([
    "strong",
    "wind",
    "close",
    "port",
  ]);
});

it("keeps the capital behind a hyphen, and that of an adjective before a name among capitals", () => {
  expect(loadLemmas().lemmas(["the", "pro-Larn", "wing"], ["DET", "ADJ", "NOUN"])).toEqual(["the", "pro-Larn", "wing"]);
  expect(loadLemmas().lemmas(["Larn", "National", "Park"], ["PROPN", "ADJ", "PROPN"])).toEqual([
    "Larn",
    "National",
    "Park",
  ]);
});

it("leaves the capital with which a quotation begins", () => {
  const words = ["He", "said", ":", "“", "Boats", "sink", "”"];
  expect(loadLemmas().lemmas(words, ["PRON", "VERB", "PUNCT", "PUNCT", "NOUN", "VERB", "PUNCT"])[4]).toBe("boat");
});

it("learns endings from words and keeps those apart that go another way", () => {
  const noun = (form: string, lemma: string) => ({ form, lemma, tag: "NOUN" as const, weight: 1 });
  const words = ["gulls", "tides", "weirs", "boats"].map((form) => noun(form, form.slice(0, -1)));
  const lemmatizer = loadLemmatizer(packLemmas(trainLemmas([...words, noun("news", "news"), noun("geese", "goose")])));
  expect(lemmatizer.lemmas(["the", "piers", "news", "geese"], ["DET", "NOUN", "NOUN", "NOUN"])).toEqual([
    "the",
    "pier",
    "news",
    "goose",
  ]);
});
