import { parentPort } from "node:worker_threads";
import type { Job } from "../../src/pipeline/work-pool.ts";
import type { WorkReply } from "../../src/pipeline/work-thread.ts";

/** The body of a thread that does what the title of an article says, as a page could make a real one do by a fault of ours. */
parentPort?.on("message", ({ ticket, job }: { ticket: number; job: Job }) => {
  const title = job.kind === "read" ? job.request.item.title : job.story.storyId;
  if (title === "hang") for (;;);
  if (title === "exit") process.exit(3);
  if (title === "throw") throw new Error("a fault outside of any article");
  if (title === "fill memory")
    for (const kept: number[][] = []; ; ) kept.push(new Array(1_000_000).fill(kept.length + 0.5));
  const reply: WorkReply = { ticket, done: { skip: { stage: "extract", reason: "read", detail: String(title) } } };
  parentPort?.postMessage(reply);
});
