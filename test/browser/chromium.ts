import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where this machine has a Chromium; undefined where it has none, and browser tests are skipped by that word. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? places.find((path) => existsSync(path));

/** Stands in the name of every browser test, so that a skipped one says why. */
export const inChromium =
  chromiumPath === undefined ? "in Chromium (SKIPPED: none is installed; apt-get install chromium)" : "in Chromium";

export async function openChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}
