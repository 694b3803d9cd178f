import { expect, it } from "vitest";
import { loadLearned } from "../../src/learned.ts";
import type { Article } from "../../src/model/article.ts";
import { sectionContext } from "../../src/write/draft-briefing.ts";
import { emphasisOf } from "../../src/write/emphasis.ts";
import { materialOf } from "./compose-page.ts";

const articleOf = (id: string, outlet: string, sentences: readonly string[]): Article => ({
  id,
  outlet,
  title: "",
  text: sentences.join("\n"),
  publishedAt: `2026-03-10T0${id.length}:00:00.000Z`,
  language: "en",
});

/** Invented. One outlet says thrice that goats broke free, and writes thrice of the rotten fence. */
const articles = [
  articleOf("a", "Tolle Gazette", [
    "Forty goats broke free on Monday from a farm outside the town of Tolle.",
    "Some of the goats had broken a gate last year, and two broke free again at Easter.",
    "A rotten fence let the animals out, said the farmer, who had asked for help.",
    "Nobody had mended the rotten fence since the flood, the farmer told the council.",
    "Two kids broke free from their catchers and were found at the mill by night.",
    "The owner of the land behind the rotten fence lives abroad, said a neighbour.",
    "The animals walked along the road to the market and stopped the trams there.",
  ]),
  articleOf("bb", "Inland Courier", [
    "Forty goats walked into the market of Tolle on Monday and stopped the trams.",
    "The animals came from a farm outside the town and were caught by evening.",
    "Trams stood still for two hours, and passengers fed the animals with bread.",
    "The council will ask the farmer to pay for the hours that were lost.",
    "Children were given the day off to see the animals in the streets.",
  ]),
  articleOf("ccc", "Senn Post", [
    "Trams in Tolle stood still on Monday because forty goats lay on the rails.",
    "They had left a farm outside the town in the morning and were caught by evening.",
    "The market had to close, and traders lost most of the takings of the day.",
    "The council said that it would send the farmer a bill for the lost hours.",
    "Passengers walked home along the river while the animals ate the flower beds.",
  ]),
];

const learned = loadLearned();

function stressedBy(outlet: string, isNounPhrase?: typeof learned.isNounPhrase): (readonly [string, string[]])[] {
  const { reading } = sectionContext({ ...materialOf(articles), ...(isNounPhrase && { isNounPhrase }) });
  return (emphasisOf(reading).get(outlet) ?? []).map(({ word, passages }) => [word, passages.map(({ text }) => text)]);
}

it("takes words that stand side by side for what an outlet stresses only where they are a noun phrase", () => {
  expect(stressedBy("Tolle Gazette", learned.isNounPhrase)).toEqual([
    [
      "rotten fence",
      [
        "A rotten fence let the animals out, said the farmer, who had asked for help.",
        "Nobody had mended the rotten fence since the flood, the farmer told the council.",
        "The owner of the land behind the rotten fence lives abroad, said a neighbour.",
      ],
    ],
  ]);
});

it("goes by endings where nothing can tell", () => {
  expect(stressedBy("Tolle Gazette").map(([word]) => word)).toEqual(["broke free", "rotten fence"]);
});
