import { parentPort } from "node:worker_threads";
import type { ReadRequest } from "../../src/pipeline/read-article.ts";
import type { ReadingReply } from "../../src/pipeline/reading-worker.ts";

/** The body of a thread that does what the title of an article says, as a page could make a real one do by a fault of ours. */
parentPort?.on("message", ({ ticket, request }: { ticket: number; request: ReadRequest }) => {
  const { title } = request.item;
  if (title === "hang") for (;;);
  if (title === "exit") process.exit(3);
  if (title === "throw") throw new Error("a fault outside of any article");
  if (title === "fill memory")
    for (const kept: number[][] = []; ; ) kept.push(new Array(1_000_000).fill(kept.length + 0.5));
  const reply: ReadingReply = { ticket, reading: { skip: { stage: "extract", reason: "read", detail: title } } };
  parentPort?.postMessage(reply);
});
