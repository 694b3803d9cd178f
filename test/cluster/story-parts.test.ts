import { describe, expect, it } from "vitest";
import { storyParts } from "../../src/cluster/story-parts.ts";

/** Articles of groups: alike by one measure within a group, by another between groups. */
function likeness(groups: readonly number[], within: number, between: number): Float64Array[] {
  return groups.map((a, i) =>
    Float64Array.from(groups, (b, j) => {
      if (i === j) return 0;
      return a === b ? within : between;
    }),
  );
}

describe("the parts of a story", () => {
  it("are one where its articles are about as like each other", () => {
    expect(storyParts(likeness([0, 0, 0, 0], 0.3, 0))).toEqual([[0, 1, 2, 3]]);
    expect(storyParts(likeness([0, 0, 1, 1], 0.3, 0.2))).toEqual([[0, 1, 2, 3]]);
  });

  it("are the groups that are far less like each other than in themselves, be the story told closely or loosely", () => {
    for (const scale of [0.2, 0.4, 0.8])
      expect(storyParts(likeness([0, 1, 0, 1, 2, 0, 1], scale, scale / 8))).toEqual([[0, 2, 5], [1, 3, 6], [4]]);
  });

  it("need more difference where few articles tell", () => {
    expect(storyParts(likeness([0, 1], 0, 0.12))).toEqual([[0, 1]]);
    expect(storyParts(likeness([0, 1], 0, 0.08))).toEqual([[0], [1]]);
  });

  it("are none of no article, and the one of one", () => {
    expect(storyParts([])).toEqual([]);
    expect(storyParts(likeness([0], 0, 0))).toEqual([[0]]);
  });
});
