import { parentPort } from "node:worker_threads";
import { loadLearned } from "../learned.ts";
import type { Briefing } from "../model/briefing.ts";
import { outletRegister } from "../model/outlet.ts";
import { composeBriefing } from "./compose-briefing.ts";
import { type Reading, readArticle } from "./read-article.ts";
import type { Job } from "./work-pool.ts";

/*
 * The thread that computes: the extraction and annotation of hostile pages run here, where they can be stopped, and so does the writing of
 * pages, which would keep the site from answering meanwhile.
 */

export interface WorkReply {
  readonly ticket: number;
  readonly done: Reading | Briefing | Error;
}

const port = parentPort;
if (!port) throw new Error("work-thread.ts is the body of a worker thread.");
const learned = loadLearned();
port.on("message", ({ ticket, job }: { ticket: number; job: Job }) => {
  port.postMessage({ ticket, done: doSafely(job) } satisfies WorkReply);
});

/** A fault of ours in one article or story must not stop the rest: it becomes the fault of that one. */
function doSafely(job: Job): WorkReply["done"] {
  try {
    return job.kind === "read"
      ? readArticle(job.request, learned)
      : composeBriefing({ ...job.story, outlets: outletRegister(job.story.outlets) }, learned);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
