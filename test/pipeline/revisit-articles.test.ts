import { afterAll, beforeAll, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { Outlet } from "../../src/model/outlet.ts";
import type { PipelineContext } from "../../src/pipeline/pipeline-context.ts";
import { pollFeed } from "../../src/pipeline/poll-feed.ts";
import { readItems } from "../../src/pipeline/read-item.ts";
import { revisitArticles } from "../../src/pipeline/revisit-articles.ts";
import { openStoryAssigner } from "../../src/pipeline/story-assigner.ts";
import { openWorkPool, type WorkPool } from "../../src/pipeline/work-pool.ts";
import { writeStory } from "../../src/pipeline/write-story.ts";
import { latestBriefing } from "../../src/store/briefings.ts";
import { saveFeed } from "../../src/store/feeds.ts";
import { saveOutlet } from "../../src/store/outlets.ts";
import { staleStories } from "../../src/store/stories.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { serve, testFetcher } from "../fetch/loopback.ts";

const hourMs = 3_600_000;
let test: TestStore;
let workers: WorkPool;
beforeAll(async () => {
  workers = openWorkPool(1);
  test = await openEmbedded();
}, 120_000);
afterAll(async () => {
  await workers.close();
  await test.drop();
});

const first = "Two of the four pilots of Port Alder were ill on Monday, and the ferry to the islands stayed in port.";
const others = [
  "The harbour office said that it would pay for a pilot from Corvale until the end of the month.",
  "Tove Marr, who runs the island's shop, said that bread would be short by Wednesday.",
  "The ferry carries 212 people and thirty cars, and crosses four times a day in winter.",
];
const article = (sentences: readonly string[]) =>
  `<!doctype html><html lang="en"><body><article><h1>The ferry stays in port at Alder</h1>${sentences.map((one) => `<p>${one}</p>`).join("")}</article></body></html>`;

it("asks again for what a page cites, reads anew what changed, and says what is gone once it is sure", async () => {
  const { store } = test;
  const { db } = store;
  let answer: string | undefined = article([first, ...others]);
  const server = await serve({
    "/feed": (_request, response) => {
      response.end(
        `<rss version="2.0"><channel><title>Gazette</title><item><guid>1</guid><link>${server.url}/ferry</link>
         <title>The ferry stays in port at Alder</title><pubDate>Mon, 16 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>`,
      );
    },
    "/ferry": (_request, response) => {
      response.writeHead(answer === undefined ? 404 : 200, { "content-type": "text/html" }).end(answer);
    },
  });
  const gazette: Outlet = { id: "gazette", name: "Gazette", family: "gazette", kind: "newspaper", use: "text" };
  await saveOutlet(db, gazette, "user");
  await saveFeed(db, { id: "f", outletId: "gazette", url: `${server.url}/feed`, status: "active" });
  let now = Date.parse("2026-11-16T09:00:00Z");
  const clock = () => new Date(now);
  const context: PipelineContext = {
    store,
    fetcher: testFetcher({ now: clock }),
    workers,
    config: loadConfig(undefined, { BACKSTORY_STORIES_MIN_ARTICLES: "1", BACKSTORY_STORIES_MIN_ORIGINS: "1" }).config,
    now: clock,
  };
  await readItems(context, (await pollFeed(context, "f"))?.newItems ?? []);
  await (await openStoryAssigner(context)).assignWaiting();
  const [storyId = ""] = await staleStories(db, 1);
  /** Asks again so many hours later, and writes the page if it is to be written. */
  const after = async (hours: number) => {
    now += hours * hourMs;
    const found = await revisitArticles(context);
    const stale = await staleStories(db, 9);
    for (const id of stale) await writeStory(context, id);
    const page = await latestBriefing(db, storyId);
    return {
      found,
      revision: page?.revision,
      revisited: page?.sources[0]?.revisited,
      cites: JSON.stringify(page?.sections),
    };
  };
  await writeStory(context, storyId);
  const before = await latestBriefing(db, storyId);
  expect(JSON.stringify(before?.sections)).toContain(first);

  expect((await after(1)).found, "nothing is due yet").toEqual({ asked: 0, changed: 0, gone: 0 });
  expect(await after(5)).toMatchObject({ found: { asked: 1, changed: 0, gone: 0 }, revision: 1 });

  const corrected = first.replace("Two of the four", "Three of the four");
  answer = article([corrected, ...others]);
  const changed = await after(24);
  expect(changed).toMatchObject({
    found: { asked: 1, changed: 1, gone: 0 },
    revision: 2,
    revisited: { at: "2026-11-17T15:00:00.000Z", found: "changed" },
  });
  expect([changed.cites.includes(first), changed.cites.includes(corrected)]).toEqual([false, true]);

  answer = undefined;
  expect(await after(48)).toMatchObject({ found: { asked: 1, changed: 0, gone: 0 }, revision: 2 });
  const gone = await after(2);
  expect(gone).toMatchObject({
    found: { asked: 1, changed: 0, gone: 1 },
    revision: 3,
    revisited: { at: "2026-11-19T17:00:00.000Z", found: "gone" },
  });
  expect(gone.cites).toContain(corrected);

  answer = article([corrected, ...others]);
  const back = await after(96);
  expect([back.found, back.revisited]).toEqual([{ asked: 1, changed: 0, gone: 0 }, undefined]);
  expect((await after(200)).found, "four visits are enough").toEqual({ asked: 0, changed: 0, gone: 0 });
}, 180_000);
