import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStoryAssigner } from "../../src/pipeline/story-assigner.ts";
import { correctionsOf } from "../../src/store/corrections.ts";
import { latestEditorActs, listEditorActs } from "../../src/store/editor-acts.ts";
import { findStory, staleStories } from "../../src/store/stories.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { deskEdition } from "./desk-edition.ts";

let test: TestStore;
let edition: Awaited<ReturnType<typeof deskEdition>>;
beforeAll(async () => {
  test = await openEmbedded();
}, 60_000);
afterAll(() => test.drop());
beforeEach(async () => {
  edition = await deskEdition(test.store);
});

const note = { by: "Ines", reason: "It is one affair." };
const found = async (id: string) => (await findStory(test.store.db, id))?.id;
const headline = async (id: string) => (await findStory(test.store.db, id))?.headline;

describe("an editor's merge", () => {
  it("makes two stories one, is kept with who, when and why, and its page is written at once", async () => {
    const { desk, storyOf, beside } = edition;
    expect([await beside("f1"), await beside("p1"), await beside("g1")]).toEqual(["f1 f2 f3", "p1 p2", "g1"]);
    const [strike, ferry] = [await storyOf("p1"), await storyOf("f1")];
    const act = await desk.merge(strike, ferry, note);
    expect([await beside("f1"), await found(strike)]).toEqual(["f1 f2 f3 p1 p2", ferry]);
    expect(await listEditorActs(test.store.db)).toEqual([
      {
        id: act.id,
        at: "2026-11-24T12:00:00.000Z",
        kind: "merge",
        by: "Ines",
        reason: "It is one affair.",
        from: strike,
        into: ferry,
        articleIds: ["p1", "p2"],
        ends: true,
        addresses: [],
      },
    ]);
    expect((await findStory(test.store.db, ferry))?.articles).toBe(5);
    expect(await staleStories(test.store.db, 10)).toEqual([]);
  });

  it("is never undone by the machine, which knows of it at once and after a start", async () => {
    const { desk, storyOf, beside, arrive, restart } = edition;
    await desk.merge(await storyOf("p1"), await storyOf("f1"), note);
    await arrive("p3");
    expect(await beside("f1")).toBe("f1 f2 f3 p1 p2 p3");
    await restart();
    await arrive("f4");
    expect(await beside("p1")).toBe("f1 f2 f3 f4 p1 p2 p3");
  });

  it("is undone: what came from the merged story goes back, its address answers again, later reports stay", async () => {
    const { desk, storyOf, beside, arrive, restart } = edition;
    const [strike, ferry] = [await storyOf("p1"), await storyOf("f1")];
    const act = await desk.merge(strike, ferry, note);
    await arrive("f4");
    await desk.undo(act.id, { by: "Ines" });
    expect([await beside("f1"), await beside("p1")]).toEqual(["f1 f2 f3 f4", "p1 p2"]);
    expect([await found(strike), await found(ferry)]).toEqual([strike, ferry]);
    expect((await findStory(test.store.db, strike))?.articles).toBe(2);
    await arrive("p3");
    expect(await beside("p1")).toBe("p1 p2 p3");
    await restart();
    await arrive();
    expect([await beside("f1"), await beside("p1")]).toEqual(["f1 f2 f3 f4", "p1 p2 p3"]);
  });

  it("gives back the addresses that led to the merged story, in whatever order merges are undone", async () => {
    const { desk, storyOf } = edition;
    const [goal, strike, ferry] = [await storyOf("g1"), await storyOf("p1"), await storyOf("f1")];
    const first = await desk.merge(goal, strike, note);
    const second = await desk.merge(strike, ferry, note);
    expect([await found(goal), await found(strike)]).toEqual([ferry, ferry]);
    await desk.undo(second.id, note);
    expect([await found(goal), await found(strike)]).toEqual([strike, strike]);
    const again = await desk.merge(strike, ferry, note);
    await desk.undo(first.id, note);
    expect([await found(goal), await storyOf("g1"), await storyOf("p1")]).toEqual([goal, goal, ferry]);
    await desk.undo(again.id, note);
    expect([await storyOf("g1"), await storyOf("p1"), await storyOf("f1")]).toEqual([goal, strike, ferry]);
  });
});

