import { Worker } from "node:worker_threads";
import type { Answers } from "../model/ask.ts";
import type { Outlet } from "../model/outlet.ts";
import type { Composed, StoryInput } from "./compose-briefing.ts";
import type { Reading, ReadRequest } from "./read-article.ts";
import type { WorkReply } from "./work-thread.ts";

/** A story to be written, as it can be handed to a thread: with the outlets themselves in place of their register. */
export type StoryToWrite = Omit<StoryInput, "outlets"> & {
  readonly outlets: readonly Outlet[];
  /** The model that writes it; absent for the extractive engine. */
  readonly model?: string;
  /** What is in doubt is put to a judge. */
  readonly judged?: boolean;
};

/** What a thread does. */
export type Job =
  | { readonly kind: "read"; readonly request: ReadRequest }
  | { readonly kind: "write"; readonly story: StoryToWrite; readonly answers: Answers };

/** Threads that read articles and write pages, one at a time each. */
export interface WorkPool {
  /** Starts all threads now, for a process that is going to have work for them. */
  warm(): void;
  /** Never rejects: an article that takes longer than the limit is a named skip, and its thread is replaced. */
  read(request: ReadRequest): Promise<Reading>;
  /** The page as the answers there are make it. Rejects with the fault, or with `WorkStopped`. */
  write(story: StoryToWrite, answers: Answers): Promise<Composed>;
  close(): Promise<void>;
}

/** The edition was stopped before this page was written: no fault of the story, it is written at the next start. */
export class WorkStopped extends Error {}

/** How a job ended: done by the thread, or why it was not. */
type Ending =
  | { readonly done: WorkReply["done"] }
  | { readonly failed: "timeout" | "failed" | "stopped"; readonly detail: string };

interface Task {
  readonly job: Job;
  readonly end: (ending: Ending) => void;
}

/**
 * Milliseconds a job may take. The median article takes 20, the slowest page of the public benchmark under one second; a story of 300 articles
 * takes three seconds.
 */
const defaultTimeLimits = { read: 20_000, write: 120_000 };
/** A job that wants more ends its thread, not the process; the weights and the largest pages of the public sets take 300 MB. */
const maxHeapMb = 768;
/** The body of a thread. */
const workThread = new URL("./work-thread.ts", import.meta.url);

/**
 * Opens a pool of `threads` threads; each starts, and loads weights and facts, at its first job or when it is asked to.
 *
 * @param body what the threads run; it answers a `Job` with its ticket as work-thread.ts does
 */
export function openWorkPool(threads: number, timeLimits = defaultTimeLimits, body = workThread): WorkPool {
  const waiting: Task[] = [];
  const seats = Array.from({ length: threads }, () => new Seat(timeLimits, body, () => waiting.shift()));
  const run = (job: Job) =>
    new Promise<Ending>((end) => {
      waiting.push({ job, end });
      seats.find((seat) => seat.idle)?.next();
    });
  return {
    warm() {
      for (const seat of seats) seat.warm();
    },
    async read(request) {
      const ending = await run({ kind: "read", request });
      if ("failed" in ending) {
        const reason = ending.failed === "stopped" ? "stopped" : `reading-${ending.failed}`;
        return { skip: { stage: "extract", reason, detail: ending.detail } };
      }
      if (!(ending.done instanceof Error)) return ending.done as Reading;
      const detail = (ending.done.stack ?? ending.done.message).slice(0, 500);
      return { skip: { stage: "annotate", reason: "reading-failed", detail } };
    },
    async write(story, answers) {
      const ending = await run({ kind: "write", story, answers });
      if ("failed" in ending)
        throw ending.failed === "stopped" ? new WorkStopped(ending.detail) : new Error(ending.detail);
      if (ending.done instanceof Error) throw ending.done;
      return ending.done as Composed;
    },
    async close() {
      for (const task of waiting.splice(0)) task.end(stopped);
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

const stopped: Ending = { failed: "stopped", detail: "The edition was stopped before this was done." };

/** A place at the desk: one thread at a time sits here, and is replaced when it hangs or dies. */
class Seat {
  readonly #timeLimits: typeof defaultTimeLimits;
  readonly #body: URL;
  readonly #take: () => Task | undefined;
  #worker: Worker | undefined;
  #task: Task | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ticket = 0;

  constructor(timeLimits: typeof defaultTimeLimits, body: URL, take: () => Task | undefined) {
    this.#timeLimits = timeLimits;
    this.#body = body;
    this.#take = take;
  }

  get idle(): boolean {
    return this.#task === undefined;
  }

  warm(): void {
    this.#worker ??= this.#hire();
  }

  next(): void {
    if (this.#task) return;
    this.#task = this.#take();
    if (!this.#task) return;
    this.warm();
    this.#ticket++;
    const { job } = this.#task;
    const limitMs = this.#timeLimits[job.kind];
    this.#timer = setTimeout(() => this.#dismiss("timeout", `It took longer than ${limitMs / 1000} seconds.`), limitMs);
    this.#worker?.postMessage({ ticket: this.#ticket, job });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#task?.end(stopped);
    this.#task = undefined;
    await this.#worker?.terminate();
  }

  #hire(): Worker {
    const worker = new Worker(new URL("../../bin/thread.mjs", import.meta.url), {
      workerData: { body: this.#body.href },
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    worker.on("message", (reply: WorkReply) => {
      if (reply.ticket === this.#ticket) this.#finish({ done: reply.done });
    });
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#dismiss("failed", error.message);
    });
    // Where an error came first, the thread is dismissed already.
    worker.on("exit", (status) => {
      if (worker === this.#worker) this.#dismiss("failed", `Its thread ended with status ${status}.`);
    });
    worker.unref();
    return worker;
  }

  #dismiss(failed: "timeout" | "failed", detail: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#finish({ failed, detail });
  }

  #finish(ending: Ending): void {
    clearTimeout(this.#timer);
    const task = this.#task;
    this.#task = undefined;
    task?.end(ending);
    this.next();
  }
}
