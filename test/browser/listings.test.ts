import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { WelcomeChoice } from "../../src/model/edition.ts";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { createServer } from "../../src/serve/server.ts";
import { saveDailyEdition } from "../../src/store/daily-editions.ts";
import { saveQuestions } from "../../src/store/questions.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "../serve/filled-store.ts";
import { briefing } from "../serve/site/invented-story.ts";
import { axeViolations } from "./axe.ts";
import { chromiumPath, inChromium, openChromium } from "./chromium.ts";
import { faintTexts } from "./contrast.ts";

let opened: TestStore;
let browser: Browser;
let server: Listening;
let stage = "up to date";
const chosen: WelcomeChoice[] = [];
/** What the browser complained about, and every address it asked for beside ours. */
let complaints: string[] = [];
const dialogs: string[] = [];
const questions = briefing.sections.flatMap((section) => (section.kind === "questions" ? section.questions : []));

const ferry = "/story/car-ferry-merle-runs-aground-off-corvale-merle1";
const paths = [
  "/",
  "/subject/world",
  "/topics",
  "/topic/local%3Aada-renn",
  "/outlets",
  "/outlet/voice-of-ostrana",
  "/outlet/script-alert-x-script-sons",
  "/single-reports",
  "/sources",
  "/corrections",
  "/search?q=ferry",
  "/health",
  "/about",
  "/method",
  "/welcome",
  "/daily",
  "/blind-spots",
  "/api",
  "/reading",
  ferry,
  `${ferry}/compare`,
  `${ferry}/compare?outlets=radio-nessa,innerthaler-bote`,
  `${ferry}/revisions`,
  `${ferry}/who-is-responsible-for-pilots-at-corvale`,
  "/nothing-here",
];

async function open(path: string, colorScheme: "light" | "dark", width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  await page.goto(server.url + path);
  return page;
}

describe.skipIf(chromiumPath === undefined)(`the lists ${inChromium}`, () => {
  beforeAll(async () => {
    opened = await openEmbedded();
    await fill(opened.store);
    await saveDailyEdition(opened.store.db, {
      day: "2026-11-24",
      closedAt: "2026-11-24T11:45:00.000Z",
      stories: [{ storyId: "merle1", revision: 3 }],
    });
    await saveQuestions(opened.store.db, "merle1", questions);
    const site = siteOver(opened.store, {
      stage: () => stage,
      welcome: {
        offer: async () => ({
          languages: ["en", "de"],
          subjects: ["world", "business", "sport"],
          countries: [],
          outletCountries: ["IE", "NZ"],
        }),
        save: async (choice) => {
          chosen.push(choice);
        },
      },
      explainFeed: () => ({ words: "It is gone for good.", todo: "Look for its new address on the site." }),
    });
    server = await listen(createServer(site), { host: "127.0.0.1", port: 0 });
    browser = await openChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await opened?.drop();
  });

  it.each(paths)(
    "break no rule of ours or of axe-core on %s: nothing refused, nothing foreign, no sideways scroll, no faint text",
    async (path) => {
      for (const [colorScheme, width] of [
        ["light", 360],
        ["dark", 1280],
      ] as const) {
        const page = await open(path, colorScheme, width);
        // A page that is not there is one of the pages that are looked at.
        expect(complaints.filter((one) => !one.includes("404 (Not Found)"))).toEqual([]);
        expect(dialogs).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
        expect(await faintTexts(page, 4.5)).toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
      }
    },
  );

  it("are asked of by rules that do find what is wrong", async () => {
    const page = await open("/about", "light", 1280);
    await page.evaluate(() => document.querySelector("main")?.append(new Image()));
    expect(await axeViolations(page)).toEqual([expect.stringContaining("image-alt")]);
  });

  it("find a story by its words and lead to it, by keyboard alone", async () => {
    const page = await open("/", "light", 1280);
    await page.locator("header.site .search").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search");
    await page.locator("#q:focus").waitFor();
    await page.keyboard.type("ferry aground");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?q=*");
    await page.locator(".entry h2 a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/story/car-ferry-*");
    expect(await page.locator("h1").textContent()).toContain("Car ferry Merle");
  });

  it("take a choice of what to read, with a list of feeds", async () => {
    const page = await open("/welcome", "light", 390);
    await page.getByLabel("French").check();
    await page.getByLabel("Sport").uncheck();
    await page.getByLabel("Ireland").check();
    await page.getByLabel("Feeds of your own").setInputFiles({
      name: "feeds.opml",
      mimeType: "text/x-opml",
      buffer: Buffer.from("<opml/>"),
    });
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(`${server.url}/`);
    expect(chosen).toEqual([
      { languages: ["en", "de", "fr"], subjects: ["world", "business"], countries: ["IE"], opml: "<opml/>" },
    ]);
  });

  it("fill in by themselves while the first edition is made, without any script", async () => {
    const { db } = opened.store;
    await db.query("update stories set written_change = 0");
    stage = "writing 3 pages";
    const making = await listen(createServer(siteOver(opened.store, { stage: () => stage })), {
      host: "127.0.0.1",
      port: 0,
    });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${making.url}/`);
    await expect.poll(() => page.locator(".progress").count()).toBe(1);
    await db.query("update stories set written_change = change");
    stage = "up to date";
    await expect.poll(() => page.locator(".progress").count(), { timeout: 15_000 }).toBe(0);
    await context.close();
    await making.close();
  });
});