describe("an editor's split", () => {
  it("makes a story of its own that the machine leaves apart, at once and after a start", async () => {
    const { desk, storyOf, beside, arrive, restart } = edition;
    const ferry = await storyOf("f1");
    const { into } = await desk.split(ferry, ["f3"], note);
    expect([await beside("f1"), await storyOf("f3"), await headline(into)]).toEqual([
      "f1 f2",
      into,
      "Tugs pull at grounded ferry Merle off Corvale",
    ]);
    await arrive("f4");
    expect(await storyOf("f1")).not.toBe(await storyOf("f3"));
    await restart();
    await arrive("p3");
    expect([await storyOf("f1"), await storyOf("f3")]).toEqual([ferry, into]);
  });

  it("is undone: its articles go back and its address leads there", async () => {
    const { desk, storyOf, beside, restart, arrive } = edition;
    const ferry = await storyOf("f1");
    const act = await desk.split(ferry, ["f2", "f3"], note);
    const undo = await desk.undo(act.id, { by: "Ines" });
    expect([await beside("f1"), await found(act.into)]).toEqual(["f1 f2 f3", ferry]);
    expect([undo.kind, undo.undoes, undo.articleIds]).toEqual(["undo", act.id, ["f2", "f3"]]);
    await restart();
    await arrive("f4");
    expect(await beside("f1")).toBe("f1 f2 f3 f4");
  });

  it("holds when the machine makes the story it left part of another one", async () => {
    const { desk, storyOf, arrive } = edition;
    await desk.split(await storyOf("f1"), ["f3"], note);
    await desk.merge(await storyOf("f1"), await storyOf("g1"), note);
    await arrive("f4");
    expect(await storyOf("f1")).not.toBe(await storyOf("f3"));
  });
});

describe("an editor's move", () => {
  it("is kept by the machine, and undone", async () => {
    const { desk, storyOf, beside, arrive, restart } = edition;
    const [strike, ferry] = [await storyOf("p1"), await storyOf("f1")];
    const act = await desk.move(ferry, ["f2"], strike, note);
    await arrive("p3");
    expect([await beside("f1"), await beside("p1")]).toEqual(["f1 f3", "f2 p1 p2 p3"]);
    await desk.undo(act.id, note);
    await restart();
    await arrive("f4");
    expect([await beside("f1"), await beside("p1")]).toEqual(["f1 f2 f3 f4", "p1 p2 p3"]);
  });

  it("leaves to a later act what that act took elsewhere", async () => {
    const { desk, storyOf, beside } = edition;
    const [strike, ferry, goal] = [await storyOf("p1"), await storyOf("f1"), await storyOf("g1")];
    const act = await desk.move(ferry, ["f2", "f3"], strike, note);
    await desk.move(strike, ["f3"], goal, note);
    await desk.undo(act.id, note);
    expect([await beside("f1"), await beside("g1")]).toEqual(["f1 f2", "f3 g1"]);
    const last = await desk.move(goal, ["f3"], ferry, note);
    await expect(desk.undo(act.id, note)).rejects.toThrow("This was undone already.");
    await expect(desk.undo((await desk.undo(last.id, note)).id, note)).rejects.toThrow("An undo is not undone");
    expect(
      (await latestEditorActs(test.store.db, 9, goal)).map(({ kind, undone }) => `${kind} ${undone}`).sort(),
    ).toEqual(["move false", "move true", "undo false"]);
  });
});

it("has the last word when it comes while a batch is being assigned", async () => {
  const { desk, storyOf, beside, context, comeIn } = edition;
  const [strike, ferry] = [await storyOf("p1"), await storyOf("f1")];
  const { db } = context.store;
  let inBetween: (() => Promise<unknown>) | undefined;
  const slow = await openStoryAssigner({
    ...context,
    store: {
      ...context.store,
      db: {
        kind: db.kind,
        query: (sql, parameters) => db.query(sql, parameters),
        async transaction(work) {
          // The batch is weighed by now, and not kept yet.
          await inBetween?.();
          inBetween = undefined;
          return db.transaction(work);
        },
        close: () => db.close(),
      },
    },
  });
  inBetween = () => desk.merge(strike, ferry, note);
  await comeIn("p3");
  await slow.assignWaiting();
  expect([await beside("f1"), await found(strike)]).toEqual(["f1 f2 f3 p1 p2 p3", ferry]);
  const { into } = await desk.split(ferry, ["f3"], note);
  inBetween = async () =>
    desk.undo((await latestEditorActs(db, 9)).find(({ kind }) => kind === "split")?.id ?? "", note);
  await comeIn("f4");
  await slow.assignWaiting();
  expect([await beside("f1"), await found(into)]).toEqual(["f1 f2 f3 f4 p1 p2 p3", ferry]);
});

