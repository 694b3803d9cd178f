import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPages } from "../../src/serve/server.ts";
import { saveItems } from "../../src/store/items.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, hostileId, hostileName, siteOver } from "./filled-store.ts";

let opened: TestStore;
let pages: ReturnType<typeof createPages>;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  pages = createPages(
    siteOver(opened.store, { explainFeed: ({ detail }, url) => ({ words: detail ?? "", todo: `Remove ${url}.` }) }),
  );
});
afterAll(() => opened.drop());

async function page(path: string): Promise<Document> {
  const answer = await pages.request(path);
  expect(answer.status, path).toBe(200);
  return parsed(await answer.text());
}

/** With a space between elements, as readers see one. */
function parsed(html: string): Document {
  return parseHTML(html.replaceAll("><", "> <")).document as unknown as Document;
}

const textOf = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const textsOf = (within: ParentNode, selector: string) => [...within.querySelectorAll(selector)].map(textOf);

describe("the front page", () => {
  it("shows where a search found its words, marked by their stems, and narrows it", async () => {
    const found = await page("/search?q=pilot+-nothing&subject=world&written=en&days=7");
    expect([...found.querySelectorAll(".entry h2")].map(textOf)).toEqual([]);
    const ferry = await page("/search?q=ferry&subject=world&days=7");
    expect([...ferry.querySelectorAll(".entry mark")].map(textOf)).toContain("ferry");
    expect(textOf(ferry.querySelector('select[name="subject"] option[selected]'))).toBe("World");
    expect((await page("/search?q=ferry&subject=business")).querySelectorAll(".entry").length).toBe(0);
  });

  it("opens with the most reported story: headline, standfirst, what happened, counts and age", async () => {
    const lead = (await page("/")).querySelector(".lead-story");
    expect(textOf(lead)).toBe(
      "World Car ferry Merle runs aground off Corvale with 212 people on board Eight outlets report this in nine articles from six independent origins; they differ on the number of injured. The car ferry Merle ran aground on the Sow Bank at 02:14 on Tuesday with 212 people on board, the Corvale coastguard said (Pinnace Wire). All 212 passengers and crew were taken off by lifeboat before dawn, and nine were treated for cold (Radio Nessa). 9 reports 8 outlets 6 independent origins newest report 40 minutes ago",
    );
    expect(lead?.querySelector("h2 a")?.getAttribute("href")).toBe(
      "/story/car-ferry-merle-runs-aground-off-corvale-merle1",
    );
  });

  it("gives a story below the threshold one line with its outlet, title and time", async () => {
    const lines = (await page("/")).querySelectorAll(".singles li");
    expect([...lines].map(textOf)).toEqual([`${hostileName} ${hostileName} says 1 report 2 hours ago`]);
  });

  it("says why a subject is empty, and counts what is there", async () => {
    expect(textsOf(await page("/"), ".quiet li")).toEqual([
      "World: its stories stand above.",
      "Business: its stories stand above.",
      "Sport: nothing read yet.",
    ]);
  });

  it("says at which stage the first edition is, and comes again by itself, until enough stands", async () => {
    const { db, changes } = opened.store;
    const waiting = Array.from({ length: 40 }, (_, index) => ({
      id: `w${index}`,
      feedId: "f-new",
      outletId: "kestrel-daily",
      seenAt: "2026-11-24T11:00:00.000Z",
      item: { id: `w${index}`, title: "Waiting", authors: [], tags: [] },
    }));
    await saveItems(db, waiting);
    const making = createPages(siteOver({ ...opened.store, changes }, { stage: () => "reading 40 articles" }));
    const answer = await making.request("/");
    const document = parsed(await answer.text());
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(document.querySelector('meta[http-equiv="refresh"]')?.getAttribute("content")).toBe("4");
    expect(textOf(document.querySelector(".progress"))).toBe(
      "The first edition is being made Reading 40 articles. This page fills in by itself. 2 of 3 feeds asked 11 articles read 3 pages written",
    );
    await db.query("delete from items where id like 'w%'");
    const after = parsed(await (await making.request("/")).text());
    expect(after.querySelector(".progress")).not.toBeNull();
    const made = createPages(siteOver(opened.store));
    expect(parsed(await (await made.request("/")).text()).querySelector(".progress")).toBeNull();
  });
});

