/**
 * Takes the picture of a story page in docs/images, of the sample edition, so that it shows what is, not what was.
 *
 *   npm start -- --sample --port 8123        (and wait until it is up to date)
 *   node --import tsx scripts/take-screenshot.ts http://127.0.0.1:8123
 */
import { mkdir } from "node:fs/promises";
import { chromium, type Page } from "playwright-core";

const [base] = process.argv.slice(2);
if (base === undefined) throw new Error("Give the address of a running sample edition.");
const folder = new URL("../docs/images/", import.meta.url).pathname;

/** A claim with several passages shows best what evidence is. */
async function openEvidence(page: Page): Promise<void> {
  const claims = page.locator(".story-text a.claim");
  const counts = await claims.evaluateAll((all) =>
    all.slice(0, 3).map((claim) => Number(claim.getAttribute("data-count"))),
  );
  await claims.nth(counts.indexOf(Math.max(...counts))).click();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
await mkdir(folder, { recursive: true });
const front = await browser.newPage();
await front.goto(base);
const story = await front.locator('a[href^="/story/"]').first().getAttribute("href");
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: "light" });
await page.goto(new URL(String(story), base).href);
await openEvidence(page);
await page.screenshot({ path: `${folder}story-page.png` });
await browser.close();
