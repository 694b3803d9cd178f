import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startBackstory } from "./processes.ts";

const seconds = 20;
const rate = 100;

/** A story page of the sample edition served from the store at 100 requests a second, asked by another process. */
export async function benchPages(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "backstory-bench-"));
  const site = startBackstory(["start", "--sample", "--port", "0", "--data", data]);
  try {
    const [, base = ""] = await site.line(/at (http:\S+)/);
    const story = await firstStory(base);
    const load = JSON.parse(await autocannon(`${base}${story}`)) as {
      latency: Record<string, number>;
      "2xx": number;
      non2xx: number;
    };
    console.log(
      `pages   story page, ${rate} requests/s for ${seconds} s: p50 ${load.latency.p50} ms, p99 ${load.latency.p99} ms (bar: 50), ${load["2xx"]} answered, ${load.non2xx} failed`,
    );
  } finally {
    site.child.kill("SIGTERM");
    await site.done;
    await rm(data, { recursive: true, force: true });
  }
}

async function firstStory(base: string): Promise<string> {
  for (let tries = 0; tries < 120; tries++) {
    const stage = (await fetch(`${base}/api/v1/progress`).then(
      (answer) => answer.json(),
      () => ({}),
    )) as { stage?: string };
    const html = await fetch(`${base}/`).then(
      (answer) => answer.text(),
      () => "",
    );
    const link = html.match(/href="(\/story\/[^"]+)"/)?.[1];
    if (link !== undefined && stage.stage === "up to date") return link;
    await pause(1000);
  }
  throw new Error("no story page stood after two minutes");
}

function autocannon(url: string): Promise<string> {
  const child = spawn("npx", ["autocannon", "-j", "-d", String(seconds), "-R", String(rate), "-c", "10", url], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve) => child.once("close", () => resolve(printed)));
}
