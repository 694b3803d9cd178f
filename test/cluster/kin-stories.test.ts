import { describe, expect, it } from "vitest";
import { findKinStories, type StoryProfile } from "../../src/cluster/kin-stories.ts";

function profile(storyId: string, day: number, names: readonly string[]): StoryProfile {
  const at = (n: number) => new Date(Date.UTC(2026, 10, n)).toISOString();
  return {
    storyId,
    headline: `Headline of ${storyId}`,
    firstSeenAt: at(day),
    newestAt: at(day),
    entities: new Map(names.map((name) => [name, name])),
  };
}

describe("findKinStories", () => {
  const frequencies = new Map([
    ["Kestria", 60],
    ["Mara Venn", 3],
    ["Orrel Dam", 2],
    ["Lindmar", 4],
  ]);

  it("takes an older story with the same rare names as background, and a running one as related, with the names as reason", () => {
    const flood = profile("flood", 20, ["Kestria", "Mara Venn", "Orrel Dam", "Lindmar"]);
    const inquiry = profile("inquiry", 8, ["Kestria", "Mara Venn", "Orrel Dam"]);
    const clean = profile("clean-up", 20, ["Kestria", "Lindmar", "Mara Venn"]);
    expect(findKinStories(flood, [flood, inquiry, clean], frequencies, 100)).toEqual({
      earlier: [{ storyId: "inquiry", headline: "Headline of inquiry", at: "2026-11-08T00:00:00.000Z" }],
      related: [{ storyId: "clean-up", headline: "Headline of clean-up", reason: "Mara Venn, Lindmar, Kestria" }],
    });
  });

  it("takes no story for kin that only shares a country", () => {
    const flood = profile("flood", 20, ["Kestria", "Mara Venn", "Orrel Dam"]);
    const football = profile("football", 19, ["Kestria", "FC Hale"]);
    expect(findKinStories(flood, [football], frequencies, 100)).toEqual({ earlier: [], related: [] });
  });
});
