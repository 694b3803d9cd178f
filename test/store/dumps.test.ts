import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyAnnotation } from "../../src/model/annotation.ts";
import { unknownOutlet } from "../../src/model/outlet.ts";
import { getArticles, saveArticle } from "../../src/store/articles.ts";
import { keptDumps, restoreDump, writeDump } from "../../src/store/dumps.ts";
import { listOutlets, saveOutlet } from "../../src/store/outlets.ts";
import { indexStory, searchStories } from "../../src/store/search.ts";
import { saveAssignments, setStoryFacts, storyArticleIds } from "../../src/store/stories.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";

const now = new Date("2026-11-24T08:00:00.000Z");
const file = join(tmpdir(), `backstory-dump-${process.pid}.jsonl.gz`);

describe("a dump", () => {
  let from: TestStore;
  let into: TestStore;
  beforeAll(async () => {
    [from, into] = await Promise.all([openEmbedded(), openEmbedded()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([from.drop(), into.drop()]);
    rmSync(file, { force: true });
  }, 60_000);

  it("holds every row, and brings them all back into an empty store, ready to be searched", async () => {
    const { db } = from.store;
    const ids = Array.from({ length: 250 }, (_, n) => `a${String(n).padStart(3, "0")}`);
    await saveOutlet(db, unknownOutlet("The Beacon"), "user");
    for (const id of ids) {
      const article = {
        id,
        outlet: "The Beacon",
        title: `“${id}”`,
        text: "The dam broke.\nWater came.",
        publishedAt: now.toISOString(),
        language: "en",
      };
      const annotation = emptyAnnotation(id, "en");
      await saveArticle(db, { article, annotation, outletId: "the-beacon" }, now.toISOString());
    }
    await saveAssignments(
      db,
      ids.map((articleId) => ({ articleId, storyId: "s1" })),
      now.toISOString(),
    );
    const facts = {
      headline: "Dam",
      slug: "dam",
      standfirst: "",
      language: "en",
      subject: "world",
      rank: 1,
      articles: 250,
      outlets: 1,
      origins: 1,
    };
    const time = now.toISOString();
    await setStoryFacts(db, "s1", { ...facts, firstSeenAt: time, newestAt: time, writtenAt: time, change: 1 });
    await indexStory(db, "s1", "The dam broke", "en");
    expect(await writeDump(db, file, now)).toBe(252);
    expect(await restoreDump(into.store.db, file)).toBe(252);
    expect(await getArticles(into.store.db, ids)).toEqual(await getArticles(db, ids));
    expect(await listOutlets(into.store.db)).toEqual(await listOutlets(db));
    expect(await storyArticleIds(into.store.db, "s1")).toEqual(ids);
    expect((await searchStories(into.store.db, "broken dams", { limit: 1 })).map(({ id }) => id)).toEqual(
      (await searchStories(db, "broken dams", { limit: 1 })).map(({ id }) => id),
    );
  }, 60_000);

  it("that is cut short, foreign or newer is refused in one line", async () => {
    const broken = `${file}.broken`;
    writeFileSync(broken, readFileSync(file));
    truncateSync(broken, 2000);
    await expect(restoreDump(into.store.db, broken)).rejects.toThrow("cannot be read as a dump");
    writeFileSync(broken, gzipSync('{"hello":1}\n'));
    await expect(restoreDump(into.store.db, broken)).rejects.toThrow("is no dump of Backstory");
    writeFileSync(broken, gzipSync('{"backstory":"dump","schema":999}\n'));
    await expect(restoreDump(into.store.db, broken)).rejects.toThrow("newer version");
    rmSync(broken);
    await expect(restoreDump(into.store.db, broken)).rejects.toThrow("There is no file");
  });
});

describe("keptDumps", () => {
  const hourly = Array.from({ length: 24 * 40 }, (_, hours) => ({
    name: `h${hours}`,
    at: now.getTime() - hours * 3_600_000,
    bytes: 10,
  }));

  it("keeps three hourly, seven daily and four weekly ones", () => {
    expect(keptDumps(hourly, now, 1e9).map(({ name }) => name)).toEqual([
      "h0",
      "h1",
      "h2",
      "h24",
      "h48",
      "h72",
      "h96",
      "h120",
      "h144",
      "h168",
      "h336",
      "h504",
    ]);
  });

  it("keeps fewer where they would take more of the disk than they may, but always the newest", () => {
    expect(keptDumps(hourly, now, 35).map(({ name }) => name)).toEqual(["h0", "h1", "h2"]);
    expect(keptDumps(hourly, now, 1).map(({ name }) => name)).toEqual(["h0"]);
  });
});
