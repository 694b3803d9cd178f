import { Worker } from "node:worker_threads";
import type { Reading, ReadRequest } from "./read-article.ts";
import type { ReadingReply } from "./reading-worker.ts";

/** Threads that read articles, one at a time each. */
export interface ReadingPool {
  /** Never rejects: an article that takes longer than the limit is a named skip, and its thread is replaced. */
  read(request: ReadRequest): Promise<Reading>;
  close(): Promise<void>;
}

interface Task {
  readonly request: ReadRequest;
  readonly done: (reading: Reading) => void;
}

/** The median article takes 30 ms, the slowest page of the public benchmark under one second. */
const defaultTimeLimitMs = 20_000;
/** A page that wants more ends its thread, not the process; the weights and the largest pages of the public sets take 300 MB. */
const maxHeapMb = 768;
/** The body of a reading thread. */
const readingWorker = new URL("./reading-worker.ts", import.meta.url);

/**
 * Opens a pool of `threads` reading threads; each starts, and loads weights and facts, at its first article.
 *
 * @param body what the threads run; it answers a `ReadRequest` with its ticket as reading-worker.ts does
 */
export function openReadingPool(threads: number, timeLimitMs = defaultTimeLimitMs, body = readingWorker): ReadingPool {
  const waiting: Task[] = [];
  const seats = Array.from({ length: threads }, () => new Seat(timeLimitMs, body, () => waiting.shift()));
  return {
    read: (request) =>
      new Promise((done) => {
        waiting.push({ request, done });
        seats.find((seat) => seat.idle)?.next();
      }),
    async close() {
      for (const task of waiting.splice(0)) task.done(stopped);
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

const stopped: Reading = {
  skip: { stage: "extract", reason: "stopped", detail: "The edition was stopped before this article was read." },
};

/** A place at the desk: one thread at a time sits here, and is replaced when it hangs or dies. */
class Seat {
  readonly #timeLimitMs: number;
  readonly #body: URL;
  readonly #take: () => Task | undefined;
  #worker: Worker | undefined;
  #task: Task | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ticket = 0;

  constructor(timeLimitMs: number, body: URL, take: () => Task | undefined) {
    this.#timeLimitMs = timeLimitMs;
    this.#body = body;
    this.#take = take;
  }

  get idle(): boolean {
    return this.#task === undefined;
  }

  next(): void {
    if (this.#task) return;
    this.#task = this.#take();
    if (!this.#task) return;
    this.#worker ??= this.#hire();
    this.#ticket++;
    const seconds = this.#timeLimitMs / 1000;
    this.#timer = setTimeout(
      () => this.#dismiss("reading-timeout", `Reading it took longer than ${seconds} seconds.`),
      this.#timeLimitMs,
    );
    this.#worker.postMessage({ ticket: this.#ticket, request: this.#task.request });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#task?.done(stopped);
    this.#task = undefined;
    await this.#worker?.terminate();
  }

  #hire(): Worker {
    const worker = new Worker(new URL("../../bin/thread.mjs", import.meta.url), {
      workerData: { body: this.#body.href },
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    worker.on("message", (reply: ReadingReply) => {
      if (reply.ticket === this.#ticket) this.#finish(reply.reading);
    });
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#dismiss("reading-failed", error.message);
    });
    // Where an error came first, the thread is dismissed already.
    worker.on("exit", (status) => {
      if (worker === this.#worker) this.#dismiss("reading-failed", `The reading thread ended with status ${status}.`);
    });
    worker.unref();
    return worker;
  }

  #dismiss(reason: string, detail: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#finish({ skip: { stage: "extract", reason, detail } });
  }

  #finish(reading: Reading): void {
    clearTimeout(this.#timer);
    const task = this.#task;
    this.#task = undefined;
    task?.done(reading);
    this.next();
  }
}
