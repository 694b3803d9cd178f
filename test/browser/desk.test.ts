import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { keepPassword, passwordSetting } from "../../src/serve/desk/password.ts";
import { type Listening, listen } from "../../src/serve/listen.ts";
import { createServer } from "../../src/serve/server.ts";
import { setSetting } from "../../src/store/settings.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { deskEdition } from "../pipeline/desk-edition.ts";
import { siteOver } from "../serve/filled-store.ts";
import { axeViolations } from "./axe.ts";
import { chromiumPath, inChromium, openChromium } from "./chromium.ts";
import { faintTexts } from "./contrast.ts";

const password = "correct horse battery";
let opened: TestStore;
let edition: Awaited<ReturnType<typeof deskEdition>>;
let browser: Browser;
let server: Listening;

describe.skipIf(chromiumPath === undefined)(`the editor's desk ${inChromium}`, () => {
  beforeAll(async () => {
    opened = await openEmbedded();
    edition = await deskEdition(opened.store);
    await setSetting(opened.store.db, passwordSetting, await keepPassword(password));
    server = await listen(createServer(siteOver(opened.store, { desk: edition.desk })), { host: "127.0.0.1", port: 0 });
    browser = await openChromium();
  }, 60_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await opened?.drop();
  });

  async function signedIn(colorScheme: "light" | "dark", width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${server.url}/desk`);
    await page.fill("#name", "Ines");
    await page.fill("#password", password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    return page;
  }

  it.each([
    ["light", 360],
    ["dark", 1280],
  ] as const)("lets an editor split a story and undo it, in %s at %i pixels", async (colorScheme, width) => {
    const page = await signedIn(colorScheme, width);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    const looksWell = async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await faintTexts(page, 4.5)).toEqual([]);
    };
    await looksWell();
    await page.getByRole("link", { name: "Car ferry Merle aground off Corvale" }).first().click();
    await page.waitForURL("**/desk/story/*");
    await looksWell();
    await page.getByLabel("Tugs pull at grounded ferry Merle").check();
    await page.getByRole("button", { name: "Split the ticked off" }).click();
    expect(await page.getByRole("status").innerText()).toContain("Split one article off");
    expect(await edition.beside("f1")).toBe("f1 f2");
    await looksWell();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await page.getByRole("status").getByText("Undone").waitFor();
    expect(await page.getByRole("status").innerText()).toContain("Undone: one article went back from");
    expect(await edition.beside("f1")).toBe("f1 f2 f3");
    expect(complaints).toEqual([]);
  });

  it.each([
    ["light", 360],
    ["dark", 1280],
  ] as const)(
    "lets a reader report a sentence and an editor correct it, in %s at %i pixels",
    async (colorScheme, width) => {
      const reader = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage();
      const fine = async (page: Page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
        expect(await faintTexts(page, 4.5)).toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
      };
      await reader.goto(`${server.url}/story/${await edition.storyOf("f1")}`);
      await reader.locator("h1 a.claim").click();
      await reader.getByRole("link", { name: "Report this sentence" }).click();
      await reader.getByLabel("It is outdated").check();
      await reader.getByLabel("In your words").fill("She floats again.");
      await fine(reader);
      await reader.getByRole("button", { name: "Send the report" }).click();
      expect(await reader.getByRole("status").first().innerText()).toBe("Thank you. An editor will read it.");
      const editor = await signedIn(colorScheme, width);
      await editor.getByRole("link", { name: "Reports of readers (1)" }).click();
      await fine(editor);
      await editor.getByLabel("What was wrong and what is right").fill("The ferry floats again since Tuesday evening.");
      await editor.getByRole("button", { name: "Log the correction" }).click();
      await editor.getByText("No report is open.").waitFor();
      await reader.getByRole("link", { name: "Car ferry Merle aground off Corvale" }).click();
      await reader.goto(`${server.url}/story/${await edition.storyOf("f1")}`);
      expect(await reader.locator(".own-correction").first().innerText()).toBe(
        "Correction, 24 November 2026: The ferry floats again since Tuesday evening.",
      );
      await fine(reader);
      await reader.goto(`${server.url}/corrections`);
      await reader.getByText("The ferry floats again").first().waitFor();
      await fine(reader);
    },
  );

  it("takes Enter in a field for a search, never for an act", async () => {
    const page = await signedIn("light", 1280);
    await page.goto(`${server.url}/desk/story/${await edition.storyOf("f1")}`);
    await page.getByLabel("Tugs pull at grounded ferry Merle").check();
    await page.getByLabel("Find others by their words").fill("nurses");
    await page.keyboard.press("Enter");
    await page.getByText("These have the words").waitFor();
    expect(await page.getByLabel("Tugs pull at grounded ferry Merle").isChecked()).toBe(true);
    expect(await edition.beside("f1")).toBe("f1 f2 f3");
  });
});
