import { describe, expect, it } from "vitest";
import { losesHedge } from "../../src/verify/hedge-lost.ts";

describe("a hedge", () => {
  it.each([
    ["en", "The dam may burst on Friday.", "The dam bursts on Friday."],
    ["en", "Solund allegedly sold the quarry.", "Solund sold the quarry."],
    ["de", "Der Damm könnte am Freitag brechen.", "Der Damm wird am Freitag brechen."],
    ["fr", "Le barrage pourrait céder vendredi.", "Le barrage va céder vendredi."],
    ["es", "La presa podría ceder el viernes.", "La presa va a ceder el viernes."],
  ])("is lost (%s) where what may be is told as what is: %s", (language, passage, claim) => {
    expect(losesHedge(claim, [passage], language)).toBe(true);
  });

  it.each([
    [
      "another word of caution stands for it",
      "The dam may burst on Friday.",
      "It is possible that the dam bursts on Friday.",
    ],
    [
      "the claim is of what was not hedged",
      "The dam was closed on Friday and may burst.",
      "The dam was closed on Friday.",
    ],
    ["a comma ends it", "Solund, who may run again, opened the bridge.", "Solund opened the bridge."],
  ])("is not lost where %s", (_, passage, claim) => {
    expect(losesHedge(claim, [passage], "en")).toBe(false);
  });

  it("is known in no language that has no list of them", () => {
    expect(losesHedge("Het regent.", ["Misschien regent het."], "nl")).toBe(false);
  });
});
