import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { loadLearned } from "../../src/learned.ts";
import type { Outlet } from "../../src/model/outlet.ts";
import type { PipelineContext } from "../../src/pipeline/pipeline-context.ts";
import { articleIdOf, pollFeed } from "../../src/pipeline/poll-feed.ts";
import { type ReadRequest, readArticle } from "../../src/pipeline/read-article.ts";
import { readItems } from "../../src/pipeline/read-item.ts";
import { openStoryAssigner } from "../../src/pipeline/story-assigner.ts";
import { findFeed, saveFeed } from "../../src/store/feeds.ts";
import { listOptOuts } from "../../src/store/opt-outs.ts";
import { saveOutlet } from "../../src/store/outlets.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { type Answering, serve, status, testFetcher } from "../fetch/loopback.ts";

const learned = loadLearned();
const summary =
  "The ferry from Port Alder did not sail on Monday because the pilots would not board it, the harbour office said.";
const page = (head = "") =>
  `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>The ferry</h1>${`<p>${summary}</p>`.repeat(5)}</article></body></html>`;

let test: TestStore;
beforeAll(async () => {
  test = await openEmbedded();
}, 60_000);
afterAll(() => test.drop());

interface Edition {
  readonly context: PipelineContext;
  readonly poll: (signal?: AbortSignal) => ReturnType<typeof pollFeed>;
  readonly items: () => Promise<{ id: string; status: string; reason: string | null; doc: Record<string, unknown> }[]>;
  readonly articles: () => Promise<Record<string, unknown>[]>;
  later(ms: number): void;
}

/** An edition of one outlet whose feed has one item, with this at its address. */
async function edition(
  answer: Answering | string,
  {
    use = "text" as Outlet["use"],
    read = (request: ReadRequest) => readArticle(request, learned),
    timeoutMs = 2_000,
  } = {},
): Promise<Edition> {
  const { store } = test;
  const { db } = store;
  for (const table of ["feeds", "outlets", "items", "articles", "stories", "opt_outs"])
    await db.query(`delete from ${table}`);
  const server = await serve({
    "/feed": (_request, response) => {
      response.end(
        `<rss version="2.0"><channel><title>Gazette</title><item><guid>1</guid><link>${server.url}/ferry</link>
         <title>The ferry stays in port at Alder</title><description>${summary}</description>
         <pubDate>Mon, 16 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>`,
      );
    },
    "/ferry": (request, response) => {
      response.setHeader("content-type", "text/html");
      if (typeof answer === "string") response.end(answer);
      else answer(request, response);
    },
  });
  const gazette: Outlet = { id: "gazette", name: "Gazette", family: "gazette", kind: "newspaper", use };
  await saveOutlet(db, gazette, "user");
  await saveFeed(db, { id: "f", outletId: "gazette", url: `${server.url}/feed`, status: "active" });
  let now = Date.parse("2026-11-17T06:00:00Z");
  const clock = () => new Date(now);
  const context: PipelineContext = {
    store,
    fetcher: testFetcher({ timeoutMs, now: clock }),
    workers: {
      warm() {},
      read: async (request) => read(request),
      write: () => Promise.reject(),
      close: async () => {},
    },
    config: loadConfig(undefined, {}).config,
    now: clock,
  };
  return {
    context,
    poll: (signal) => pollFeed(context, "f", signal),
    items: () => db.query("select id, status, skip_reason as reason, doc from items"),
    articles: async () =>
      (await db.query<{ doc: Record<string, unknown> }>("select doc from articles")).map(({ doc }) => doc),
    later(ms) {
      now += ms;
    },
  };
}

async function pollAndRead({ context, poll }: Edition): Promise<void> {
  await readItems(context, (await poll())?.newItems ?? []);
}

