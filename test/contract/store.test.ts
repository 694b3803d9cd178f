import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Annotation } from "../../src/model/annotation.ts";
import type { Article } from "../../src/model/article.ts";
import type { Briefing } from "../../src/model/briefing.ts";
import type { EditorAct } from "../../src/model/editor-desk.ts";
import type { FeedItem } from "../../src/model/feed.ts";
import { unknownOutlet } from "../../src/model/outlet.ts";
import type { Report } from "../../src/model/report.ts";
import { findVectors, saveVectors } from "../../src/store/article-vectors.ts";
import {
  articlesOfOutlet,
  assignedSince,
  findArticleByUrl,
  getArticles,
  saveArticle,
  storyMembers,
  unassignedArticles,
} from "../../src/store/articles.ts";
import { appendBriefing, briefingAt, latestBriefing, listRevisions } from "../../src/store/briefings.ts";
import { correctionsOf, correctionsOfStories, listOwnCorrections } from "../../src/store/corrections.ts";
import type { Database } from "../../src/store/database.ts";
import {
  addEditorAct,
  findEditorAct,
  holdStories,
  latestEditorActs,
  listEditorActs,
} from "../../src/store/editor-acts.ts";
import { endEditorSessions, findEditorSession, saveEditorSession } from "../../src/store/editor-sessions.ts";
import {
  entityFrequencies,
  findEntity,
  saveStoryEntities,
  storiesNear,
  storiesSharing,
} from "../../src/store/entities.ts";
import { dueFeeds, findFeed, listFeeds, recordPoll, saveFeed, setFeedStatus } from "../../src/store/feeds.ts";
import { getItems, itemCounts, saveItems, skipItem, waitingItems } from "../../src/store/items.ts";
import { firstCallSince, recordCall, spentSince } from "../../src/store/model-calls.ts";
import { findReplies, saveReply } from "../../src/store/model-replies.ts";
import { findOutlet, listOutlets, saveOutlet } from "../../src/store/outlets.ts";
import { readProgress } from "../../src/store/progress.ts";
import { findQuestion, saveQuestions } from "../../src/store/questions.ts";
import { openQueue } from "../../src/store/queue.ts";
import {
  addReport,
  answerReports,
  countOpenReports,
  forgetAnsweredReports,
  openReports,
  reopenReports,
} from "../../src/store/reports.ts";
import { indexStory, searchStories } from "../../src/store/search.ts";
import { getSetting, setSetting } from "../../src/store/settings.ts";
import { recentSkips, skipCounts } from "../../src/store/skips.ts";
import {
  findStory,
  listStories,
  mergedStories,
  mergeStory,
  reopenStory,
  type StoryFacts,
  saveAssignments,
  setStoryFacts,
  staleStories,
  storyArticleIds,
  storyNames,
} from "../../src/store/stories.ts";
import { listUnwritten, retryUnwritten, setUnwritten } from "../../src/store/unwritten-stories.ts";
import { retryWriterless } from "../../src/store/writerless-stories.ts";
import { storeKinds, type TestStore } from "./stores.ts";

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00.000Z`;

function article(id: string, hour: number, text = `Text of ${id}.`): Article {
  return {
    id,
    outlet: "The Beacon",
    url: `https://beacon.example/${id}`,
    title: `Title of ${id}`,
    text,
    publishedAt: at(hour),
    language: "en",
  };
}

function annotation(articleId: string): Annotation {
  return {
    articleId,
    language: "en",
    sentences: [{ start: 0, end: 4 }],
    mentions: [],
    quotes: [],
    numbers: [{ start: 0, end: 2, low: 12, high: Number.POSITIVE_INFINITY }],
    dates: [],
  };
}

const strange = {
  article: article("a", 1, "A null \u0000 and a lone \ud800 surrogate, “quoted” 😀."),
  annotation: annotation("a"),
  outletId: "the-beacon",
  canonicalUrl: "https://beacon.example/a",
};

