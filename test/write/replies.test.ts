import { expect, it } from "vitest";
import { repliesTo } from "../../src/write/replies.ts";
import { readingOf, report } from "./compose-page.ts";

const accusation =
  "Ilse Varnen, who led the anglers' club until spring, accused the Orsk Harbour Company of pumping oil into Brackwater bay.";

/** The replies that the other paragraphs of a report hold to the accusation. */
function repliesAmong(...paragraphs: readonly string[]): readonly string[] {
  const reading = readingOf([
    report("a1", "Tolle Gazette", "2026-03-02T08:00:00.000Z", "Oil", accusation, ...paragraphs),
  ]);
  const told = reading.passages.find(({ text }) => text === accusation);
  return told ? repliesTo(told, { reading }).map(({ text }) => text) : ["not read"];
}

it("takes the word of those accused for the reply", () => {
  const denial = "The Orsk Harbour Company denied that its ships had pumped oil into Brackwater bay.";
  expect(repliesAmong(denial)).toEqual([denial]);
});

it("never takes the accuser's own words for it", () => {
  expect(
    repliesAmong("Ilse Varnen denied that she had spoken of oil in Brackwater bay to harm the Orsk Harbour Company."),
  ).toEqual([]);
});
