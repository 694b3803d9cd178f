import { describe, expect, it } from "vitest";
import type { Source } from "../../../src/model/briefing.ts";
import { coverageLanes, coverageTimes } from "../../../src/serve/site/story/coverage-lanes.ts";
import { originsOfText } from "../../../src/serve/site/story/origins-of-text.ts";
import { sources } from "./invented-story.ts";

const shape = (all: readonly Source[]) =>
  originsOfText(all).map(({ original, copies }) => [original.articleId, ...copies.map(({ articleId }) => articleId)]);

const plain = (articleId: string, minute: number, copyOf?: string): Source => ({
  articleId,
  outlet: `Outlet ${articleId}`,
  title: articleId,
  publishedAt: `2026-11-24T06:${String(minute).padStart(2, "0")}:00.000Z`,
  language: "en",
  genre: "report",
  ...(copyOf !== undefined && { copyOf }),
});

describe("whose text it is", () => {
  it("ties copies to the text they print, the earliest text first", () => {
    expect(shape(sources)).toEqual([["a1", "a2", "a3", "a8"], ["a4"], ["a5"], ["a6"], ["a7"], ["a9"]]);
  });

  it("follows a chain of copies to its first text", () => {
    expect(shape([plain("c", 3, "b"), plain("b", 2, "a"), plain("a", 1)])).toEqual([["a", "b", "c"]]);
  });

  it("takes a copy of an article that is not on the page, and copies in a ring, for texts of their own", () => {
    expect(shape([plain("a", 1, "elsewhere")])).toEqual([["a"]]);
    expect(
      shape([plain("a", 1, "b"), plain("b", 2, "a")])
        .flat()
        .sort(),
    ).toEqual(["a", "b"]);
  });
});

describe("the drawing of who reported when", () => {
  it("has a lane for each outlet with a text of its own", () => {
    expect(coverageLanes(originsOfText(sources)).map(({ outlet }) => outlet)).toEqual([
      "Pinnace Wire",
      "Radio Nessa",
      "Innerthaler Bote",
      "Voice of Ostrana",
      "The Corvale Herald",
      "The Upland Mail",
    ]);
  });

  it("holds what is beyond its room in one last lane, and loses none", () => {
    const many = Array.from({ length: 40 }, (_, at) => plain(`s${at}`, at));
    const lanes = coverageLanes(originsOfText(many));
    expect(lanes.map(({ outlet, texts }) => [outlet, texts.length]).slice(-2)).toEqual([
      ["Outlet s7", 1],
      [undefined, 32],
    ]);
    expect(lanes.flatMap(({ texts }) => texts).length).toBe(40);
  });

  it("places the first report at the start, the last at the end, and a single one in the middle", () => {
    const [a, b] = [plain("a", 0), plain("b", 30)];
    const times = coverageTimes([a, b]);
    expect([times?.place(a), times?.place(b)]).toEqual([0, 1]);
    expect(coverageTimes([a])?.place(a)).toBe(0.5);
    const { publishedAt: _, ...undated } = a;
    expect(coverageTimes([undated])).toBeUndefined();
  });
});
