import { describe, expect, it } from "vitest";
import { withChoice } from "../src/chosen-config.ts";
import { loadConfig } from "../src/config.ts";

const { config } = loadConfig(undefined, {}, { languages: ["en", "de"], subjects: ["world", "sport", "health"] });

describe("the settings with the choice of the first-run page over them", () => {
  it("read and show what was chosen, in the order of the settings", () => {
    const chosen = withChoice(config, {
      languages: ["fr", "en"],
      subjects: ["culture", "health", "world"],
      countries: [],
    });
    expect([chosen.languages, chosen.subjects]).toEqual([
      ["en", "fr"],
      ["world", "health", "culture"],
    ]);
    expect({ ...chosen, languages: config.languages, subjects: config.subjects }).toEqual(config);
  });

  it.each([
    ["nothing was chosen", undefined],
    ["no language was", { languages: [], subjects: ["world"] }],
    ["a subject is none", { languages: ["en"], subjects: ["astrology"] }],
    ["it is no choice at all", "en"],
  ])("stay as they are where %s", (_, setting) => expect(withChoice(config, setting)).toBe(config));
});
