import { afterAll, beforeAll, expect, it } from "vitest";
import type { Outlet } from "../../src/model/outlet.ts";
import { saveWelcomeChoice, welcomeOffer } from "../../src/pipeline/welcome-choice.ts";
import { listFeeds, saveFeed, setFeedStatus } from "../../src/store/feeds.ts";
import { saveOutlet } from "../../src/store/outlets.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openEmbedded();
  const { db } = opened.store;
  for (const [id, country] of [
    ["irish", "IE"],
    ["kiwi", "NZ"],
    ["rested", "NZ"],
    ["nowhere", undefined],
  ] as const) {
    const outlet: Outlet = { id, name: id, family: id, kind: "newspaper", use: "text", ...(country && { country }) };
    await saveOutlet(db, outlet, "edition");
    await saveFeed(db, { id, outletId: id, url: `https://${id}.example/feed`, status: "active" });
  }
  await setFeedStatus(db, "rested", "paused");
});
afterAll(() => opened.drop());

const choose = (...countries: string[]) =>
  saveWelcomeChoice(opened.store.db, { languages: ["en"], subjects: ["world"], countries });
const statuses = async () =>
  Object.fromEntries((await listFeeds(opened.store.db)).map(({ id, status }) => [id, status]));

it("pauses the feeds of countries that were not chosen, not those of an unknown one", async () => {
  await choose("IE");
  expect(await statuses()).toEqual({ irish: "active", kiwi: "paused", rested: "paused", nowhere: "active" });
});

it("resumes them when they are chosen again, but never what was paused by hand", async () => {
  await choose("NZ");
  expect(await statuses()).toEqual({ irish: "paused", kiwi: "active", rested: "paused", nowhere: "active" });
  await choose();
  expect(await statuses()).toEqual({ irish: "active", kiwi: "active", rested: "paused", nowhere: "active" });
});

it("offers the countries there are outlets of, with what was chosen last", async () => {
  await choose("IE");
  expect(await welcomeOffer(opened.store.db, { languages: ["en"], subjects: ["world"] })).toEqual({
    languages: ["en"],
    subjects: ["world"],
    countries: ["IE"],
    outletCountries: ["IE", "NZ"],
  });
  await choose();
});

it("adds the feeds of a list, whose countries are not known", async () => {
  const opml =
    '<opml version="2.0"><body><outline text="The Own Paper" xmlUrl="https://own.example/rss"/></body></opml>';
  await saveWelcomeChoice(opened.store.db, { languages: ["en"], subjects: ["world"], countries: ["IE"], opml });
  const added = (await listFeeds(opened.store.db)).find(({ url }) => url === "https://own.example/rss");
  expect(added).toMatchObject({ outletId: "the-own-paper", status: "active" });
});

it("refuses a list that is none, and changes nothing", async () => {
  const before = await statuses();
  await expect(
    saveWelcomeChoice(opened.store.db, { languages: ["en"], subjects: ["world"], countries: [], opml: "<html/>" }),
  ).rejects.toMatchObject({ code: "unreadable" });
  expect(await statuses()).toEqual(before);
});
