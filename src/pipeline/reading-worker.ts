import { parentPort } from "node:worker_threads";
import { loadLearned } from "../learned.ts";
import { type Reading, type ReadRequest, readArticle } from "./read-article.ts";

/** The thread that reads pages: extraction and annotation of hostile input run here, where they can be stopped. */
export interface ReadingReply {
  readonly ticket: number;
  readonly reading: Reading;
}

const port = parentPort;
if (!port) throw new Error("reading-worker.ts is the body of a worker thread.");
const learned = loadLearned();
port.on("message", ({ ticket, request }: { ticket: number; request: ReadRequest }) => {
  port.postMessage({ ticket, reading: readSafely(request) } satisfies ReadingReply);
});

/** A fault of ours in one article must not stop the rest: it becomes that article's skip. */
function readSafely(request: ReadRequest): Reading {
  try {
    return readArticle(request, learned);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { skip: { stage: "annotate", reason: "reading-failed", detail: detail.slice(0, 500) } };
  }
}
