import { stoppedFault } from "./fault.ts";

/** How one host is to be asked. */
export interface HostPace {
  /** Host and port: what shares them shares a server. */
  readonly host: string;
  readonly atOnce: number;
  /** The pause after a request before the next one begins. */
  readonly delayMs: number;
}

interface Task {
  readonly pace: HostPace;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
}

interface Lane {
  readonly waiting: Task[];
  running: number;
  readyAt: number;
}

/**
 * Who may ask whom, when. Each host has a lane of its own, first come first served; the lanes take turns for the seats they share, so
 * that a host with a thousand pages waiting never holds up one with a single feed.
 */
export class HostQueue {
  readonly #seats: number;
  /** In order of turn. A lane that had its turn goes to the end, also when it is over: who came meanwhile has had none yet. */
  readonly #lanes = new Map<string, Lane>();
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param seats requests under way at once, over all hosts */
  constructor(seats: number) {
    this.#seats = seats;
  }

  /**
   * Does `work` when it is its turn and gives its result. When `signal` fires first, the turn is given up.
   *
   * @throws FetchFault("stopped") when it was called off before it began; else what `work` throws
   */
  run<T>(pace: HostPace, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed || signal?.aborted) return reject(stoppedFault());
      const { waiting } = this.#lane(pace.host);
      const task: Task = {
        pace,
        start: () => {
          signal?.removeEventListener("abort", task.cancel);
          return work().then(resolve, reject);
        },
        cancel: () => {
          const place = waiting.indexOf(task);
          if (place >= 0) waiting.splice(place, 1);
          signal?.removeEventListener("abort", task.cancel);
          reject(stoppedFault());
        },
      };
      signal?.addEventListener("abort", task.cancel, { once: true });
      waiting.push(task);
      this.#next();
    });
  }

  /** Leaves a host alone for a while. */
  rest(host: string, ms: number): void {
    const lane = this.#lane(host);
    lane.readyAt = Math.max(lane.readyAt, performance.now() + ms);
  }

  /** Calls off whatever has not begun. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const { waiting } of this.#lanes.values()) for (const task of [...waiting]) task.cancel();
  }

  #lane(host: string): Lane {
    const lane = this.#lanes.get(host) ?? { waiting: [], running: 0, readyAt: 0 };
    this.#lanes.set(host, lane);
    return lane;
  }

  /** Gives free seats to the lanes in turn, one each a round, until no seat is free or no lane may go. */
  #next(): void {
    let started = true;
    while (started && this.#running < this.#seats) {
      started = false;
      const now = performance.now();
      for (const [host, lane] of [...this.#lanes]) {
        if (this.#running >= this.#seats) break;
        const task = lane.readyAt <= now ? lane.waiting[0] : undefined;
        if (task && lane.running < task.pace.atOnce) {
          lane.waiting.shift();
          this.#toTheEnd(host, lane);
          this.#begin(lane, task);
          started = true;
        } else if (lane.waiting.length === 0 && lane.running === 0 && lane.readyAt <= now) this.#lanes.delete(host);
      }
    }
    this.#wakeForTheNext();
  }

  #toTheEnd(host: string, lane: Lane): void {
    this.#lanes.delete(host);
    this.#lanes.set(host, lane);
  }

  #begin(lane: Lane, task: Task): void {
    lane.running++;
    this.#running++;
    void task.start().finally(() => {
      lane.running--;
      this.#running--;
      this.#toTheEnd(task.pace.host, lane);
      lane.readyAt = Math.max(lane.readyAt, performance.now() + task.pace.delayMs);
      if (!this.#closed) this.#next();
    });
  }

  /**
   * A lane that only waits for the end of its pause is woken then; any other is woken by the request that ends. A pause that ended since
   * the lanes were looked at counts too: left out here, it would be waited for by nobody, and its host would stand still for good.
   */
  #wakeForTheNext(): void {
    clearTimeout(this.#timer);
    if (this.#running >= this.#seats) return;
    const pauses = [...this.#lanes.values()].filter(
      ({ waiting: [task], running }) => task && running < task.pace.atOnce,
    );
    if (pauses.length === 0) return;
    const soonest = Math.min(...pauses.map(({ readyAt }) => readyAt));
    this.#timer = setTimeout(() => this.#next(), Math.max(0, Math.ceil(soonest - performance.now())));
  }
}
