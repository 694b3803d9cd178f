import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { EmbeddedReply, EmbeddedStart } from "./pglite-worker.ts";

/** A running embedded database. */
export interface Embedded {
  /** The folder of its socket: the `host` that the driver is given. */
  readonly host: string;
  close(): Promise<void>;
}

/** A stop waits so long for the last writes; then the thread is ended, as a kill would, which loses nothing. */
const closeLimitMs = 10_000;

/** Starts the embedded PostgreSQL on a folder. Rejects with its own words when it cannot open it. The caller holds the folder's lock. */
export async function startEmbedded(folder: string): Promise<Embedded> {
  // A socket's path may have about 100 characters, so it lives in the system's folder for such things, which only we may enter.
  const host = mkdtempSync(join(tmpdir(), "backstory-"));
  const body = new URL("./pglite-worker.ts", import.meta.url).href;
  const start: EmbeddedStart = { body, folder, socket: join(host, ".s.PGSQL.5432") };
  const worker = new Worker(new URL("../../bin/thread.mjs", import.meta.url), { workerData: start });
  const answer = () =>
    new Promise<EmbeddedReply>((resolve) => {
      worker.once("message", resolve);
      worker.once("error", (error) => resolve({ failed: error.message }));
      worker.once("exit", () => resolve({ failed: "The database ended by itself." }));
    });
  const first = await answer();
  if (!("ready" in first)) {
    await worker.terminate();
    rmSync(host, { recursive: true, force: true });
    throw new Error("failed" in first ? first.failed : "The database did not start.");
  }
  worker.on("error", () => {});
  return {
    host,
    async close() {
      const closed = answer();
      worker.postMessage("close");
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, closeLimitMs).unref())]);
      await worker.terminate();
      rmSync(host, { recursive: true, force: true });
    },
  };
}
