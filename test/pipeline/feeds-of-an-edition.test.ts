import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadEdition, loadRegister } from "../../src/outlet-editions.ts";
import { addFeed } from "../../src/pipeline/add-feed.ts";
import { listProposals, settleProposals } from "../../src/pipeline/feed-proposals.ts";
import { importFeeds } from "../../src/pipeline/import-feeds.ts";
import { seedEdition } from "../../src/pipeline/seed-edition.ts";
import { findFeed, listFeeds, setFeedStatus } from "../../src/store/feeds.ts";
import { findOutlet, saveOutlet } from "../../src/store/outlets.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { serve, testFetcher } from "../fetch/loopback.ts";

const register = loadRegister(
  JSON.stringify({
    asOf: "2026-11-01",
    note: "",
    outlets: [
      {
        id: "harbour-gazette",
        name: "Harbour Gazette",
        domains: ["gazette.example"],
        country: "NZ",
        owner: "Quayside Press",
        family: "quayside-press",
        kind: "newspaper",
        use: "feed-only",
      },
    ],
  }),
);

let test: TestStore;
beforeAll(async () => {
  test = await openEmbedded();
}, 60_000);
afterAll(() => test.drop());

/** Empties the outlets, feeds and settings, so that each case begins with a new edition. */
async function fresh() {
  const { db } = test.store;
  for (const table of ["feeds", "outlets", "settings"]) await db.query(`delete from ${table}`);
  return db;
}

describe("importing a list", () => {
  it("takes each outlet's name from the list and what is known of it from the register", async () => {
    const db = await fresh();
    const feeds = [
      { outlet: "The Gazette at Home", url: "https://gazette.example/a", site: "https://www.gazette.example/" },
      { outlet: "www.gazette.example", url: "http://127.0.0.1/replayed" },
      { outlet: "Der Bote", url: "https://bote.example/rss", language: "de", subject: "sport" as const },
    ];
    expect(await importFeeds(db, feeds, register)).toEqual({ added: 3, known: 0 });
    expect(await importFeeds(db, feeds, register)).toEqual({ added: 0, known: 3 });
    const outlets = await Promise.all(
      (await Promise.all(feeds.map(({ url }) => findFeed(db, url)))).map((feed) =>
        findOutlet(db, feed?.outletId ?? ""),
      ),
    );
    expect(outlets.map((outlet) => [outlet?.name, outlet?.kind, outlet?.family, outlet?.use])).toEqual([
      ["The Gazette at Home", "newspaper", "quayside-press", "feed-only"],
      ["www.gazette.example", "newspaper", "quayside-press", "text"],
      ["Der Bote", "unknown", "der-bote", "text"],
    ]);
    expect(await findFeed(db, "https://bote.example/rss")).toMatchObject({ language: "de", subject: "sport" });
  });

  it("reads a removed feed again, and leaves a paused one paused", async () => {
    const db = await fresh();
    const feeds = ["a", "b"].map((name) => ({ outlet: name, url: `https://${name}.example/feed` }));
    await importFeeds(db, feeds, register);
    const [a, b] = await listFeeds(db);
    await setFeedStatus(db, String(a?.id), "removed");
    await setFeedStatus(db, String(b?.id), "paused");
    expect(await importFeeds(db, feeds, register)).toEqual({ added: 1, known: 1 });
    expect((await listFeeds(db)).map(({ status }) => status)).toEqual(["active", "paused"]);
  });
});

describe("adding a feed", () => {
  const document = (title: string, link: string) =>
    `<rss version="2.0"><channel><title>${title}</title><link>${link}</link><language>en-gb</language>
     <item><title>The ferry sailed</title></item></channel></rss>`;

  it("gives it to the outlet the register has for its site, not to what the feed calls itself", async () => {
    const db = await fresh();
    const { url } = await serve({ "/feed": document("Gazette &gt; World", "https://gazette.example/") });
    const context = { store: test.store, fetcher: testFetcher() };
    expect(await addFeed(context, `${url}/feed`, register, { subject: "world" })).toMatchObject({
      outlet: { name: "Harbour Gazette", owner: "Quayside Press" },
      feed: { title: "Gazette > World", language: "en", subject: "world", status: "active" },
      items: 1,
    });
    expect(await findFeed(db, `${url}/feed`)).toMatchObject({ outletId: "harbour-gazette", subject: "world" });
  });

  it("gives it to the outlet that was wished for, and else to its own title", async () => {
    await fresh();
    const { url } = await serve({ "/feed": document("Der Bote", "https://bote.example/") });
    const context = { store: test.store, fetcher: testFetcher() };
    expect((await addFeed(context, `${url}/feed`, register)).outlet).toMatchObject({
      name: "Der Bote",
      kind: "unknown",
    });
    expect((await addFeed(context, `${url}/feed`, register, { outlet: "Bote" })).outlet).toMatchObject({
      name: "Bote",
    });
  });

  it("reads a removed feed again and says what it was", async () => {
    const db = await fresh();
    const { url } = await serve({ "/feed": document("Der Bote", "https://bote.example/") });
    const context = { store: test.store, fetcher: testFetcher() };
    const { feed, before } = await addFeed(context, `${url}/feed`, register, { subject: "sport" });
    await setFeedStatus(db, feed.id, "removed");
    expect(before).toBeUndefined();
    expect(await addFeed(context, `${url}/feed`, register)).toMatchObject({
      before: "removed",
      feed: { id: feed.id, status: "active", subject: "sport" },
    });
  });
});