describe("strangers' words", () => {
  it.each(["/", "/subject/world", "/single-reports", "/sources", "/outlets", `/outlet/${hostileId}`, "/health"])(
    "are text on %s: no element of theirs, no address that runs",
    async (path) => {
      const document = await page(path);
      expect(document.documentElement.textContent).toContain(hostileName);
      const scripts = [...document.querySelectorAll("script")].map((one) => [one.getAttribute("src"), textOf(one)]);
      expect(scripts).toEqual(
        ["early", "reading", "own"].map((name) => [expect.stringMatching(new RegExp(`^/${name}-\\w+\\.js$`)), ""]),
      );
      const links = [...document.querySelectorAll("[href], [src], [action]")].map(
        (element) => element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("action"),
      );
      expect(links.filter((link) => !/^(?:\/(?!\/)|#|https?:\/\/|data:image\/svg|mailto:)/.test(link ?? ""))).toEqual(
        [],
      );
    },
  );

  it("are searched for, not run", async () => {
    const document = await page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(textOf(document.querySelector(".empty"))).toBe('No story has “"><script>alert(1)</script>”.');
  });
});

describe("the lists", () => {
  it("leaf through a subject, the most important first", async () => {
    const document = await page("/subject/world");
    expect(textsOf(document, ".entry h2")).toEqual([
      "Car ferry Merle runs aground off Corvale with 212 people on board",
    ]);
    expect(document.querySelector('link[type="application/rss+xml"]')?.getAttribute("href")).toBe(
      "/subject/world/feed.xml",
    );
    expect(document.querySelector("header.site [aria-current]")?.getAttribute("href")).toBe("/subject/world");
  });

  it("say so where a subject has nothing", async () => {
    expect(textOf((await page("/subject/sport")).querySelector(".empty"))).toBe("No story of this subject stands yet.");
  });

  it("show a topic with its card, where that comes from, and its stories", async () => {
    const document = await page("/topic/local%3Aada-renn");
    expect(textOf(document.querySelector(".topic-head"))).toBe(
      "Person Ada Renn The harbour master of Corvale Source: an article we read: “the harbour master Ada Renn told”",
    );
    expect(document.querySelector(".topic-head .hint a")?.getAttribute("href")).toBe("https://radio-nessa.example/a4");
    expect(textsOf(document, ".entry h3")).toHaveLength(1);
  });

  it("show a name without a card as one, slash and all", async () => {
    expect(textOf((await page("/topic/Corvale%2FHarbour")).querySelector(".topic-head"))).toBe(
      "Corvale Harbour There is no sentence about this name that we could bear out.",
    );
  });

  it("show an outlet: what is known, what is not, its feeds, stories and reports", async () => {
    const document = await page("/outlet/voice-of-ostrana");
    expect(textOf(document.querySelector(".state-medium"))).toContain("owns or mainly funds this outlet");
    expect(textsOf(document, ".facts div")).toEqual([
      "Country Kazakhstan",
      "Owner unknown",
      "Kind state media",
      "Language English",
      "What we read its feeds and the pages of its articles",
    ]);
    expect(textsOf(document, ".entry h3")).toEqual([
      "Car ferry Merle runs aground off Corvale with 212 people on board",
    ]);
    expect(textsOf(document, ".singles li")).toEqual(["Corvale port authority denies pilot shortage 3 hours ago"]);
  });

  it("label state media in every list", async () => {
    const labels = async (path: string) => textsOf(await page(path), ".label");
    expect(await labels("/outlets")).toEqual(["state media"]);
    expect(await labels("/sources")).toContain("state media");
  });

  it("list what was read with what marks it and its story", async () => {
    const lines = textsOf(await page("/sources"), ".singles li");
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe(
      "The Upland Mail Opinion: the harbour we did not pay for opinion in Car ferry Merle runs aground off Corvale with 212 people on board 40 minutes ago",
    );
    expect(lines.some((line) => line.startsWith("Innerthaler Bote Fähre läuft") && line.includes("German"))).toBe(true);
  });

  it("list corrections", async () => {
    expect(textsOf(await page("/corrections"), ".single-title")).toEqual([
      "Correction: nine, not eleven correction in Corvale pilots vote to strike <em>again</em> & again",
    ]);
  });

  it("find stories by their words, and say how where nothing was asked", async () => {
    expect(textsOf(await page("/search?q=strike+pilot"), ".entry h2")).toEqual([
      "Corvale pilots vote to strike <em>again</em> & again",
    ]);
    expect(textOf((await page("/search?q=")).querySelector(".hint"))).toContain("All words must be there.");
  });
});

describe("the health of the feeds", () => {
  it("says of each feed how it fared, and what to do about one that fails", async () => {
    const document = await page("/health");
    expect(textOf(document.querySelector(".lead"))).toBe("1 answer, 1 fail, 1 not asked yet.");
    expect(textsOf(document, ".feed.fails")).toEqual([
      "Radio Nessa radio-nessa.example/rss The server answered 404. What to do: Remove https://radio-nessa.example/rss. failed 4 times in a row asked 10 minutes ago asked again Tue 24 Nov, 13:00",
    ]);
    expect(textsOf(document, "summary")).toEqual([
      "1 feed answers",
      "1 feed was not asked yet",
      "1 feed is paused",
      "1 feed is in a language this edition does not read",
    ]);
  });

  it("counts what was left out by its reason, and names the last", async () => {
    const document = await page("/health");
    expect(textsOf(document, ".counts tbody tr")).toEqual([
      "the site answered 404 fetch 2",
      "too little text to cite extract 1",
    ]);
    expect(textsOf(document, ".singles li").map((line) => line.replace(/ \d+ minutes ago$/, ""))).toEqual([
      `Pinnace Wire ${hostileName} : too little text to cite`.replace(" :", ":"),
      "Pinnace Wire Gone by the time we came: the site answered 404 (Not found.)",
      "Pinnace Wire Also gone: the site answered 404 (Not found.)",
    ]);
  });
});

describe("pages about the edition", () => {
  it("name its keeper, what it reads and how it is made", async () => {
    const document = await page("/about");
    expect(textsOf(document, ".facts div")).toEqual([
      "The keeper of this edition Write to desk@the-strait.example",
      "Reads English, German",
      "Shows World, Business, Sport",
      "Times are in UTC",
      "Made with Backstory 0.0.0",
    ]);
    expect(textsOf(await page("/method"), "h2")).toContain("What it cannot do");
  });

  it("have one heading of the first level, and none that skips a level", async () => {
    for (const path of [
      "/",
      "/subject/world",
      "/topics",
      "/outlets",
      "/sources",
      "/search?q=ferry",
      "/health",
      "/about",
      "/method",
      "/single-reports",
      "/corrections",
      "/outlet/radio-nessa",
    ]) {
      const levels = [...(await page(path)).querySelectorAll("h1,h2,h3,h4")].map(({ tagName }) => Number(tagName[1]));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      expect(
        levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1),
        path,
      ).toBe(true);
    }
  });

  it.each(["de", "fr", "es"])("speak %s", async (language) => {
    const site = siteOver(opened.store);
    const translated = createPages({ ...site, edition: { ...site.edition, language } });
    const document = parsed(await (await translated.request("/")).text());
    expect(document.documentElement.getAttribute("lang")).toBe(language);
    expect(textOf(document.body)).not.toMatch(/Single reports|Quiet subjects|nothing read yet/);
  });
});
