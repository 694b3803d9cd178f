import { PgBoss } from "pg-boss";
import type { Database } from "./database.ts";

/** The jobs of the pipeline. A job carries the id of what is to be done; state is in the tables. */
export type JobName = "poll-feed" | "read-item" | "write-story";

/** Jobs on the edition's own database: tried again with back-off, shared by all workers. */
export interface Queue {
  /** Queues a job for each id; an id that is queued already is not queued twice. */
  send(job: JobName, ids: readonly string[]): Promise<void>;
  /** Takes jobs in batches until the queue is stopped. A batch whose handler throws is tried again, so handlers are idempotent. */
  work(job: JobName, handler: (ids: readonly string[], signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Takes no more jobs, tells the handlers, and waits for them a moment. What they leave is done at the next start. */
  stop(): Promise<void>;
}

/** Requests to many hosts are under way at once, so reading takes large batches; a page is written in 50 ms, so writing small ones. */
const workers: Readonly<Record<JobName, { readonly batchSize: number; readonly localConcurrency: number }>> = {
  "poll-feed": { batchSize: 50, localConcurrency: 2 },
  "read-item": { batchSize: 64, localConcurrency: 6 },
  "write-story": { batchSize: 16, localConcurrency: 1 },
};
/** A job that fails three times waits for the sweep, which looks at the tables. */
const retries = {
  retryLimit: 2,
  retryDelay: 5,
  retryBackoff: true,
  heartbeatSeconds: 30,
  deleteAfterSeconds: 3600,
} as const;
const pollingSeconds = 0.5;
const insertedAtOnce = 500;
const stopLimitMs = 8_000;

interface Job {
  readonly id: string;
}

/** Opens the queue on a store's database; its tables are made in a schema of their own. */
export async function openQueue(
  store: { readonly db: Database },
  onError: (error: Error) => void = () => {},
): Promise<Queue> {
  const { db } = store;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const boss = new PgBoss({
    // The embedded database has one session, so the queue shares its connection and listens to nothing.
    db: { executeSql: async (text, values) => ({ rows: await db.query(text, values ?? []) }) },
    backend: db.kind,
    useListenNotify: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", onError);
  await boss.start();
  for (const job of Object.keys(workers)) {
    await boss.createQueue(`${job}-dead`);
    // "short": one queued job an id; what is under way may be queued once more.
    await boss.createQueue(job, { policy: "short", ...retries, deadLetter: `${job}-dead` });
  }
  return {
    async send(job, ids) {
      const distinct = [...new Set(ids)];
      for (let at = 0; at < distinct.length && !stopping.signal.aborted; at += insertedAtOnce)
        await boss.insert(
          job,
          distinct.slice(at, at + insertedAtOnce).map((id) => ({ data: { id } satisfies Job, singletonKey: id })),
        );
    },
    async work(job, handler) {
      const { batchSize, localConcurrency } = workers[job];
      await boss.work<Job>(
        job,
        { batchSize, localConcurrency, pollingIntervalSeconds: pollingSeconds, burstWhenBatchFull: true },
        async (jobs) => {
          const work = handler(
            jobs.map(({ data }) => data.id),
            stopping.signal,
          );
          running.add(work);
          await work.finally(() => running.delete(work));
        },
      );
    },
    async stop() {
      stopping.abort();
      const rest = Promise.allSettled([...running]);
      await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, stopLimitMs).unref())]);
      await boss.stop({ graceful: false, close: false });
    },
  };
}
