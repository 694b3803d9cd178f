import { afterAll, beforeAll, expect, it } from "vitest";
import { createServer } from "../../src/serve/server.ts";
import { saveDailyEdition } from "../../src/store/daily-editions.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "./filled-store.ts";
import { briefing } from "./site/invented-story.ts";

/* Nine reports of eight outlets are six origins: two print another's text, and two have one owner. Whoever shows one number shows the other. */

let opened: TestStore;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  await saveDailyEdition(opened.store.db, {
    day: "2026-11-24",
    closedAt: "2026-11-24T12:00:00.000Z",
    stories: [{ storyId: "merle1", revision: briefing.revision }],
  });
  server = createServer(siteOver(opened.store));
});
afterAll(() => opened.drop());

const text = async (path: string) => (await server.request(`http://localhost${path}`, { redirect: "follow" })).text();
const words = async (path: string) => (await text(path)).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

it.each([
  ["the front page", "/"],
  ["a subject", "/subject/world"],
  ["a topic", "/topic/local:ada-renn"],
  ["an outlet", "/outlet/pinnace-wire"],
  ["a search", "/search?q=ferry"],
  ["the story", "/story/car-ferry-merle-runs-aground-off-corvale-merle1"],
  ["the edition of a day", "/2026/11/24"],
  ["RSS", "/feed.xml"],
  ["Atom", "/atom.xml"],
])("%s says how many origins stand behind the outlets", async (_, path) => {
  expect(await words(path)).toContain("6 independent origins");
});

it("the API says so of a story in a list, found, and by itself", async () => {
  const found = async (path: string) => JSON.parse(await text(`/api/v1/${path}`)) as Record<string, unknown>;
  const counts = { articles: 9, outlets: 8, origins: 6 };
  expect(await found("stories")).toMatchObject({ stories: [counts, {}] });
  expect(await found("search?q=ferry")).toMatchObject({ stories: [counts] });
  expect(await found("stories/merle1")).toMatchObject({ counts });
});
