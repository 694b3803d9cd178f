import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStoryChanges, listStoryChanges } from "../../src/store/story-changes.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";

describe("story changes", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openEmbedded();
  }, 60_000);
  afterAll(() => store.drop(), 60_000);

  it("are kept with their reasons, the newest first", async () => {
    const { db } = store.store;
    const merge = { kind: "merge", from: "s1", into: "s2", reason: "its articles fit the other story" } as const;
    const move = { kind: "move", articleId: "a", from: "s2", into: "s3", reason: "it fits that story better" } as const;
    await addStoryChanges(db, [], "2026-11-24T07:00:00.000Z");
    await addStoryChanges(db, [merge], "2026-11-24T08:00:00.000Z");
    await addStoryChanges(db, [move], "2026-11-24T09:00:00.000Z");
    expect((await listStoryChanges(db, 10)).map(({ at: _, ...change }) => change)).toEqual([move, merge]);
    expect(await listStoryChanges(db, 1)).toHaveLength(1);
  });
});
