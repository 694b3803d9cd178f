import { describe, expect, it } from "vitest";
import type { ClusterWeights } from "../../src/cluster/cluster-weights.ts";
import { splitStoryIdOf, storyIdOf } from "../../src/cluster/story-id.ts";
import { StoryStream } from "../../src/cluster/story-stream.ts";
import { emptyAnnotation } from "../../src/model/annotation.ts";
import { noTranslations } from "../../src/text/word-translations.ts";

/** Nothing is known beforehand, so that a test says what happens by the words it shows. */
const weights: ClusterWeights = { background: new Map(), translations: noTranslations };

function input(id: string, text: string) {
  return {
    article: { id, outlet: id, title: "", text, publishedAt: "2026-11-20T08:00:00.000Z", language: "en" },
    annotation: emptyAnnotation(id, "en"),
  };
}

const left = "alder birch cedar dogwood elm fir";
const right = "grape hazel iris juniper kelp lilac";

function stream(): StoryStream {
  const one = new StoryStream(weights);
  for (let n = 0; n < 12; n++) one.assign(input(`other-${n}`, `quarry${n} rudder${n} sickle${n} tundra${n} umbra${n}`));
  return one;
}

describe("the second look", () => {
  it("makes two stories one when an article stands between them and the others fit it, and says why", () => {
    const stories = stream();
    stories.assign(input("a", left));
    stories.assign(input("b", right));
    expect(stories.assign(input("between", `${left} ${right}`)).storyId).toBeDefined();
    stories.lookAgain();
    const { merged } = stories.takeChanges();
    expect(merged).toEqual([
      {
        from: storyIdOf("b"),
        into: storyIdOf("a"),
        reason: expect.stringContaining("its articles fit the other story"),
      },
    ]);
    const of = new Map(stories.finalAssignments().map(({ articleId, storyId }) => [articleId, storyId]));
    expect([of.get("a"), of.get("b"), of.get("between")]).toEqual([storyIdOf("a"), storyIdOf("a"), storyIdOf("a")]);
  });

  it("never makes one what an editor parted", () => {
    const stories = stream();
    stories.assign(input("a", left));
    stories.assign(input("b", right));
    stories.pinMerge(storyIdOf("b"), storyIdOf("a"));
    stories.pinMove("b", "apart");
    stories.takeChanges();
    stories.assign(input("between", `${left} ${right}`));
    stories.lookAgain();
    expect(stories.takeChanges().merged).toEqual([]);
    expect(stories.finalAssignments().find(({ articleId }) => articleId === "b")?.storyId).toBe("apart");
  });

  it("keeps apart what an editor parted when one of the two becomes part of a third", () => {
    const stories = stream();
    stories.assign(input("a", left));
    stories.assign(input("b", right));
    stories.assign(input("c", "quill raven sable teal"));
    stories.keepApart(storyIdOf("a"), storyIdOf("b"));
    stories.pinMerge(storyIdOf("a"), storyIdOf("c"));
    stories.takeChanges();
    stories.assign(input("between", `${left} ${right}`));
    stories.lookAgain();
    expect(stories.takeChanges().merged).toEqual([]);
  });

  it("lets an article leave a story it does not fit, unless an editor put it there", () => {
    const run = (pinned: boolean) => {
      const stories = stream();
      for (const id of ["a", "a2", "a3"]) stories.assign(input(id, left));
      if (pinned) {
        stories.assign(input("b", right));
        stories.pinMove("b", storyIdOf("a"));
      } else stories.restore(input("b", right), { articleId: "b", storyId: storyIdOf("a") });
      stories.takeChanges();
      stories.lookAgain();
      return stories.takeChanges().moved.map(({ articleId, from, reason }) => ({ articleId, from, reason }));
    };
    expect(run(false)).toEqual([
      { articleId: "b", from: storyIdOf("a"), reason: expect.stringContaining("does not fit the rest") },
    ]);
    expect(run(true)).toEqual([]);
  });

  it("parts a story that holds two, though an article between them had joined them, and keeps what an editor put there", () => {
    const run = (pinned: readonly string[]) => {
      const stories = stream();
      for (const id of ["a", "a2", "a3"]) stories.assign(input(id, left));
      for (const id of ["b", "b2"]) {
        stories.restore(input(id, right), { articleId: id, storyId: storyIdOf("a") });
        if (pinned.includes(id)) stories.pinInPlace(id);
      }
      stories.lookAgain();
      stories.takeChanges();
      stories.assign(input("b3", right));
      const of = new Map(stories.finalAssignments().map(({ articleId, storyId }) => [articleId, storyId]));
      return ["a", "a2", "a3", "b", "b2", "b3"].map((id) => of.get(id));
    };
    const [one, own] = [storyIdOf("a"), splitStoryIdOf("b", storyIdOf("a"))];
    expect(run([])).toEqual([one, one, one, own, own, own]);
    expect(run(["b"])).toEqual([one, one, one, one, one, one]);
  });

  it("does not bring back what it parted while both are as they were, though it would join as a newcomer", () => {
    const loosely = `alder birch cedar ${Array.from({ length: 8 }, (_, n) => `yarrow${n}`).join(" ")}`;
    const stories = stream();
    for (const id of ["a", "a2", "a3", "a4"]) stories.assign(input(id, left));
    stories.restore(input("b", loosely), { articleId: "b", storyId: storyIdOf("a") });
    stories.lookAgain();
    expect(stories.takeChanges()).toMatchObject({ moved: [{ articleId: "b", from: storyIdOf("a") }], merged: [] });
    stories.lookAgain();
    expect(stories.takeChanges()).toEqual({ moved: [], merged: [] });
    expect(stories.assign(input("newcomer", loosely.replaceAll("yarrow", "zinnia"))).storyId).toBe(storyIdOf("a"));
  });

  it("changes nothing the second time", () => {
    const stories = stream();
    for (const [id, text] of [
      ["a", left],
      ["b", right],
      ["between", `${left} ${right}`],
    ] as const)
      stories.assign(input(id, text));
    stories.lookAgain();
    stories.takeChanges();
    stories.lookAgain();
    expect(stories.takeChanges()).toEqual({ moved: [], merged: [] });
  });
});
