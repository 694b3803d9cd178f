import { describe, expect, it } from "vitest";
import { readDates } from "../../src/eval/read-dates.ts";
import type { Article } from "../../src/model/article.ts";
import { datesTold } from "../../src/write/dates-told.ts";
import { readPassages } from "../../src/write/read-story.ts";

/** The dates of what a sentence of a report of 20 March 2026 tells. */
function told(sentence: string): readonly string[] {
  const article: Article = {
    id: "a",
    outlet: "Harbour Gazette",
    title: "",
    text: sentence,
    publishedAt: "2026-03-20T18:00:00.000Z",
    language: "en",
  };
  return readPassages({ articles: [article], annotations: readDates([article]) }, 1).flatMap(datesTold);
}

describe("the date of what a sentence tells", () => {
  it.each([
    ["The Ostwick dam burst on 2 March 2026 and flooded the lower town.", "2026-03-02"],
    ["On 2 March 2026, the dam burst that had been built for the mill.", "2026-03-02"],
    ["The mill was bought by the town in June 2019 for half its price.", "2019-06"],
    ["The council said on 12 March that the dam had been inspected twice.", "2026-03-12"],
  ])("is read: %s", (sentence, date) => {
    expect(told(sentence)).toEqual([date]);
  });

  it.each([
    ["a time of day", "The engineers were called to the Ostwick dam at about 5.40am."],
    ["a deadline", "The council ordered the dam to be emptied by 12 March 2026."],
    ["a span", "Some 4,000 people crossed the Ostwick dam from 2 March to 12 March 2026."],
    ["the start of something", "The road over the dam has been closed since 2 March 2026."],
    ["of a clause that hangs on another", "The council looked for the cracks that were found on 2 March 2026."],
    ["of its subject", "The leaflets printed on 2 March were handed to every household."],
    ["in a dateline", "OSTWICK, Mar 12 (Tern Wire) — The council gave no reason for its long silence."],
    ["a stretch of years", "The dam lost a tenth of its water over the past five years."],
    ["of a comparison", "The dam held 57 per cent of its water in 2024, up from 41 per cent in 2018."],
    ["of what is so now", "The Ostwick board is a body founded by the province in 2011."],
    [
      "a word that only looks like a month",
      "Readers aged 17-18 may change their notices without the council's permission.",
    ],
  ])("is not %s", (_, sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});
