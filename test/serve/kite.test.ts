import { expect, it } from "vitest";
import { toKiteStory } from "../../src/serve/kite.ts";
import { briefing } from "./site/invented-story.ts";

it("marks what a model wrote, to readers and to programs", () => {
  const plain = toKiteStory(briefing, 6, "world", 1);
  const parts = [{ part: "what-happened", template: "what-happened@1" }] as const;
  const writing = { model: "pebble:8b", parts, usage: { inputTokens: 900, outputTokens: 200 } };
  expect(toKiteStory({ ...briefing, engine: "model", writing }, 6, "world", 1)).toEqual({
    ...plain,
    short_summary: `${plain.short_summary} Written in part by a language model (pebble:8b), each sentence checked against its sources.`,
    writer: "pebble:8b",
  });
  expect(toKiteStory({ ...briefing, writing: { ...writing, parts: [] } }, 6, "world", 1)).toEqual(plain);
});

it("carries evidence as marks behind each sentence, counted by domain", () => {
  expect(toKiteStory(briefing, 6, "world", 1)).toMatchObject({
    id: briefing.storyId,
    number_of_titles: briefing.sources.length,
    title: briefing.headline.text,
    short_summary: expect.stringMatching(/\[pinnace-wire\.example#1\]/),
  });
});
