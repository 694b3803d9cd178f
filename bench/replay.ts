import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBackstory, startReplay } from "./processes.ts";

const port = 8097;

/** Replayed real articles, fetch to published page, on the embedded store: articles a second and peak memory. */
export async function benchReplay(shared: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "backstory-bench-"));
  const replay = await startReplay(shared, "clustering/newscope.jsonl", port);
  const env = { BACKSTORY_FETCH_ALLOWED_HOSTS: "127.0.0.0/8", BACKSTORY_FEEDS_SHIPPED: "false" };
  try {
    const imported = startBackstory(["feeds", "import", replay.opml, "--data", data], env);
    if ((await imported.done) !== 0) throw new Error("the feeds could not be imported");
    const started = performance.now();
    const run = startBackstory(["run", "--data", data], env);
    const [, read] = await run.line(/(\d+) articles given to stories/);
    await run.done;
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `replay  ${read} articles in ${seconds.toFixed(1)} s: ${(Number(read) / seconds).toFixed(1)} articles/s (bar: 25)`,
    );
    console.log(`replay  peak memory ${run.peakMb().toFixed(0)} MB (bar: 1200)`);
  } finally {
    replay.stop();
    await rm(data, { recursive: true, force: true });
  }
}
