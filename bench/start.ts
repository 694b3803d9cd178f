import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBackstory } from "./processes.ts";

/** From the command to the first byte of the front page: on an empty folder, and on a store that exists. */
export async function benchStart(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "backstory-bench-"));
  try {
    for (const [name, bar] of [
      ["empty folder", "no bar"],
      ["existing store", "bar: 5 s"],
    ]) {
      const started = performance.now();
      const site = startBackstory(["start", "--port", "0", "--data", data]);
      const [, base] = await site.line(/at (http:\S+)/);
      await fetch(`${base}/`).then((answer) => answer.text());
      console.log(`start   ${name}: first page after ${((performance.now() - started) / 1000).toFixed(1)} s (${bar})`);
      site.child.kill("SIGTERM");
      await site.done;
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
