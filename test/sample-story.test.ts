import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadSamples } from "../src/sample-edition.ts";
import { parseDuration, parseSampleStory } from "../src/sample-story.ts";

const { outlets } = loadSamples(fileURLToPath(new URL("../samples", import.meta.url)), new Date(0));
const context = { name: "ferry.md", newest: new Date("2026-11-12T12:00:00.000Z"), outlets };
const story = (body: string, head = "outlet: tern-wire\nbefore: 1d 2h") => `# ferry

subject: other
event sailing: 2d
event due: -20d

## The ferry sailed

${head}

${body}
`;
const textOf = (body: string, head?: string) => parseSampleStory(story(body, head), context)[0]?.text;

describe("a length of time in a sample story", () => {
  it.each([
    ["90m", 5_400_000],
    ["19d 6h", 1_663_200_000],
    ["1y", 31_536_000_000],
    ["-9d", -777_600_000],
  ])("%s", (written, ms) => expect(parseDuration(written)).toBe(ms));

  it("is refused where it is none", () => expect(() => parseDuration("soon")).toThrow('not a duration: "soon"'));
});

describe("a sample story", () => {
  it("becomes articles, dated before the newest, with paragraphs on lines of their own", () => {
    expect(parseSampleStory(story("It sailed\non time.\n\nNobody waved."), context)).toEqual([
      {
        id: "tern-wire/the-ferry-sailed",
        outlet: "Tern Wire",
        outletId: "tern-wire",
        path: "/tern-wire/story/the-ferry-sailed",
        title: "The ferry sailed",
        text: "It sailed on time.\nNobody waved.",
        summary: "It sailed on time.",
        publishedAt: "2026-11-11T10:00:00.000Z",
        language: "en",
        subject: "other",
        story: "ferry",
      },
    ]);
  });

  it("tells the date of an event, and of a time after it, in each outlet's style", () => {
    const body = "{{weekday sailing}}, {{date sailing +3d}}, {{month due}} {{year due}}, {{date published -1d}}";
    expect(textOf(body)).toBe("Tuesday, 13 November, December 2026, 10 November");
    expect(textOf(body, "outlet: skylark-news\nbefore: 1d")).toBe("Tuesday, November 13, December 2026, November 10");
    expect(textOf(body, "outlet: altenfurther-bote\nbefore: 1d")).toBe(
      "Dienstag, 13. November, Dezember 2026, 10. November",
    );
  });

  it.each([
    [
      "an event it does not know",
      "{{date arrival}}",
      undefined,
      'ferry.md, "The ferry sailed": no event for {{date arrival}}',
    ],
    ["a form of a date it does not know", "{{decade due}}", undefined, "no such form of a date"],
    ["an outlet nobody has", "Text.", "outlet: night-owl\nbefore: 1d", 'no outlet "night-owl" in outlets.json'],
    ["an article without a time", "Text.", "outlet: tern-wire", 'not a duration: ""'],
  ])("is refused for %s, with the place", (_, body, head, message) => {
    expect(() => textOf(body, head)).toThrow(message);
  });
});