describe("an upgrade", () => {
  /** The text of an edition with these outlets, a feed each. */
  const edition = (version: string, ids: readonly string[], more: Readonly<Record<string, unknown>> = {}) =>
    JSON.stringify({
      version,
      asOf: "2026-11-01",
      note: "",
      outlets: ids.map((id) => ({
        id,
        name: id.toUpperCase(),
        site: `https://${id}.example/`,
        family: id,
        kind: "newspaper",
        use: "text",
        ...more,
        feeds: [{ url: `https://${id}.example/feed` }],
      })),
    });
  const seed = (version: string, ids: readonly string[], more?: Readonly<Record<string, unknown>>) =>
    seedEdition(test.store.db, { edition: edition(version, ids, more) });
  const proposals = async () => (await listProposals(test.store.db)).map(({ kind, outlet }) => `${kind} ${outlet}`);
  const read = async () =>
    (await listFeeds(test.store.db)).filter(({ status }) => status === "active").map(({ outletId }) => outletId);

  it("of a new store takes everything that is shipped", async () => {
    await fresh();
    await seed("1", ["a", "b"]);
    expect([await read(), await proposals()]).toEqual([["a", "b"], []]);
  });

  it("of an edition in use changes no feed, and proposes what it would add and retire", async () => {
    await fresh();
    await seed("1", ["a", "b"]);
    await seed("2", ["b", "c"]);
    expect([await read(), await proposals()]).toEqual([
      ["a", "b"],
      ["add C", "retire A"],
    ]);
    expect(await findOutlet(test.store.db, "c")).toBeUndefined();
  });

  it("proposes nothing of what the user removed or added by hand", async () => {
    const db = await fresh();
    await seed("1", ["a", "b"]);
    await setFeedStatus(db, String((await findFeed(db, "https://a.example/feed"))?.id), "removed");
    await importFeeds(db, [{ outlet: "C", url: "https://c.example/feed" }], register);
    await seed("2", ["a", "b", "c"]);
    await seed("3", ["b", "c"]);
    expect([await read(), await proposals()]).toEqual([["b", "c"], []]);
  });

  it("keeps what is still undecided, as long as it makes sense", async () => {
    await fresh();
    await seed("1", ["a", "b"]);
    await seed("2", ["b", "c", "d"]);
    await seed("3", ["b", "c", "e"]);
    expect(await proposals()).toEqual(["add C", "add E", "retire A"]);
  });

  it("does what was accepted, drops what was declined, and asks for neither again", async () => {
    const db = await fresh();
    await seed("1", ["a", "b"]);
    await seed("2", ["c", "d"]);
    const shipped = loadEdition(edition("2", ["c", "d"]));
    await settleProposals(db, "accept", ({ outlet }) => outlet === "C" || outlet === "A", shipped);
    await settleProposals(db, "decline", () => true, shipped);
    await seed("3", ["c", "d"]);
    expect([await read(), await proposals()]).toEqual([["b", "c"], []]);
    expect(await findOutlet(db, "c")).toMatchObject({ name: "C" });
  });

  it("brings newer facts of its outlets, beneath what the user has said of them, and never raises what may be done", async () => {
    const db = await fresh();
    await seed("1", ["a", "b"], { owner: "Old Press", use: "feed-only" });
    const a = await findOutlet(db, "a");
    if (!a) throw new Error("The edition was not seeded.");
    await saveOutlet(db, { ...a, owner: "My Press" }, "user");
    await seed("2", ["a", "b"], { owner: "New Press", use: "text" });
    expect([await findOutlet(db, "a"), await findOutlet(db, "b")]).toMatchObject([
      { owner: "My Press", use: "feed-only" },
      { owner: "New Press", use: "feed-only" },
    ]);
  });
});
