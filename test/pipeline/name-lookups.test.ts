import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { Fetcher } from "../../src/fetch/fetcher.ts";
import { loadLearned } from "../../src/learned.ts";
import type { NameQuery } from "../../src/model/encyclopaedia.ts";
import { outletRegister } from "../../src/model/outlet.ts";
import { annotate } from "../../src/pipeline/annotate.ts";
import { composeWith } from "../../src/pipeline/compose-briefing.ts";
import type { WikimediaAddresses } from "../../src/pipeline/look-up-name.ts";
import { lookupPace, startNameLookups } from "../../src/pipeline/name-lookups.ts";
import type { PipelineContext } from "../../src/pipeline/pipeline-context.ts";
import { writeStory } from "../../src/pipeline/write-story.ts";
import { saveArticle } from "../../src/store/articles.ts";
import { latestBriefing } from "../../src/store/briefings.ts";
import { countLookups, findNameArticles, saveWishes } from "../../src/store/name-lookups.ts";
import { saveOutlet } from "../../src/store/outlets.ts";
import { saveAssignments, staleStories } from "../../src/store/stories.ts";
import { extractiveEngine } from "../../src/write/engines/extractive-engine.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { type Answering, type LoopbackServer, serve, status, testFetcher } from "../fetch/loopback.ts";

/* No encyclopaedia is asked here: a server on loopback speaks the shapes of Wikidata's action API and Wikipedia's REST API. */

const venn: NameQuery = { name: "Mara Venn", type: "PER", language: "en" };
const at = "2026-11-20T12:00:00.000Z";
const item = (id: string, description?: string, text = "Mara Venn") => ({
  id,
  title: id,
  pageid: 1,
  label: text,
  ...(description !== undefined && { description }),
  match: { type: "label", language: "en", text },
});
const searchOf = (...items: object[]) =>
  JSON.stringify({ searchinfo: { search: "Mara Venn" }, search: items, success: 1 });
const titlesOf = (titles: Readonly<Record<string, string>>) =>
  JSON.stringify({
    entities: Object.fromEntries(
      Object.entries(titles).map(([id, title]) => [
        id,
        { type: "item", id, sitelinks: { enwiki: { site: "enwiki", title, badges: [] } } },
      ]),
    ),
    success: 1,
  });
const summaryOf = (fields: object = {}) =>
  JSON.stringify({
    type: "standard",
    title: "Mara Venn",
    displaytitle: "<span>Mara Venn</span>",
    namespace: { id: 0, text: "" },
    wikibase_item: "Q1",
    lang: "en",
    description: "Kestrian dam engineer",
    extract:
      "Mara Venn is a Kestrian engineer of the Tern Authority. She built the dam on the river Orrel above Lindmar.",
    extract_html: "<p><b>Mara Venn</b> is a Kestrian engineer.</p>",
    content_urls: { desktop: { page: "javascript:alert(1)" } },
    ...fields,
  });

interface Script {
  readonly search?: Answering | string;
  readonly titles?: Answering | string;
  readonly summary?: Answering | string;
}

/** A Wikidata and a Wikipedia in one, with who asked. */
async function encyclopaedia({
  search = searchOf(item("Q1", "Kestrian engineer")),
  titles = titlesOf({ Q1: "Mara Venn" }),
  summary = summaryOf(),
}: Script): Promise<LoopbackServer & { readonly agents: Set<string> }> {
  const agents = new Set<string>();
  const answer: Answering = (request, response) => {
    agents.add(String(request.headers["user-agent"]));
    const url = request.url ?? "";
    const page = url.includes("wbsearchentities") ? search : url.includes("wbgetentities") ? titles : summary;
    if (typeof page === "function") return page(request, response);
    response.writeHead(200, { "content-type": "application/json" }).end(page);
  };
  return { ...(await serve({ "*": answer })), agents };
}

