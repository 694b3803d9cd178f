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

it("takes the plea of somebody unnamed for the reply to what somebody unnamed is accused of", () => {
  const trial = "A man of 42 is on trial in Senn for beating a neighbour with a rod.";
  const plea = "The defendant, whom the court does not name, has pleaded not guilty.";
  const { passages, ...reading } = readingOf([
    report("a1", "Tolle Gazette", "2026-03-02T08:00:00.000Z", "Trial in Senn", trial, plea),
  ]);
  const told = passages.find(({ text }) => text === trial);
  expect(told && repliesTo(told, { reading: { ...reading, passages } }).map(({ text }) => text)).toEqual([plea]);
});