describe("an item", () => {
  it("becomes the article of its page", async () => {
    const one = await edition(page());
    await pollAndRead(one);
    const [article] = await one.articles();
    expect([article?.textFrom, article?.withoutPage, (await one.items())[0]?.status]).toEqual([
      "page",
      undefined,
      "read",
    ]);
  });

  it("of an outlet that is only linked to keeps title, address and time, and no other word", async () => {
    const one = await edition(page(), { use: "link-only" });
    const ids = (await one.poll())?.newItems ?? [];
    const [waiting] = await one.items();
    await readItems(one.context, ids);
    const [article] = await one.articles();
    expect(Object.keys(waiting?.doc ?? {}).sort()).toEqual(["authors", "id", "publishedAt", "tags", "title", "url"]);
    expect(article).toEqual({
      id: ids[0],
      outlet: "Gazette",
      title: "The ferry stays in port at Alder",
      text: "The ferry stays in port at Alder",
      textFrom: "title",
      publishedAt: "2026-11-16T08:00:00.000Z",
      language: "en",
      url: expect.stringMatching(/\/ferry$/),
    });
    expect(JSON.stringify([article, await one.items()])).not.toContain("pilots");
    await (await openStoryAssigner(one.context)).assignWaiting();
    expect(await one.context.store.db.query("select count(*) as count from articles where story_id is null")).toEqual([
      { count: 0 },
    ]);
  });

  it("whose host asks to be left alone for long rests, by name, and is read at a poll after that", async () => {
    let busy = true;
    const one = await edition((_request, response) => {
      if (busy) response.writeHead(429, { "retry-after": "3600" }).end();
      else response.end(page());
    });
    await pollAndRead(one);
    const resting = (await one.items()).map(({ status, reason }) => [status, reason]);
    busy = false;
    one.later(1_800_000);
    await pollAndRead(one);
    const still = (await one.items()).map(({ status, reason }) => [status, reason]);
    one.later(1_900_000);
    await pollAndRead(one);
    const read = (await one.items()).map(({ status, reason }) => [status, reason]);
    expect([resting, still, read]).toEqual([[["resting", "http-429"]], [["resting", "http-429"]], [["read", null]]]);
    expect((await one.articles())[0]?.textFrom).toBe("page");
  });

  it("that would rest for more than a day is read from the feed's own words, and says why", async () => {
    const one = await edition((_request, response) => response.writeHead(503, { "retry-after": "90000" }).end());
    await one.poll();
    one.later(1_000);
    await readItems(one.context, [(await one.items())[0]?.id ?? ""]);
    expect(await one.articles()).toMatchObject([{ text: summary, textFrom: "excerpt", withoutPage: "http-503" }]);
  });

  it("whose page does not come in time is read from the feed's own words, and says why", async () => {
    const one = await edition(() => {}, { timeoutMs: 300 });
    await pollAndRead(one);
    expect(await one.articles()).toMatchObject([{ text: summary, textFrom: "excerpt", withoutPage: "timeout" }]);
  });

  it("whose page kills its reading thread is read from the feed's own words, and says why", async () => {
    const skip = { stage: "extract", reason: "reading-timeout", detail: "Reading it took too long." } as const;
    const one = await edition(page(), { read: (request) => (request.page ? { skip } : readArticle(request, learned)) });
    await pollAndRead(one);
    expect(await one.articles()).toMatchObject([{ text: summary, withoutPage: "reading-timeout" }]);
  });

  it.each([
    ["its HTML", page('<meta name="tdm-reservation" content="1">'), {}],
    ["its headers", page(), { "tdm-reservation": "1" }],
  ])(
    "whose page opts out in %s is read from the feed's own words, and the opt-out is kept",
    async (_, html, headers) => {
      const one = await edition((_request, response) => response.writeHead(200, headers).end(html));
      await pollAndRead(one);
      expect(await one.articles()).toMatchObject([{ text: summary, withoutPage: "tdm-reservation" }]);
      expect(await listOptOuts(one.context.store.db, "gazette")).toEqual([
        {
          outletId: "gazette",
          reason: "tdm-reservation",
          url: expect.stringMatching(/\/ferry$/),
          seenAt: "2026-11-17T06:00:00.000Z",
        },
      ]);
    },
  );

  it("that is called off while its page is asked for waits for the next start, promptly", async () => {
    const one = await edition(() => {}, { timeoutMs: 60_000 });
    const ids = (await one.poll())?.newItems ?? [];
    const began = performance.now();
    await readItems(one.context, ids, AbortSignal.timeout(100));
    expect([(await one.items()).map(({ status }) => status), await one.articles()]).toEqual([["waiting"], []]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("that is called off between two attempts waits, too", async () => {
    const one = await edition(status(500));
    const ids = (await one.poll())?.newItems ?? [];
    const began = performance.now();
    await readItems(one.context, ids, AbortSignal.timeout(300));
    expect([(await one.items()).map(({ status }) => status), performance.now() - began < 900]).toEqual([
      ["waiting"],
      true,
    ]);
  });
});

describe("a poll", () => {
  it("that is called off is no failure of its feed", async () => {
    const one = await edition(page());
    const before = await findFeed(one.context.store.db, "f");
    expect([await one.poll(AbortSignal.abort()), await findFeed(one.context.store.db, "f")]).toEqual([
      undefined,
      before,
    ]);
  });
});

describe("the id of an article", () => {
  const item = { id: "g-1", url: "https://gazette.example/ferry?utm_source=rss" };

  it("is one for one address, in whichever feed of whichever outlet it stands: one page is one article", () => {
    const again = { id: "7", url: "https://gazette.example/ferry" };
    expect(articleIdOf({ id: "gazette", use: "text" }, item)).toBe(
      articleIdOf({ id: "digest", use: "feed-only" }, again),
    );
  });

  it("is another one for a mere link to the address, which does not stand in the article's way", () => {
    expect(articleIdOf({ id: "gazette", use: "text" }, item)).not.toBe(
      articleIdOf({ id: "digest", use: "link-only" }, item),
    );
  });

  it("is one an outlet where there is no address", () => {
    const ids = ["gazette", "digest"].map((id) => articleIdOf({ id, use: "text" }, { id: "g-1" }));
    expect(new Set(ids).size).toBe(2);
  });
});
