import { parentPort } from "node:worker_threads";
import { loadLearned } from "../learned.ts";
import { outletRegister } from "../model/outlet.ts";
import type { Engine } from "../write/engines/engine.ts";
import { extractiveEngine } from "../write/engines/extractive-engine.ts";
import { type Composed, composeWith, type Helpers } from "./compose-briefing.ts";
import { type Reading, readArticle } from "./read-article.ts";
import type { Job } from "./work-pool.ts";

/*
 * The thread that computes: the extraction and annotation of hostile pages run here, where they can be stopped, and so does the writing of
 * pages, which would keep the site from answering meanwhile.
 */

export interface WorkReply {
  readonly ticket: number;
  readonly done: Reading | Composed | Error;
}

const port = parentPort;
if (!port) throw new Error("work-thread.ts is the body of a worker thread.");
const learned = loadLearned();
port.on("message", async ({ ticket, job }: { ticket: number; job: Job }) => {
  port.postMessage({ ticket, done: await doSafely(job) } satisfies WorkReply);
});

/** A fault of ours in one article or story must not stop the rest: it becomes the fault of that one. */
async function doSafely(job: Job): Promise<WorkReply["done"]> {
  try {
    if (job.kind === "read") return readArticle(job.request, learned);
    const { outlets, model, judged = false } = job.story;
    return composeWith(
      await engineOf(model),
      { ...job.story, outlets: outletRegister(outlets) },
      learned,
      job.answers,
      model === undefined ? {} : await helpersOf(judged),
    );
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function helpersOf(judged: boolean): Promise<Helpers> {
  const { translationsBy: translate } = await import("./translations.ts");
  return judged ? { translate, judge: (await import("./second-opinions.ts")).secondOpinions } : { translate };
}

/** A thread that never writes with a model never loads what that takes. */
async function engineOf(model: string | undefined): Promise<Engine> {
  return model === undefined ? extractiveEngine : (await import("../write/engines/model-engine.ts")).modelEngine(model);
}
