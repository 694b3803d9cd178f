import { Hono } from "hono";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../../src/model/briefing.ts";
import { showQuestion, showRevision, showRevisions, showStory } from "../../../src/serve/site/story-routes.tsx";
import { appendBriefing } from "../../../src/store/briefings.ts";
import { saveOutlet } from "../../../src/store/outlets.ts";
import { saveQuestions } from "../../../src/store/questions.ts";
import { mergeStory, setStoryFacts } from "../../../src/store/stories.ts";
import { openEmbedded, type TestStore } from "../../contract/stores.ts";
import { briefing, claim, loaded, outlets, site } from "./invented-story.ts";

let opened: TestStore;
let pages: Hono;

const slug = String(loaded.story.slug);
const home = `/story/${slug}-merle1`;
const pilots = "who-is-responsible-for-pilots-at-corvale";

beforeAll(async () => {
  opened = await openEmbedded();
  const { db } = opened.store;
  for (const outlet of outlets) await saveOutlet(db, outlet, "edition");
  const first: Briefing = {
    ...briefing,
    revision: 1,
    headline: claim("Ferry in distress off Corvale", "fact", "a1"),
    sources: briefing.sources.slice(0, 3),
  };
  for (const one of [first, { ...first, revision: 2 }, briefing]) await appendBriefing(db, one);
  await addStory("merle1", slug);
  await addStory("pilots9", "corvale-pilots-vote-to-strike");
  const asked = briefing.sections.find(({ kind }) => kind === "questions");
  if (asked?.kind === "questions") await saveQuestions(db, "merle1", asked.questions);
  // A story that became part of this one.
  await addStory("twin1", "a-ferry-aground");
  await mergeStory(db, "twin1", "merle1");
  await db.query("insert into stories (id, first_seen_at) values ('empty1', now())");

  const own = Object.create(site, { db: { value: db } });
  pages = new Hono();
  pages.get("/story/:address", (context) => showStory(context, own));
  pages.get("/story/:address/revisions", (context) => showRevisions(context, own));
  pages.get("/story/:address/revisions/:which", (context) => showRevision(context, own));
  pages.get("/story/:address/:question", (context) => showQuestion(context, own));
});
afterAll(() => opened.drop());

async function addStory(id: string, name: string): Promise<void> {
  const { db } = opened.store;
  await db.query("insert into stories (id, first_seen_at) values ($1, now())", [id]);
  await setStoryFacts(db, id, {
    headline: briefing.headline.text,
    slug: name,
    standfirst: briefing.standfirst.text,
    language: "en",
    subject: "world",
    rank: 1,
    articles: 9,
    outlets: 8,
    origins: 6,
    firstSeenAt: "2026-11-24T05:31:00.000Z",
    newestAt: "2026-11-24T11:20:00.000Z",
    writtenAt: briefing.writtenAt,
    change: 1,
  });
}

async function page(path: string): Promise<Document> {
  const answer = await pages.request(path);
  expect(answer.status, path).toBe(200);
  return parseHTML(await answer.text()).document as unknown as Document;
}

async function moved(path: string): Promise<[number, string | null]> {
  const answer = await pages.request(path);
  return [answer.status, answer.headers.get("location")];
}

const status = async (path: string) => (await pages.request(path)).status;

describe("a story's addresses", () => {
  it("show the newest version, with the outlets and stories it names as they stand", async () => {
    const shown = await page(home);
    expect(shown.querySelector("h1")?.textContent).toBe(briefing.headline.text);
    expect(shown.querySelector(".outlet-says small")?.textContent).toBe("newspaper, Ireland");
    expect(shown.querySelector(".stories a")?.getAttribute("href")).toBe(
      "/story/corvale-pilots-vote-to-strike-pilots9",
    );
    // A story that is gone stays named, and leads nowhere.
    expect(shown.querySelector("#questions")?.parentElement?.querySelector(".stories a")).toBeNull();
  });

  it("lead from a wrong or missing slug to the right one, for good", async () => {
    expect(await moved("/story/another-name-merle1")).toEqual([301, home]);
    expect(await moved("/story/merle1")).toEqual([301, home]);
  });

  it("lead from a merged story to the one it became, with its versions and questions", async () => {
    expect(await moved("/story/a-ferry-aground-twin1")).toEqual([301, home]);
    expect(await moved("/story/a-ferry-aground-twin1/revisions")).toEqual([301, `${home}/revisions`]);
    expect(await moved(`/story/a-ferry-aground-twin1/${pilots}`)).toEqual([301, `${home}/${pilots}`]);
    expect(await moved("/story/a-ferry-aground-twin1/never-asked")).toEqual([301, home]);
  });

  it("are not found where no story is, or none that has an article left", async () => {
    expect(
      await Promise.all(["/story/x", "/story/a-b-c", "/story/empty1", "/story/%00", "/story/-"].map(status)),
    ).toEqual([404, 404, 404, 404, 404]);
  });
});

describe("a story's versions", () => {
  it("are listed newest first, each with what changed since the one before", async () => {
    const links = [...(await page(`${home}/revisions`)).querySelectorAll(".revisions li a")];
    expect(links.map((link) => link.getAttribute("href")?.slice(home.length))).toEqual([
      "/revisions/3",
      "/revisions/2-3",
      "/revisions/2",
      "/revisions/1-2",
      "/revisions/1",
    ]);
  });

  it("can each be read as they were", async () => {
    const shown = await page(`${home}/revisions/1`);
    expect(shown.querySelector("h1")?.textContent).toBe("Ferry in distress off Corvale");
    expect(shown.querySelector(".older")?.textContent).toContain("Version 1");
  });

  it("can be compared, in either order", async () => {
    for (const which of ["1-3", "3-1"]) {
      const shown = await page(`${home}/revisions/${which}`);
      expect(shown.querySelector("del")?.textContent).toBe("Ferry in distress off Corvale");
      expect(shown.querySelector("ins")?.textContent).toBe(briefing.headline.text);
      expect(shown.querySelectorAll(".stories li").length).toBe(6);
    }
    expect((await page(`${home}/revisions/1-2`)).querySelector("main")?.textContent).toContain("No sentence changed.");
  });

  it("are not found where there is none, whatever is asked", async () => {
    const asked = ["4", "0", "-1", "1-9", "x", "1-", "99999999999", "1e3"];
    expect(new Set(await Promise.all(asked.map((which) => status(`${home}/revisions/${which}`))))).toEqual(
      new Set([404]),
    );
  });
});

describe("a question's page", () => {
  it("answers with passages, names whose they are, and leads to its story and the other questions", async () => {
    const shown = await page(`${home}/${pilots}`);
    expect(shown.querySelector("h1")?.textContent).toBe("Who is responsible for pilots at Corvale?");
    const link = shown.querySelector("a.claim");
    expect(shown.querySelector(`${link?.getAttribute("href")} blockquote`)?.textContent).toContain(
      "The port authority",
    );
    expect(shown.querySelector(".from-story a")?.getAttribute("href")).toBe(home);
    expect([...shown.querySelectorAll(".card a")].map((one) => one.getAttribute("href"))).toEqual([
      `${home}/how-many-people-were-hurt-on-the-merle`,
    ]);
    expect(await status(`${home}/never-asked`)).toBe(404);
  });
});
