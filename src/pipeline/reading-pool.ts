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

/** Starts `threads` reading threads; they load weights and facts once, at their first article. */
export function openReadingPool(threads: number, timeLimitMs = defaultTimeLimitMs): ReadingPool {
  const waiting: Task[] = [];
  const seats = Array.from({ length: threads }, () => new Seat(timeLimitMs, () => waiting.shift()));
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
  readonly #take: () => Task | undefined;
  #worker: Worker | undefined;
  #task: Task | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ticket = 0;

  constructor(timeLimitMs: number, take: () => Task | undefined) {
    this.#timeLimitMs = timeLimitMs;
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
    const body = new URL("./reading-worker.ts", import.meta.url).href;
    const worker = new Worker(new URL("../../bin/thread.mjs", import.meta.url), { workerData: { body } });
    worker.on("message", (reply: ReadingReply) => {
      if (reply.ticket === this.#ticket) this.#finish(reply.reading);
    });
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#dismiss("reading-failed", error.message);
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
