import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { securityHeaders } from "../../src/serve/security-headers.ts";
import { assets } from "../../src/serve/site/assets.ts";
import { sendPage } from "../../src/serve/site/document.ts";
import { StoryPage } from "../../src/serve/site/story-page.tsx";
import { type LoadedStory, storyView } from "../../src/serve/site/story-view.ts";
import { briefing, claim, loaded, site } from "../serve/site/invented-story.ts";
import { chromiumPath, inChromium, openChromium } from "./chromium.ts";
import { faintTexts } from "./contrast.ts";

let browser: Browser;
let server: Listening;
let shown: LoadedStory = loaded;

/** What the browser complained about in the test that runs. */
let complaints: string[] = [];

const path = "/story/car-ferry-merle-runs-aground-off-corvale-merle1";
const first = ".story-text a.claim >> nth=0";

async function open(options: BrowserContextOptions = {}, at = path): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(server.url + at);
  return page;
}

const openNotes = (page: Page) =>
  page.locator(".note").evaluateAll((notes) => notes.filter((note) => note.checkVisibility()).map(({ id }) => id));

const noteOf = async (page: Page, selector: string) =>
  String(await page.locator(selector).getAttribute("href")).slice(1);

describe.skipIf(chromiumPath === undefined)(`a story's page ${inChromium}`, () => {
  beforeAll(async () => {
    const app = new Hono();
    app.use(securityHeaders({ noindex: false }));
    for (const { path: at, type, body } of assets)
      app.get(at, (context) => context.body(body, 200, { "content-type": type }));
    // What else the site would answer: that there is nothing new, and nothing to keep.
    app.get("/story/:address/events", (context) => context.body(":\n\n", 200, { "content-type": "text/event-stream" }));
    app.get("/worker.js", (context) => context.body("", 200, { "content-type": "text/javascript" }));
    app.get("/manifest.webmanifest", (context) => context.json({}));
    app.get("/story/*", (context) => sendPage(context, StoryPage({ view: storyView(shown, site) })));
    server = await listen(app, { host: "127.0.0.1", port: 0 });
    browser = await openChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("opens a sentence by a click, beside it, with the words it took marked", async () => {
    const page = await open();
    await page.click(first);
    expect(await openNotes(page)).toEqual([await noteOf(page, first)]);
    const note = page.locator(`.note:popover-open`);
    expect(await note.locator("mark").first().textContent()).toContain("The car ferry Merle ran aground");
    const [sentence, opened] = [await page.locator(first).boundingBox(), await note.boundingBox()];
    expect((opened?.y ?? 0) - (sentence?.y ?? 0) - (sentence?.height ?? 0)).toBeLessThan(20);
    expect(await page.locator(first).getAttribute("aria-expanded")).toBe("true");
    expect(complaints).toEqual([]);
  });

  it("opens and closes by keyboard alone, and gives the place back", async () => {
    const page = await open();
    await page.locator(first).focus();
    await page.keyboard.press("Enter");
    expect(await openNotes(page)).toEqual([await noteOf(page, first)]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".note")?.matches(":popover-open"))).toBe(true);
    await page.keyboard.press("Escape");
    expect(await openNotes(page)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(await page.locator(first).getAttribute("id"));
    expect(await page.locator(first).getAttribute("aria-expanded")).toBe("false");
  });

  it("has one note open at a time, and closes it by its own link", async () => {
    const page = await open();
    const second = ".story-text a.claim >> nth=1";
    await page.click(second);
    await page.keyboard.press("Escape");
    await page.click(first);
    await page.click(".note:popover-open a.close");
    expect(await openNotes(page)).toEqual([]);
    await page.click(second);
    expect(await openNotes(page)).toEqual([await noteOf(page, second)]);
  });

  it("does all this without a script, by the link alone", async () => {
    const page = await open({ javaScriptEnabled: false });
    const visible = (note: string) => page.locator(`[id="${note}"]`).isVisible();
    const note = await noteOf(page, first);
    expect(await visible(note)).toBe(false);
    await page.click(first);
    expect(await visible(note)).toBe(true);
    await page.click(`[id="${note}"] a.close`);
    expect(await visible(note)).toBe(false);
  });

  it("opens the passages that its address names", async () => {
    const note = await noteOf(await open(), first);
    const page = await open({}, `${path}#${note}`);
    expect(await openNotes(page)).toEqual([note]);
    await page.keyboard.press("Escape");
    expect(await openNotes(page)).toEqual([]);
  });

  it("keeps the sentence in sight above the sheet on a phone", async () => {
    const page = await open({ viewport: { width: 390, height: 700 } });
    for (const at of [0, 3, 9]) {
      const selector = `.story-text a.claim >> nth=${at}`;
      await page.click(selector);
      const [sentence, sheet] = [
        await page.locator(selector).boundingBox(),
        await page.locator(".note:popover-open").boundingBox(),
      ];
      expect((sentence?.y ?? 0) + (sentence?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
      await page.keyboard.press("Escape");
    }
  });

  it("never scrolls sideways, down to 320 pixels and with words that have no end", async () => {
    const endless = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente".repeat(3);
    shown = {
      ...loaded,
      briefing: {
        ...briefing,
        headline: claim(`${endless} aground`, "fact", "a1"),
        sources: briefing.sources.map((source) => ({ ...source, title: endless, outlet: endless.slice(0, 70) })),
      },
    };
    try {
      for (const width of [320, 360, 390, 700, 900, 1280, 1920]) {
        const page = await open({ viewport: { width, height: 800 } });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
      }
    } finally {
      shown = loaded;
    }
  });

  it.each(["light", "dark"] as const)("reads with a contrast of at least 4.5, %s", async (colorScheme) => {
    const page = await open({ colorScheme });
    expect((await faintTexts(page, 22)).length, "texts that are measured").toBeGreaterThan(80);
    expect(await faintTexts(page, 4.5)).toEqual([]);
    await page.click(first);
    expect(await faintTexts(page, 4.5)).toEqual([]);
  });

  it("prints every passage as a numbered footnote", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    const notes = page.locator(".note");
    expect((await openNotes(page)).length).toBe(await notes.count());
    expect(await page.locator(".note-number").evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(
      true,
    );
    const figure = await page
      .locator(first)
      .evaluate((link) => [getComputedStyle(link, "::after").content, link.getAttribute("data-note")]);
    expect(figure[0]).toContain(`"${figure[1]}"`);
    expect(await page.locator(".contents, header.site nav").first().isVisible()).toBe(false);
  });

  it("leads a reader who comes again to what changed since", async () => {
    const page = await open();
    expect(await page.locator("a.since").isVisible()).toBe(false);
    shown = { ...loaded, briefing: { ...briefing, revision: 7 }, newest: 7 };
    try {
      await page.reload();
      expect(await page.locator("a.since").getAttribute("href")).toBe(`${path}/revisions/3-7`);
      expect(await page.locator("a.since").isVisible()).toBe(true);
      await page.reload();
      expect(await page.locator("a.since").isVisible()).toBe(false);
    } finally {
      shown = loaded;
    }
  });

  it("can be walked by the skip link and its headings", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => location.hash)).toBe("#text");
    for (const link of await page.locator(".contents a").all()) {
      const target = String(await link.getAttribute("href"));
      expect(await page.locator(target).count(), target).toBe(1);
    }
  });
});
