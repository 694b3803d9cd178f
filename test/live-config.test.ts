import { describe, expect, it } from "vitest";
import { loadConfig } from "../src/config.ts";
import { liveConfig } from "../src/live-config.ts";

const settings = { languages: ["en", "de"], subjects: ["world", "sport", "health"] };
const { config } = loadConfig(undefined, {}, { ...settings, "stories.minArticles": 4 });
const withChoice = (base: typeof config, choice: unknown) => liveConfig(base, choice, 100);

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

describe("the threshold of the front page", () => {
  const adapting = loadConfig(undefined, {}, settings).config;
  it.each([
    [0, 2],
    [19, 2],
    [20, 3],
    [120, 3],
  ])("adapts to the outlets there are: of %i outlets it takes %i articles", (outlets, minArticles) =>
    expect(liveConfig(adapting, undefined, outlets).stories).toEqual({ minArticles, minOrigins: 2 }),
  );

  it("is what the settings say, where they say it", () =>
    expect(liveConfig(config, undefined, 5).stories.minArticles).toBe(4));
});
