import { FetchFault } from "./fault.ts";
import type { FailureReason } from "./outcome.ts";

interface Rest {
  readonly until: number;
  readonly reason: FailureReason;
  readonly status: number;
}

/** Hosts that asked to be left alone for longer than anybody waits (429 or 503 with Retry-After). */
export class HostRests {
  readonly #rests = new Map<string, Rest>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  begin(host: string, ms: number, status: number): void {
    for (const [other, { until }] of this.#rests) if (until <= this.#now().getTime()) this.#rests.delete(other);
    this.#rests.set(host, { until: this.#now().getTime() + ms, reason: `http-${status}`, status });
  }

  /** @throws FetchFault with the reason the host gave, and the rest of its time, while it wants no requests */
  check(host: string): void {
    const rest = this.#rests.get(host);
    const retryAfterMs = rest ? rest.until - this.#now().getTime() : 0;
    if (!rest || retryAfterMs <= 0) return;
    const { reason, status } = rest;
    const minutes = Math.ceil(retryAfterMs / 60_000);
    throw new FetchFault(reason, `${host} asked (${status}) to be left alone for ${minutes} more minutes.`, {
      status,
      retryAfterMs,
    });
  }
}
