import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/model/claim.ts";
import { assets } from "../../src/serve/site/assets.ts";
import { StoryPage } from "../../src/serve/site/story-page.tsx";
import { storyView } from "../../src/serve/site/story-view.ts";
import { briefing, loaded, site, sources } from "./site/invented-story.ts";

/** The server compresses at this level, too. */
const transferred = (text: string) => gzipSync(text).length;

/** Words that a compressor has not seen before, the same at each run. */
function wordsFrom(seed: number, count: number): string {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = () => Array.from({ length: 3 + next(6) }, () => String.fromCharCode(97 + next(26))).join("");
  return Array.from({ length: count }, word).join(" ");
}

describe("the weight of a story's page with 20 sources", () => {
  it("is at most 40 KB of HTML, where every sentence is twice as long and says something of its own", async () => {
    let seed = 0;
    const grown = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(grown);
      if (typeof value !== "object" || value === null) return value;
      const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, grown(one)]));
      if ("voice" in value) return { ...copy, text: wordsFrom(++seed, 40) } as unknown as Claim;
      if ("quote" in value) return { ...copy, quote: wordsFrom(++seed, 40) };
      return copy;
    };
    const twenty = Array.from({ length: 20 }, (_, at) => ({
      ...(sources[at % sources.length] as (typeof sources)[number]),
      articleId: at < sources.length ? `a${at + 1}` : `b${at}`,
      title: wordsFrom(1_000 + at, 10),
      url: `https://outlet-${at}.example/${wordsFrom(2_000 + at, 6).replaceAll(" ", "-")}`,
    }));
    const page = { ...(grown(briefing) as typeof briefing), sources: twenty };
    const html = String(await StoryPage({ view: storyView({ ...loaded, briefing: page }, site) }).toString());
    expect(seed).toBeGreaterThan(50);
    expect(transferred(html)).toBeLessThanOrEqual(40_000);
  });

  it("is at most 15 KB of style and 12 KB of script, and no font", () => {
    const sum = (type: RegExp) =>
      assets.filter((one) => type.test(one.type)).reduce((bytes, { body }) => bytes + transferred(body), 0);
    expect(sum(/css/)).toBeLessThanOrEqual(15_000);
    expect(sum(/javascript/)).toBeLessThanOrEqual(12_000);
    expect(assets.filter(({ type }) => /font/.test(type))).toEqual([]);
  });
});
