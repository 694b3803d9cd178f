import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
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
    const { p50, p99, most, answered, failed } = JSON.parse(await pacedRequests(`${base}${story}`)) as Record<
      "p50" | "p99" | "most" | "answered" | "failed",
      number
    >;
    console.log(
      `pages   story page, ${rate} requests/s for ${seconds} s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (bar: 50), longest ${most.toFixed(0)} ms, ${answered} answered, ${failed} failed`,
    );
  } finally {
    site.child.kill("SIGTERM");
    await site.done;
    await rm(data, { recursive: true, force: true });
  }
}

export async function firstStory(base: string): Promise<string> {
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

function pacedRequests(url: string): Promise<string> {
  const file = fileURLToPath(new URL("./paced-requests.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, url, String(rate), String(seconds)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve) => child.once("close", () => resolve(printed)));
}
