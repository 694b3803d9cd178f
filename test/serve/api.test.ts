import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../src/serve/server.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, hostileId, siteOver } from "./filled-store.ts";
import { briefing } from "./site/invented-story.ts";

let opened: TestStore;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  server = createServer(siteOver(opened.store));
});
afterAll(() => opened.drop());

const ask = async (path: string) => (await server.request(`http://localhost/api/v1/${path}`)).json();
const storyIds = async (path: string) =>
  ((await ask(path)) as { stories: { id: string }[] }).stories.map(({ id }) => id);

const pilots = {
  id: "pilots9",
  url: "http://localhost/story/corvale-pilots-vote-to-strike-pilots9",
  headline: "Corvale pilots vote to strike <em>again</em> & again",
  standfirst: "Three outlets report this.",
  language: "en",
  subject: "business",
  articles: 3,
  outlets: 3,
  origins: 2,
  firstSeenAt: "2026-11-23T09:00:00.000Z",
  newestAt: "2026-11-23T12:00:00.000Z",
  writtenAt: "2026-11-23T12:30:00.000Z",
};

describe("the API", () => {
  it("tells how far the edition is", async () => {
    expect(await ask("progress")).toEqual({
      stage: "up to date",
      feeds: 3,
      polled: 2,
      failing: 1,
      articles: 11,
      stories: 3,
      written: 3,
      items: { waiting: 0, resting: 0, read: 0, skipped: 3 },
      unassigned: 0,
      stale: 0,
    });
  });

  it("lists stories by importance, and goes on where it stopped", async () => {
    expect(await ask("stories?limit=1")).toEqual({ stories: [expect.objectContaining({ id: "merle1" })], next: 1 });
    expect(await ask("stories?limit=1&offset=1")).toEqual({ stories: [pilots] });
  });

  it.each([
    ["stories", ["merle1", "pilots9"]],
    ["stories?all=true", ["merle1", "pilots9", "hostile1"]],
    ["stories?all=true&order=newest", ["merle1", "hostile1", "pilots9"]],
    ["stories?subject=business", ["pilots9"]],
    ["stories?language=de", []],
    ["stories?entity=local:ada-renn", ["merle1"]],
    [`stories?all=true&outlet=${hostileId}`, ["hostile1"]],
    ["search?q=pilot+strikes", ["pilots9"]],
    ["search?q=ferry+-merle", []],
  ])("answers %s", async (path, ids) => expect(await storyIds(path)).toEqual(ids));

  it("gives a story's page as the briefing it is, each citation with its W3C selectors", async () => {
    const { url, ...page } = (await ask("stories/merle1")) as Record<string, unknown>;
    expect(url).toBe("http://localhost/story/car-ferry-merle-runs-aground-off-corvale-merle1");
    expect(page).toMatchObject(JSON.parse(JSON.stringify(briefing)));
    const { headline } = page as { headline: { citations: unknown[] } };
    const [{ articleId, start, end, quote }] = briefing.headline.citations;
    expect(headline.citations[0]).toEqual({
      articleId,
      start,
      end,
      quote,
      selector: [
        { type: "TextQuoteSelector", exact: quote },
        { type: "TextPositionSelector", start, end },
      ],
    });
  });

  it("gives an older revision, and lists them all", async () => {
    expect(await ask("stories/merle1?revision=3")).toMatchObject({ revision: 3 });
    expect(await ask("stories/merle1?revision=2")).toEqual({
      error: { code: "not-found", message: 'The story "merle1" does not have a revision 2.' },
    });
    expect(await ask("stories/merle1/revisions")).toEqual({
      storyId: "merle1",
      revisions: [
        {
          revision: 3,
          writtenAt: "2026-11-24T11:30:00.000Z",
          headline: "Car ferry Merle runs aground off Corvale with 212 people on board",
          sources: 9,
        },
      ],
    });
  });

  it("leads from a merged story to the one it is part of", async () => {
    const answer = await server.request("http://localhost/api/v1/stories/twin1");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "http://localhost/api/v1/stories/merle1"]);
  });

  it("lists the outlets as public facts, without what is not known", async () => {
    const { outlets } = (await ask("outlets")) as { outlets: { id: string }[] };
    expect(outlets.find(({ id }) => id === "voice-of-ostrana")).toEqual({
      id: "voice-of-ostrana",
      name: "Voice of Ostrana",
      country: "KZ",
      family: "voice-of-ostrana",
      kind: "state-medium",
      language: "en",
      use: "text",
    });
  });

  it("may be asked by pages of other sites, since it gives what every reader may see", async () => {
    const answer = await server.request("/api/v1/stories", { headers: { origin: "https://elsewhere.example" } });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("marks every reply of the sample edition", async () => {
    const sample = createServer(siteOver(opened.store, { sample: true }));
    for (const path of [
      "progress",
      "stories",
      "stories/merle1",
      "stories/merle1/revisions",
      "search?q=a",
      "outlets",
      "stories/nobody",
    ])
      expect(await (await sample.request(`/api/v1/${path}`)).json(), path).toMatchObject({ sample: true });
  });
});