describe("looking up names", () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openEmbedded();
  }, 60_000);
  afterAll(() => test.drop(), 60_000);
  beforeEach(async () => {
    for (const table of ["name_lookups", "name_wishes", "stories", "articles", "briefings", "story_entities"])
      await test.store.db.query(`delete from ${table}`);
  });

  /** Looks up what is due in an encyclopaedia that answers as told, until nothing waits or it has failed. */
  async function lookUp(script: Script, { pace = {}, now = at, timeoutMs = 2_000 } = {}) {
    const server = await encyclopaedia(script);
    const addresses: WikimediaAddresses = { wikidata: server.url, wikipedia: () => server.url };
    const client = testFetcher({ timeoutMs, robots: true });
    const times: number[] = [];
    const fetcher: Fetcher = {
      get(url, request) {
        times.push(performance.now());
        return client.get(url, request);
      },
      close: () => client.close(),
    };
    const lookups = startNameLookups(
      { store: test.store, fetcher, now: () => new Date(now) },
      { addresses, pace: { ...lookupPace, betweenRequests: 1, idle: 10, ...pace } },
    );
    onTestFinished(() => lookups.stop());
    const underWay = new Date(Date.parse(now) + lookupPace.afterFailure).toISOString();
    const open = async () => {
      const sql = "select 1 from name_lookups where due_at <= $1 or due_at = $2";
      return (await test.store.db.query(sql, [now, underWay])).length > 0;
    };
    for (let tries = 0; tries < 300 && (await open()); tries++) await pause(10);
    await lookups.stop();
    return { ...server, times };
  }
  const rows = () =>
    test.store.db.query(
      "select name, outcome, failures, due_at as due, articles is not null as known from name_lookups",
    );

  it("asks Wikidata who goes by the name, and Wikipedia for the article, under our own name", async () => {
    await saveWishes(test.store.db, "s", [venn], at);
    const server = await lookUp({});
    expect(server.asked).toEqual([
      "/w/api.php?action=wbsearchentities&search=Mara+Venn&language=en&uselang=en&type=item&limit=20&format=json&maxlag=5",
      "/w/api.php?action=wbgetentities&ids=Q1&props=sitelinks&sitefilter=enwiki&format=json&maxlag=5",
      "/api/rest_v1/page/summary/Mara_Venn",
    ]);
    expect([...server.agents]).toEqual(["Backstory/0 (test; reader@desk.example)"]);
    expect(await findNameArticles(test.store.db, "en", ["Mara Venn"], at)).toEqual([
      {
        ...venn,
        asOf: "2026-11-20",
        articles: [
          {
            title: "Mara Venn",
            description: "Kestrian dam engineer",
            extract:
              "Mara Venn is a Kestrian engineer of the Tern Authority. She built the dam on the river Orrel above Lindmar.",
            // Made of its title: no address is taken from an answer.
            url: `${server.url}/wiki/Mara_Venn`,
          },
        ],
      },
    ]);
  });

  it("is asked for a month later again, and not before", async () => {
    await saveWishes(test.store.db, "s", [venn], at);
    await lookUp({});
    expect(await rows()).toEqual([
      { name: "Mara Venn", outcome: "found", failures: 0, due: "2026-12-20T12:00:00.000Z", known: true },
    ]);
    expect((await lookUp({}, { now: "2026-12-19T12:00:00.000Z" })).asked).toEqual([]);
    await findNameArticles(test.store.db, "en", ["Mara Venn"], "2026-12-20T12:00:01.000Z");
    await lookUp({ summary: summaryOf({ description: "Former dam engineer" }) }, { now: "2026-12-20T12:00:01.000Z" });
    const [found] = await findNameArticles(test.store.db, "en", ["Mara Venn"], at);
    expect([found?.asOf, found?.articles[0]?.description]).toEqual(["2026-12-20", "Former dam engineer"]);
  });

  const slow: Answering = () => {};
  it.each<[string, Script, string]>([
    ["nobody goes by the name", { search: searchOf() }, "no-such-name"],
    [
      "another name only begins like it",
      { search: searchOf(item("Q1", "Kestrian engineer", "Mara Vennberg")) },
      "no-such-name",
    ],
    ["the name is of a film", { search: searchOf(item("Q1", "1971 film by Anselm Ruyk")) }, "no-such-kind"],
    ["it is a page of namesakes", { search: searchOf(item("Q1", "Wikimedia disambiguation page")) }, "no-such-kind"],
    ["the summary is of a page of namesakes", { summary: summaryOf({ type: "disambiguation" }) }, "no-article"],
    ["the summary is of somebody else", { summary: summaryOf({ wikibase_item: "Q2" }) }, "no-article"],
    ["no article is there", { titles: titlesOf({}) }, "no-article"],
    [
      "five of a kind go by it",
      { search: searchOf(...[1, 2, 3, 4, 5].map((n) => item(`Q${n}`, "Kestrian engineer"))) },
      "too-many",
    ],
    ["the article is gone", { summary: status(404) }, "http-404"],
    ["we ask too much", { search: status(429, { "retry-after": "7200" }) }, "http-429"],
    ["the server has a fault", { titles: status(500) }, "http-500"],
    ["the answer takes too long", { search: slow }, "timeout"],
    ["the answer is cut off", { search: '{"search":[{"id":"Q1","lab' }, "unreadable"],
    ["the answer is something else", { search: "<html><body>Log in</body></html>" }, "unreadable"],
    ["the interface reports an error", { search: '{"error":{"code":"ratelimited","info":"…"}}' }, "api-ratelimited"],
    ["an id is none", { search: searchOf(item("Q1|Q2&x=", "Kestrian engineer")) }, "unreadable"],
    [
      "the description is markup",
      { summary: summaryOf({ description: '<img src=x onerror="alert(1)"> engineer' }) },
      "unreadable",
    ],
    [
      "the description turns the line round",
      { summary: summaryOf({ description: "Kestrian \u202Eengineer" }) },
      "unreadable",
    ],
  ])("keeps by its name that %s", async (_, script, outcome) => {
    await saveWishes(test.store.db, "s", [venn], at);
    await lookUp(script, { timeoutMs: 100 });
    expect(await countLookups(test.store.db)).toEqual([{ outcome, count: 1 }]);
    expect(await findNameArticles(test.store.db, "en", ["Mara Venn"], at)).toEqual([]);
  });

  it("tries a failure again later each time, as late as the host asks, and keeps what it knew", async () => {
    await saveWishes(test.store.db, "s", [venn], at);
    await lookUp({});
    await test.store.db.query("update name_lookups set due_at = $1", [at]);
    await lookUp({ search: status(500) });
    const row = { name: "Mara Venn", outcome: "http-500", known: true };
    expect(await rows()).toEqual([{ ...row, failures: 1, due: "2026-11-20T13:00:00.000Z" }]);
    await lookUp({ search: status(500) }, { now: "2026-11-20T13:00:00.000Z" });
    expect(await rows()).toEqual([{ ...row, failures: 2, due: "2026-11-20T15:00:00.000Z" }]);
    await lookUp({ search: status(429, { "retry-after": "36000" }) }, { now: "2026-11-20T15:00:00.000Z" });
    expect(await rows()).toEqual([{ ...row, outcome: "http-429", failures: 3, due: "2026-11-21T01:00:00.000Z" }]);
  });

  it("rests after a failure, so that the next name is not asked for at once", async () => {
    await saveWishes(test.store.db, "s", [venn, { ...venn, name: "Isolde Tarn" }], at);
    const server = await encyclopaedia({ search: status(500) });
    const lookups = startNameLookups(
      { store: test.store, fetcher: testFetcher(), now: () => new Date(at) },
      { addresses: { wikidata: server.url, wikipedia: () => server.url }, pace: { ...lookupPace, betweenRequests: 1 } },
    );
    await pause(300);
    await lookups.stop();
    expect(server.asked).toHaveLength(1);
  });

  it("leaves a pause between any two requests", async () => {
    await saveWishes(test.store.db, "s", [venn, { ...venn, name: "Isolde Tarn" }], at);
    const { times } = await lookUp({}, { pace: { betweenRequests: 60 } });
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses.length).toBeGreaterThan(2);
    // A timer may fire a millisecond early.
    expect(Math.min(...pauses)).toBeGreaterThan(58);
  });

  it("never asks for a private person of a story of crime", () => {
    const learned = loadLearned();
    const undescribed = (text: string) => {
      const articles = ["Beacon", "Courier"].map((outlet) => ({
        id: outlet,
        outlet,
        title: text,
        text: `${text} on Monday, the town of Lindmar said.`,
        publishedAt: at,
        language: "en",
      }));
      const annotations = new Map(articles.map((article) => [article.id, annotate(article, learned)]));
      const story = {
        storyId: "s",
        articles,
        annotations,
        copies: new Map(),
        outlets: outletRegister([]),
        language: "en",
        now: at,
      };
      return composeWith(extractiveEngine, story, learned, new Map()).undescribed.map(({ name }) => name);
    };
    expect(undescribed("Mara Venn opened the new bridge")).toContain("Mara Venn");
    expect(undescribed("Mara Venn was murdered at the new bridge")).not.toContain("Mara Venn");
  });

  it("gives a written page its card later, with source, licence and date", async () => {
    const { db } = test.store;
    const text =
      "In Lindmar on Monday a report by Mara Venn of the Tern Authority said that the dam on the Orrel in Kestria needs a higher wall.";
    const learned = loadLearned();
    for (const [index, outlet] of ["Beacon", "Courier", "Gazette"].entries()) {
      await saveOutlet(db, { id: outlet, name: outlet, family: outlet, kind: "newspaper", use: "text" }, "user");
      const article = {
        id: `a${index}`,
        outlet,
        url: `https://outlet.example/${index}`,
        title: "Mara Venn warns of weak dam",
        text: `${text} ${["It was read out at noon.", "The council heard it in silence.", "No one objected to what it found."][index]}`,
        publishedAt: "2026-11-20T10:00:00.000Z",
        language: "en",
      };
      await saveArticle(db, { article, annotation: annotate(article, learned), outletId: outlet }, at);
    }
    await saveAssignments(
      db,
      ["a0", "a1", "a2"].map((articleId) => ({ articleId, storyId: "s" })),
      at,
    );
    const { config } = loadConfig(undefined, {});
    const context: PipelineContext = {
      store: test.store,
      fetcher: testFetcher(),
      workers: {
        warm() {},
        read: () => Promise.reject(),
        write: async (story, answers) =>
          composeWith(extractiveEngine, { ...story, outlets: outletRegister(story.outlets) }, learned, answers),
        close: async () => {},
      },
      config: { ...config, stories: { minArticles: 2, minOrigins: 2 } },
      now: () => new Date(at),
    };
    const cards = async () => {
      const topics = (await latestBriefing(db, "s"))?.sections.find(({ kind }) => kind === "topics");
      return topics?.kind === "topics" ? topics.entities.filter(({ name }) => name === "Mara Venn") : [];
    };
    await writeStory(context, "s");
    expect([await cards(), await staleStories(db, 9)]).toEqual([[], []]);
    const { url } = await lookUp({
      search: (request, response) =>
        response.end(request.url?.includes("Mara+Venn") ? searchOf(item("Q1", "Kestrian engineer")) : searchOf()),
    });
    expect(await staleStories(db, 9)).toEqual(["s"]);
    await writeStory(context, "s");
    expect(await cards()).toEqual([
      {
        entityId: "local:mara-venn",
        name: "Mara Venn",
        type: "PER",
        description: "Kestrian dam engineer",
        asOf: "2026-11-20",
        source: { kind: "wikipedia", url: `${url}/wiki/Mara_Venn`, licence: "CC BY-SA 4.0" },
      },
    ]);
    // Switched off, nothing found before is shown either.
    await db.query("update stories set change = change + 1");
    await writeStory({ ...context, config: { ...context.config, knowledge: { online: false } } }, "s");
    expect(await cards()).toEqual([]);
  });
});
