import { MessageChannel, Worker } from "node:worker_threads";
import type { EmbeddedReply, EmbeddedRequest, EmbeddedStart } from "./pglite-worker.ts";
import { PortStream } from "./port-stream.ts";

/** A running embedded database. */
export interface Embedded {
  /** A new connection: the `stream` that the driver is given. */
  connection(): PortStream;
  close(): Promise<void>;
}

/** A stop waits so long for the last writes; then the thread is ended, as a kill would, which loses nothing. */
const closeLimitMs = 10_000;

/** Starts the embedded PostgreSQL on a folder. Rejects with its own words when it cannot open it. The caller holds the folder's lock. */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const body = new URL("./pglite-worker.ts", import.meta.url).href;
  const start: EmbeddedStart = { body, folder };
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
    throw new Error("failed" in first ? first.failed : "The database did not start.");
  }
  worker.on("error", () => {});
  return {
    connection() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port2 satisfies EmbeddedRequest, [port2]);
      return new PortStream(port1);
    },
    async close() {
      const closed = answer();
      worker.postMessage("close" satisfies EmbeddedRequest);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, closeLimitMs).unref())]);
      await worker.terminate();
    },
  };
}
