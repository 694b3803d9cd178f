import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { createServer } from "../../src/serve/server.ts";
import { appendBriefing } from "../../src/store/briefings.ts";
import { saveDailyEdition } from "../../src/store/daily-editions.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "../serve/filled-store.ts";
import { briefing, claim } from "../serve/site/invented-story.ts";
import { chromiumPath, inChromium, openChromium } from "./chromium.ts";

const ferry = "/story/car-ferry-merle-runs-aground-off-corvale-merle1";
let opened: TestStore;
let browser: Browser;
let server: Listening;

async function open(path: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.newContext({ viewport: { width: 1280, height: 900 } }))).newPage();
  await page.goto(server.url + path);
  return page;
}

describe.skipIf(chromiumPath === undefined)(`a reader ${inChromium}`, () => {
  beforeAll(async () => {
    opened = await openEmbedded();
    await fill(opened.store);
    await appendBriefing(opened.store.db, { ...briefing, storyId: "pilots9", revision: 1 });
    await saveDailyEdition(opened.store.db, {
      day: "2026-11-24",
      closedAt: "2026-11-24T11:45:00.000Z",
      stories: [
        { storyId: "merle1", revision: 3 },
        { storyId: "pilots9", revision: 1 },
      ],
    });
    server = await listen(createServer(siteOver(opened.store)), { host: "127.0.0.1", port: 0 });
    browser = await openChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await opened?.drop();
  });

  it("compares two outlets of their choice, and opens a passage there", async () => {
    const page = await open(ferry);
    await page.getByRole("link", { name: "Compare outlets side by side" }).click();
    await page.waitForURL("**/compare");
    for (const box of await page.locator(".chooser input").all()) await box.uncheck();
    await page.getByLabel("Radio Nessa").check();
    await page.getByLabel("Voice of Ostrana").check();
    await page.getByRole("button", { name: "Compare" }).click();
    await page.waitForURL("**/compare?outlets=radio-nessa&outlets=voice-of-ostrana");
    expect(await page.locator(".compare thead .outlet-name").allInnerTexts()).toEqual([
      "Radio Nessa",
      "Voice of Ostrana",
    ]);
    const rows = await page
      .locator(".compare tbody")
      .evaluateAll((all) =>
        all.map((one) => [
          one.querySelector("th")?.textContent,
          ...[...one.querySelectorAll("td")].map((cell) => cell.textContent),
        ]),
      );
    expect(rows.map(([heading]) => heading)).toEqual([
      "Headlines over time",
      "Stresses",
      "Leaves out",
      "the number of injured",
      "Passages this page stands on",
    ]);
    expect(rows[3]?.slice(1)).toEqual(["nine injured", "elf verletzt"]);
    expect(rows[1]?.[1]).toBe("nothing that could be borne out");
    await page.getByText("nine injured").click();
    expect(await page.locator(".note:popover-open blockquote").innerText()).toContain("nine were treated for cold");
  });

  it("is told of a newer version while the page is open, is moved by nothing, and gets it when they ask", async () => {
    const page = await open(ferry);
    await page.evaluate(() => scrollTo(0, 700));
    const notice = page.getByRole("status").getByText("A newer version of this page was published.");
    expect(await notice.isVisible()).toBe(false);
    const newer = "Tugs pulled the Merle free (Pinnace Wire).";
    await appendBriefing(opened.store.db, {
      ...briefing,
      revision: 4,
      sections: briefing.sections.map((section) =>
        section.kind === "what-happened" ? { ...section, claims: [claim(newer, "fact", "a1")] } : section,
      ),
    });
    opened.store.changes.announce("merle1", 4);
    await notice.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(700);
    expect(await page.getByText(newer).count()).toBe(0);
    expect(await page.getByRole("link", { name: "What changed" }).getAttribute("href")).toBe(`${ferry}/revisions/3-4`);
    await page.getByRole("link", { name: "Show it" }).click();
    await page.getByText(newer).waitFor();
    await opened.store.db.query("delete from briefings where story_id = 'merle1' and revision = 4");
    opened.store.changes.announce("merle1", 3);
  });

  it("reads a day's edition to its end, and finds marked what they have read", async () => {
    const context = await browser.newContext();
    const page = await open("/daily", context);
    expect(await page.locator(".mark").count()).toBe(0);
    expect(await page.locator(".the-end").innerText()).toContain("That is all.");
    await page.getByRole("link", { name: "Car ferry Merle" }).first().click();
    await page.waitForURL("**/story/*");
    await page.goto(`${server.url}/2026/11/24`);
    expect(await page.locator(".entry.seen h2").allInnerTexts()).toEqual([
      expect.stringMatching(/^Car ferry Merle.*read$/),
    ]);
    expect(await page.locator("[data-read-count]").innerText()).toBe("Read: 1 / 2.");
  });

  it("sees on the front page what is new since the last visit, and nothing marked at the first", async () => {
    const context = await browser.newContext();
    const page = await open("/", context);
    expect(await page.locator(".mark").count()).toBe(0);
    await page.evaluate(() => {
      localStorage.setItem("known", JSON.stringify(["pilots9"]));
      sessionStorage.clear();
    });
    await page.reload();
    expect(await page.locator(".entry .mark").allInnerTexts()).toEqual(["new"]);
    expect(await page.locator("[data-fresh]").innerText()).toBe("New since your last visit: 1.");
    await page.reload();
    expect(await page.locator(".entry .mark").allInnerTexts()).toEqual(["new"]);
  });

  it("chooses how the site looks, and every page is drawn so from its first moment on", async () => {
    const context = await browser.newContext({ colorScheme: "light" });
    const page = await open("/reading", context);
    await page.getByLabel("Dark").check();
    await page.getByLabel("Largest").check();
    await page.getByLabel("Short").check();
    await page.getByLabel("Business").uncheck();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe("rgb(22, 21, 19)");
    await page.goto(`${server.url}/`);
    expect(await ground()).toBe("rgb(22, 21, 19)");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("21px");
    expect(await page.locator(".shelf[data-subject=business]").isVisible()).toBe(false);
    await page.goto(server.url + ferry);
    expect(await page.locator("#what-happened").isVisible()).toBe(true);
    expect(await page.locator("#how-we-got-here").isVisible()).toBe(false);
  });

  it("reads the newest edition of a day without a network", async () => {
    const plane = await listen(createServer(siteOver(opened.store)), { host: "127.0.0.1", port: 0 });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${plane.url}/about`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await plane.close();
    await page.goto(`${plane.url}/daily`);
    await page.getByRole("link", { name: "Car ferry Merle" }).first().click();
    await page.waitForURL("**/story/*");
    await page.click(".story-text a.claim >> nth=0");
    expect(await page.locator(".note:popover-open mark").first().textContent()).toContain(
      "The car ferry Merle ran aground",
    );
    await page.goto(`${plane.url}/somewhere/never/seen`);
    expect(await page.locator("h1").innerText()).toBe("The edition of 24 November 2026");
    await context.setOffline(true);
    await page.getByText("You are offline.").waitFor();
  });

  it("follows a topic, takes all of it to another browser in a file, and forgets it", async () => {
    const page = await open("/topic/local%3Aada-renn", await browser.newContext({ acceptDownloads: true }));
    await page.getByRole("button", { name: "Follow" }).click();
    expect(await page.getByRole("button", { name: "Following" }).getAttribute("aria-pressed")).toBe("true");
    await page.goto(`${server.url}/`);
    expect(await page.locator(".your-topics a").getAttribute("href")).toBe("/topic/local%3Aada-renn");
    await page.goto(`${server.url}/reading`);
    await page.getByLabel("Dark").check();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save to a file" }).click();
    const file = await (await downloading).path();
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({
      backstory: 1,
      theme: "dark",
      size: "normal",
      detail: "full",
      hide: [],
      follow: [{ id: "local:ada-renn", name: "Ada Renn" }],
    });

    const other = await open("/reading", await browser.newContext());
    await other.locator("input[type=file]").setInputFiles(file);
    await other.getByText("Your settings were loaded.").waitFor();
    await other.reload();
    expect(await other.getByRole("link", { name: "Ada Renn" }).count()).toBe(1);
    await other.getByRole("button", { name: "Forget all of this" }).click();
    await other.waitForLoadState();
    await expect.poll(() => other.getByRole("link", { name: "Ada Renn" }).count()).toBe(0);
  });
});
