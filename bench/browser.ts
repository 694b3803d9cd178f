import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumPath, openChromium } from "../test/browser/chromium.ts";
import { firstStory } from "./pages.ts";
import { startBackstory } from "./processes.ts";

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 150 ms a round trip. */
const network = { offline: false, latency: 150, downloadThroughput: (1_600_000 / 8) * 0.9, uploadThroughput: 93_750 };
const cpuSlowdown = 4;

/** As text, since what the compiler adds to a function is not there in the page. */
const observing = `
  window.seen = { paint: 0, shift: 0, tasks: [] };
  const observe = (type, told) =>
    new PerformanceObserver((list) => list.getEntries().forEach(told)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => { seen.paint = startTime; });
  observe("layout-shift", ({ value }) => { seen.shift += value; });
  observe("longtask", ({ duration }) => { seen.tasks.push(duration); });
`;

/** How a phone on a slow network sees the front page and a story: largest paint, layout shift, long tasks. */
export async function benchBrowser(): Promise<void> {
  if (chromiumPath === undefined) {
    console.log("browser skipped, there is no Chromium");
    return;
  }
  const data = await mkdtemp(join(tmpdir(), "backstory-bench-"));
  const site = startBackstory(["start", "--sample", "--port", "0", "--data", data]);
  const browser = await openChromium();
  try {
    const [, base = ""] = await site.line(/at (http:\S+)/);
    const story = await firstStory(base);
    for (const path of ["/", story]) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", network);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
      await page.addInitScript({ content: observing });
      await page.goto(base + path, { waitUntil: "load" });
      await page.waitForTimeout(1_500);
      const { paint, shift, tasks } = await page.evaluate<{ paint: number; shift: number; tasks: number[] }>(
        "window.seen",
      );
      console.log(
        `browser ${path === "/" ? "front page" : "story page"}, slow 4G, ${cpuSlowdown}x slower: largest paint ${(paint / 1000).toFixed(2)} s (bar: 1.8), layout shift ${shift.toFixed(3)} (bar: 0), long tasks ${tasks.length} (bar: 0)${tasks.length > 0 ? `, the longest ${Math.max(...tasks).toFixed(0)} ms` : ""}`,
      );
      await context.close();
    }
  } finally {
    await browser.close();
    site.child.kill("SIGTERM");
    await site.done;
    await rm(data, { recursive: true, force: true });
  }
}