describe("an editor's correction", () => {
  const text = "She was moored, not aground.";

  it("is kept as an act on the story, which changes neither its page nor where articles go", async () => {
    const { desk, storyOf, beside, arrive, restart } = edition;
    const ferry = await storyOf("f1");
    const before = await findStory(test.store.db, ferry);
    const act = await desk.correct(ferry, ` ${text} `, note);
    expect(await latestEditorActs(test.store.db, 1)).toEqual([
      {
        id: act.id,
        at: "2026-11-24T12:00:00.000Z",
        kind: "correct",
        by: "Ines",
        reason: "It is one affair.",
        from: ferry,
        into: ferry,
        articleIds: [],
        text,
        undone: false,
      },
    ]);
    expect(await findStory(test.store.db, ferry)).toEqual(before);
    await restart();
    await arrive("f4");
    expect(await beside("f1")).toBe("f1 f2 f3 f4");
  });

  it("goes along when its story becomes part of another, and is undone there", async () => {
    const { desk, storyOf } = edition;
    const [ferry, strike] = [await storyOf("f1"), await storyOf("p1")];
    const act = await desk.correct(strike, text, note);
    await desk.merge(strike, ferry, note);
    expect((await correctionsOf(test.store.db, ferry)).map((one) => one.text)).toEqual([text]);
    const undo = await desk.undo(act.id, note);
    expect([undo.from, undo.into, await correctionsOf(test.store.db, ferry)]).toEqual([ferry, ferry, []]);
    await expect(desk.undo(act.id, note)).rejects.toThrow("This was undone already.");
  });

  it("says something, and no more than a page has room for", async () => {
    const { desk, storyOf } = edition;
    const ferry = await storyOf("f1");
    await expect(desk.correct(ferry, " ", note)).rejects.toThrow("what was wrong and what is right");
    await expect(desk.correct(ferry, "x".repeat(1001), note)).rejects.toThrow("may have 1000 characters");
    await expect(desk.correct("nothing", text, note)).rejects.toThrow('There is no story "nothing"');
    expect(await latestEditorActs(test.store.db, 1)).toEqual([]);
  });
});

it("refuses in a line what cannot be done, and keeps nothing of it", async () => {
  const { desk, storyOf } = edition;
  const [ferry, goal] = [await storyOf("f1"), await storyOf("g1")];
  await expect(desk.merge(ferry, ferry, note)).rejects.toThrow("These two are one story already.");
  await expect(desk.merge("nothing", ferry, note)).rejects.toThrow('There is no story "nothing"');
  await expect(desk.split(ferry, [], note)).rejects.toThrow("No article is chosen.");
  await expect(desk.split(ferry, ["g1"], note)).rejects.toThrow(`g1 is not in story ${ferry}`);
  await expect(desk.split(goal, ["g1"], note)).rejects.toThrow("At least one article must stay");
  await expect(desk.move(ferry, ["f1"], ferry, note)).rejects.toThrow("in that story already");
  await expect(desk.undo("nothing", note)).rejects.toThrow("No editor's act");
  expect(await listEditorActs(test.store.db)).toEqual([]);
});

it("says why two articles are or are not one story, and which it does not know", async () => {
  const { desk } = edition;
  expect(await desk.explain("f1", "https://outlet.example/f2")).toMatch(/^One story: /);
  expect(await desk.explain("f1", "g1")).toMatch(/^Two stories: /);
  await expect(desk.explain("f1", "f9")).rejects.toThrow('No article has the id or address "f9".');
});