const item = (id: string): FeedItem => ({ id, title: `Item ${id}`, contentHtml: "<p>Long</p>", authors: [], tags: [] });

const facts: StoryFacts = {
  headline: "Dam bursts above Lindmar",
  slug: "dam-bursts-above-lindmar",
  standfirst: "Twelve are missing.",
  language: "en",
  subject: "world",
  rank: 12.5,
  articles: 2,
  outlets: 2,
  origins: 2,
  firstSeenAt: at(1),
  newestAt: at(3),
  writtenAt: at(4),
  change: 1,
};

for (const { name, open, skip } of storeKinds) {
  describe.skipIf(skip)(`the store on ${name}`, () => {
    let opened: TestStore;
    let db: Database;
    beforeAll(async () => {
      opened = await open();
      db = opened.store.db;
    }, 30_000);
    afterAll(() => opened?.drop(), 30_000);

    it("lays the user's outlets over the shipped ones", async () => {
      const shipped = { ...unknownOutlet("The Beacon"), country: "KE" };
      await saveOutlet(db, shipped, "edition");
      await saveOutlet(db, { ...shipped, use: "feed-only" }, "user");
      await saveOutlet(db, shipped, "edition");
      expect(await findOutlet(db, shipped.id)).toEqual({ ...shipped, use: "feed-only" });
      expect(await listOutlets(db)).toEqual([{ ...shipped, use: "feed-only" }]);
      expect(await findOutlet(db, "nobody")).toBeUndefined();
    });

    it("keeps feeds with what their polls brought, and takes a new address over once", async () => {
      const feed = { id: "f1", outletId: "the-beacon", url: "https://beacon.example/rss", status: "active" } as const;
      expect(await saveFeed(db, feed)).toBe(true);
      expect(await saveFeed(db, { ...feed, id: "f2" })).toBe(false);
      await saveFeed(db, { ...feed, id: "f3", url: "https://beacon.example/sport" });
      expect((await dueFeeds(db, at(1), 10)).map(({ id }) => id)).toEqual(["f1", "f3"]);
      const poll = {
        outcome: "ok",
        failures: 0,
        delayMs: 600_000,
        newItems: 3,
        polledAt: at(1),
        nextPollAt: at(2),
        etag: '"a"',
      };
      await recordPoll(db, "f1", { ...poll, url: "https://beacon.example/sport", title: "The Beacon" });
      expect(await findFeed(db, "https://beacon.example/rss")).toEqual({
        ...feed,
        title: "The Beacon",
        etag: '"a"',
        lastOutcome: "ok",
        lastPollAt: at(1),
        nextPollAt: at(2),
        delayMs: 600_000,
        failures: 0,
        newItems: 3,
      });
      await setFeedStatus(db, "f3", "paused");
      expect((await dueFeeds(db, at(1), 10)).map(({ id }) => id)).toEqual([]);
      expect((await listFeeds(db)).map(({ id, status }) => [id, status])).toEqual([
        ["f1", "active"],
        ["f3", "paused"],
      ]);
    });

    it("keeps each item once, and ends it as read or as a named skip", async () => {
      const row = (id: string) => ({
        id,
        feedId: "f1",
        outletId: "the-beacon",
        item: item(id),
        seenAt: at(1),
        url: `https://beacon.example/${id}`,
      });
      expect(await saveItems(db, ["a", "b", "c"].map(row))).toEqual(["a", "b", "c"]);
      expect(await saveItems(db, ["b", "d"].map(row))).toEqual(["d"]);
      expect((await waitingItems(db, 10)).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
      expect(await saveArticle(db, strange, at(2))).toBe("saved");
      await skipItem(db, "b", { stage: "fetch", reason: "http-404", detail: "Gone." }, at(2));
      const { contentHtml: _, ...bare } = item("a");
      expect(await getItems(db, ["a"])).toEqual([
        { ...row("a"), item: bare, status: "read", outlet: await findOutlet(db, "the-beacon") },
      ]);
      expect(await itemCounts(db)).toEqual({ waiting: 2, resting: 0, read: 1, skipped: 1 });
      expect(await skipCounts(db)).toEqual([{ stage: "fetch", reason: "http-404", count: 1 }]);
      expect(await recentSkips(db, 5)).toEqual([
        {
          id: "b",
          outletId: "the-beacon",
          title: "Item b",
          url: "https://beacon.example/b",
          stage: "fetch",
          reason: "http-404",
          detail: "Gone.",
          at: at(2),
        },
      ]);
    });

    it("keeps an article word for word but for what no text may hold, and knows it by its address", async () => {
      expect(await saveArticle(db, strange, at(2))).toBe("saved");
      expect(await saveArticle(db, { ...strange, article: { ...strange.article, id: "a2" } }, at(2))).toBe("known");
      expect(await getArticles(db, ["a"])).toEqual([
        { ...strange.article, text: "A null  and a lone \ufffd surrogate, “quoted” 😀." },
      ]);
      expect(await findArticleByUrl(db, "https://beacon.example/a")).toBe("a");
    });

    it("hands out waiting articles by time of publication, and stories that changed since they were written", async () => {
      for (const [id, hour] of [
        ["c", 3],
        ["b", 2],
      ] as const)
        await saveArticle(
          db,
          { article: article(id, hour), annotation: annotation(id), outletId: "the-beacon" },
          at(4),
        );
      expect((await unassignedArticles(db, 10)).map((row) => row.article.id)).toEqual(["a", "b", "c"]);
      await saveAssignments(
        db,
        [
          { articleId: "a", storyId: "s1" },
          { articleId: "b", storyId: "s1", copyOf: "a" },
          { articleId: "c", storyId: "s2" },
        ],
        at(4),
      );
      expect(await unassignedArticles(db, 10)).toEqual([]);
      expect((await assignedSince(db, at(2))).map(({ assignment }) => assignment)).toEqual([
        { articleId: "b", storyId: "s1", copyOf: "a" },
        { articleId: "c", storyId: "s2" },
      ]);
      expect(await staleStories(db, 10)).toEqual(["s1", "s2"]);
      expect(await storyArticleIds(db, "s1")).toEqual(["a", "b"]);
      const { articles, annotations, copies } = await storyMembers(db, "s1");
      expect(articles.map(({ id }) => id)).toEqual(["a", "b"]);
      expect(annotations.get("a")?.numbers[0]?.high).toBe(1e308);
      expect(copies).toEqual(new Map([["b", "a"]]));
      await setStoryFacts(db, "s1", facts);
      expect(await staleStories(db, 10)).toEqual(["s2"]);
      expect(await findStory(db, "s1")).toEqual({ id: "s1", ...facts });
      await saveAssignments(db, [{ articleId: "c", storyId: "s1" }], at(5));
      expect(await staleStories(db, 10)).toEqual(["s1", "s2"]);
      expect((await articlesOfOutlet(db, "the-beacon", { limit: 2 })).map(({ id, storyId }) => [id, storyId])).toEqual([
        ["c", "s1"],
        ["b", "s1"],
      ]);
    });

    it("keeps why a page could not be written, until it can be", async () => {
      const before = (await findStory(db, "s1"))?.change ?? 0;
      await setUnwritten(db, "s1", before, "a sentence without an end");
      expect(await listUnwritten(db, 10)).toEqual([{ id: "s1", reason: "a sentence without an end" }]);
      expect(await staleStories(db, 10)).not.toContain("s1");
      expect(await retryUnwritten(db)).toBe(1);
      expect(await staleStories(db, 10)).toContain("s1");
      expect(await retryUnwritten(db)).toBe(0);
      await setStoryFacts(db, "s1", { ...facts, change: before + 1 });
      expect(await listUnwritten(db, 10)).toEqual([]);
    });

    it("leads the id of a merged story to the one it is part of, through any number of merges", async () => {
      await saveArticle(db, { article: article("x", 6), annotation: annotation("x"), outletId: "the-beacon" }, at(7));
      await saveArticle(db, { article: article("y", 7), annotation: annotation("y"), outletId: "the-beacon" }, at(7));
      await saveAssignments(
        db,
        [
          { articleId: "x", storyId: "m1" },
          { articleId: "y", storyId: "m2" },
        ],
        at(7),
      );
      await mergeStory(db, "m1", "m2");
      await mergeStory(db, "m2", "s1");
      expect((await findStory(db, "m1"))?.id).toBe("s1");
      expect((await findStory(db, "m2"))?.id).toBe("s1");
      expect(await storyArticleIds(db, "s1")).toEqual(["a", "b", "c", "x", "y"]);
    });

    it("lists stories by rank with at least so many origins, and finds them by words and their stems", async () => {
      await setStoryFacts(db, "s1", { ...facts, articles: 5, change: 99 });
      await setStoryFacts(db, "s2", {
        ...facts,
        headline: "Late goal",
        subject: "sport",
        rank: 20,
        origins: 1,
        articles: 1,
        change: 99,
      });
      expect((await listStories(db, { limit: 5 })).map(({ id }) => id)).toEqual(["s2", "s1"]);
      expect((await listStories(db, { limit: 5, minOrigins: 2 })).map(({ id }) => id)).toEqual(["s1"]);
      expect((await listStories(db, { limit: 5, subject: "sport" })).map(({ id }) => id)).toEqual(["s2"]);
      expect(
        (await listStories(db, { limit: 5, outletId: "the-beacon", order: "newest" })).map(({ id }) => id),
      ).toEqual(["s1"]);
      await indexStory(db, "s1", "The dam burst and flooded the lower town", "en");
      expect((await searchStories(db, "flood", { limit: 5 })).map(({ id }) => id)).toEqual(["s1"]);
      expect((await searchStories(db, '"lower town" -dam', { limit: 5 })).map(({ id }) => id)).toEqual([]);
      expect(await searchStories(db, "'; drop table stories --", { limit: 5 })).toEqual([]);
      const ids = async (options: object) =>
        (await searchStories(db, "flood", { limit: 5, ...options })).map(({ id }) => id);
      const { subject = "", language = "", newestAt = "" } = (await findStory(db, "s1")) ?? {};
      expect(await ids({ subject, written: language, since: newestAt })).toEqual(["s1"]);
      expect(await ids({ subject: "no such subject" })).toEqual([]);
      expect(await ids({ written: "xx" })).toEqual([]);
      expect(await ids({ since: "2999-01-01T00:00:00Z" })).toEqual([]);
    });

    it("appends revisions and never changes one", async () => {
      const briefing = (revision: number, text: string) =>
        ({
          storyId: "s1",
          revision,
          writtenAt: at(revision),
          headline: { text },
          sources: [1, 2],
        }) as unknown as Briefing;
      await appendBriefing(db, briefing(1, "First"));
      await appendBriefing(db, briefing(1, "Changed"));
      await appendBriefing(db, briefing(2, "Second"));
      expect((await latestBriefing(db, "s1"))?.revision).toBe(2);
      expect((await briefingAt(db, "s1", 1))?.headline.text).toBe("First");
      expect(await listRevisions(db, "s1")).toEqual([
        { revision: 2, writtenAt: at(2), headline: "Second", sources: 2 },
        { revision: 1, writtenAt: at(1), headline: "First", sources: 2 },
      ]);
    });

    it("makes stale what a model is to write and none has", async () => {
      const wanted = { minArticles: 2, minOrigins: 1, since: at(22) };
      for (const [id, writer] of [
        ["unasked", undefined],
        ["asked", "m"],
      ] as const) {
        await db.query("insert into stories (id, first_seen_at) values ($1, $2)", [id, at(5)]);
        await setStoryFacts(db, id, { ...facts, articles: 2, newestAt: at(23), change: 1, ...(writer && { writer }) });
      }
      expect([await findStory(db, "asked"), await findStory(db, "unasked")].map((story) => story?.writer)).toEqual([
        "m",
        undefined,
      ]);
      expect(await retryWriterless(db, { ...wanted, minArticles: 3 })).toBe(0);
      expect(await retryWriterless(db, wanted)).toBe(1);
      expect(await staleStories(db, 10)).toContain("unasked");
      expect(await retryWriterless(db, wanted)).toBe(0);
      await db.query("delete from stories where id in ('asked', 'unasked')");
    });

    it("knows whom stories name, and which share names", async () => {
      const card = {
        entityId: "Kestria",
        name: "Kestria",
        type: "LOC",
        description: "Country",
        source: { kind: "facts", label: "x" },
      } as const;
      const names = new Map([
        ["Kestria", "Kestria"],
        ["local:mara-venn", "Mara Venn"],
      ]);
      await saveStoryEntities(db, "s1", [card], names);
      await saveStoryEntities(db, "s2", [], names);
      expect(await findEntity(db, "Kestria")).toEqual({ entityId: "Kestria", name: "Kestria", card, stories: 2 });
      expect((await entityFrequencies(db, ["Kestria", "nobody"])).naming).toEqual(new Map([["Kestria", 2]]));
      expect(
        (await storiesSharing(db, "s2", [...names.keys()])).map(({ storyId, entities }) => [storyId, entities]),
      ).toEqual([["s1", names]]);
      expect(await storiesNear(db, "s2", 5)).toEqual(["s1"]);
      expect((await listStories(db, { limit: 5, entityId: "Kestria" })).length).toBe(2);
    });

    it("keeps questions, settings and an editor's acts", async () => {
      const question = { slug: "why", question: "Why?", teaser: "Because", answer: [] };
      await saveQuestions(db, "s1", [question]);
      expect(await findQuestion(db, "s1", "why")).toEqual(question);
      await setSetting(db, "welcome", { languages: ["en"] });
      expect(await getSetting(db, "welcome")).toEqual({ languages: ["en"] });
      expect(await getSetting(db, "nothing")).toBeUndefined();
      const act: EditorAct = {
        id: "act-1",
        kind: "merge",
        by: "Ines",
        from: "m1",
        into: "s1",
        articleIds: ["x"],
        at: at(8),
      };
      await addEditorAct(db, act);
      expect(await listEditorActs(db)).toEqual([act]);
    });

    it("gives a story that was merged its address back, with the addresses that led to it", async () => {
      await mergeStory(db, "m1", "s2");
      expect(await mergedStories(db, "s2")).toEqual(["m1"]);
      await mergeStory(db, "s2", "s1");
      expect((await storyNames(db, ["m1", "s2", "nobody"])).get("m1")?.leadsTo).toBe("s1");
      await reopenStory(db, "s2", ["m1", "nobody"], "s1");
      expect([await findStory(db, "m1"), await findStory(db, "s2")].map((story) => story?.id)).toEqual(["s2", "s2"]);
    });

    it("lists an editor's acts with those that were undone, and those since a moment", async () => {
      const undo: EditorAct = {
        id: "act-2",
        kind: "undo",
        undoes: "act-1",
        by: "Ines",
        from: "s1",
        into: "m1",
        articleIds: ["x"],
        at: at(11),
      };
      await db.transaction(async (tx) => {
        await holdStories(tx);
        await addEditorAct(tx, undo);
      });
      expect((await latestEditorActs(db, 5, "m1")).map(({ id, undone }) => [id, undone])).toEqual([
        ["act-2", false],
        ["act-1", true],
      ]);
      expect(await latestEditorActs(db, 5, "s2")).toEqual([]);
      expect((await findEditorAct(db, "act-1"))?.undone).toBe(true);
      expect((await listEditorActs(db, at(11))).map(({ id }) => id)).toEqual(["act-2"]);
    });

    it("keeps what readers reported until 90 days after its answer, and erases with the answer where they can be reached", async () => {
      const report = (id: string, hour: number): Report => ({
        id,
        storyId: "s1",
        revision: 2,
        sentence: "The ferry sank.",
        kind: "passage",
        words: "It floats.",
        contact: "reader@post.example",
        at: at(hour),
      });
      const { words: _, contact: __, ...bare } = report("r3", 10);
      const all = [bare, report("r2", 9), report("r1", 8)];
      for (const one of [...all].reverse()) await addReport(db, one);
      expect([await openReports(db, 9), await openReports(db, 1), await countOpenReports(db)]).toEqual([
        all,
        [bare],
        3,
      ]);
      const { contact: ___, ...erased } = report("r1", 8);
      expect(await answerReports(db, ["r1", "nobody"], "dismissed", at(12))).toEqual([erased]);
      expect(await answerReports(db, ["r1"], "corrected", at(13))).toEqual([]);
      expect((await openReports(db, 9)).map(({ id }) => id)).toEqual(["r3", "r2"]);
      await reopenReports(db, ["r1"]);
      expect((await openReports(db, 9)).at(-1)).toEqual(erased);
      await answerReports(db, ["r1"], "dismissed", at(12));
      const kept = async () =>
        (await db.query<{ id: string }>("select id from reports order by id")).map(({ id }) => id);
      await forgetAnsweredReports(db, "2027-02-18T12:00:00.000Z");
      expect(await kept()).toEqual(["r1", "r2", "r3"]);
      await forgetAnsweredReports(db, "2027-02-18T12:00:00.001Z");
      expect(await kept()).toEqual(["r2", "r3"]);
    });

    it("finds the corrections of a story, those of what became part of it among them, and none that was undone", async () => {
      const correct = (id: string, story: string, hour: number): EditorAct => ({
        id,
        kind: "correct",
        by: "Ines",
        from: story,
        into: story,
        articleIds: [],
        text: `Text of ${id}.`,
        at: at(hour),
      });
      const moves = await listEditorActs(db);
      for (const act of [
        correct("c1", "s1", 12),
        { ...correct("c2", "twin", 13), sentence: "It sank." },
        correct("c3", "s1", 14),
      ])
        await addEditorAct(db, act);
      await db.query("insert into stories (id, first_seen_at) values ('twin', now())");
      await mergeStory(db, "twin", "s1");
      const { text: _, ...undo } = correct("c4", "s1", 15);
      await addEditorAct(db, { ...undo, kind: "undo", undoes: "c3" });
      const [older, newer] = [
        { id: "c1", at: at(12), text: "Text of c1." },
        { id: "c2", at: at(13), text: "Text of c2.", sentence: "It sank." },
      ];
      expect(await correctionsOf(db, "s1")).toEqual([newer, older]);
      expect([...(await correctionsOfStories(db, ["s1", "m1"]))]).toEqual([["s1", [newer, older]]]);
      expect((await listOwnCorrections(db, 9)).map(({ id, storyId }) => [id, storyId])).toEqual([
        ["c2", "s1"],
        ["c1", "s1"],
      ]);
      // They move no article, so whoever follows the moves does not see them.
      expect(await listEditorActs(db)).toEqual(moves);
    });

    it("lets one at a time give articles to stories", async () => {
      const order: string[] = [];
      let held = () => {};
      const isHeld = new Promise<void>((resolve) => {
        held = resolve;
      });
      const first = db.transaction(async (tx) => {
        await holdStories(tx);
        held();
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push("first");
      });
      await isHeld;
      const second = db.transaction(async (tx) => {
        await holdStories(tx);
        order.push("second");
      });
      await Promise.all([first, second]);
      expect(order).toEqual(["first", "second"]);
    });

    it("knows who has signed in until that expires", async () => {
      await saveEditorSession(db, "old", { name: "Ines", expiresAt: at(5) }, at(1));
      expect(await findEditorSession(db, "old", at(4))).toEqual({ name: "Ines", expiresAt: at(5) });
      expect(await findEditorSession(db, "old", at(5))).toBeUndefined();
      await saveEditorSession(db, "new", { name: "Noor", expiresAt: at(9) }, at(6));
      expect(await getSetting(db, "editorSession:old")).toBeUndefined();
      await endEditorSessions(db, "other");
      expect((await findEditorSession(db, "new", at(6)))?.name).toBe("Noor");
      await endEditorSessions(db);
      expect(await findEditorSession(db, "new", at(6))).toBeUndefined();
    });

    it("keeps the first reply of each model to each ask, and sums what asking took", async () => {
      const reply = (text: string) => ({ text, cutOff: false, usage: { inputTokens: 6, outputTokens: 4, cost: 0.5 } });
      await saveReply(db, "m", "a", reply("first"), at(8));
      await saveReply(db, "m", "a", reply("second"), at(9));
      await saveReply(db, "other", "a", reply("other"), at(9));
      expect(await findReplies(db, "m", ["a", "b"])).toEqual(new Map([["a", reply("first")]]));
      const call = { model: "m", storyId: "s1", part: "what-happened" };
      await recordCall(db, { ...call, id: "1", at: at(8), outcome: "answered", usage: reply("").usage });
      const unanswered = { outcome: "model-timeout", usage: { inputTokens: 0, outputTokens: 0 } };
      await recordCall(db, { ...call, id: "2", at: at(9), ...unanswered });
      expect([await spentSince(db, at(8)), await spentSince(db, at(9)), await firstCallSince(db, at(7))]).toEqual([
        { calls: 2, failed: 1, stories: 1, tokens: 10, cost: 0.5 },
        { calls: 1, failed: 1, stories: 1, tokens: 0, cost: 0 },
        at(8),
      ]);
    });

    it("keeps the vectors of each model with their articles, and finds them by their text", async () => {
      const row = (articleId: string, textHash: string, ...values: number[]) => ({
        articleId,
        textHash,
        vector: Float32Array.from(values),
      });
      await saveVectors(db, "m", [row("v1", "x", 0.25, -1), row("v2", "y", 3, 4)], at(8));
      await saveVectors(db, "m", [row("v2", "z", 5, 6)], at(9));
      await saveVectors(db, "other", [row("v1", "x", 7)], at(9));
      expect(await findVectors(db, "m", ["x", "y", "z"])).toEqual(
        new Map([
          ["x", Float32Array.of(0.25, -1)],
          ["z", Float32Array.of(5, 6)],
        ]),
      );
    });

    it("counts how far the edition is", async () => {
      expect(await readProgress(db)).toEqual({
        feeds: 1,
        polled: 1,
        failing: 0,
        items: { waiting: 1, resting: 0, read: 3, skipped: 0 },
        articles: 5,
        stories: 2,
        written: 2,
        unassigned: 0,
        stale: 0,
      });
    });

    it("takes back all of a transaction that fails, and goes on", async () => {
      await expect(
        db.transaction(async (tx) => {
          await setSetting(tx, "half", 1);
          throw new Error("stop");
        }),
      ).rejects.toThrow("stop");
      expect(await getSetting(db, "half")).toBeUndefined();
      await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          db.transaction(async (tx) => {
            const before =
              (await tx.query<{ value: number }>("select value from settings where key = 'sum' for update"))[0]
                ?.value ?? 0;
            await setSetting(tx, db.kind === "pglite" ? "sum" : `sum${n}`, before + 1);
          }),
        ),
      );
      if (db.kind === "pglite") expect(await getSetting(db, "sum")).toBe(40);
    });

    it("does every job that is sent, an id queued twice once", async () => {
      const queue = await openQueue(opened.store);
      const done: string[] = [];
      await queue.send("write-story", ["s1", "s2", "s1"]);
      await queue.send("write-story", ["s2"]);
      await queue.work("write-story", async (ids) => {
        done.push(...ids);
      });
      await expect.poll(() => done.length, { timeout: 8_000 }).toBe(2);
      expect(done.sort()).toEqual(["s1", "s2"]);
      await queue.stop();
    }, 20_000);
  });
}
