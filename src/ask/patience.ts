import { setTimeout as sleep } from "node:timers/promises";
import type { AskFailed } from "../model/ask.ts";
import type { RequestFailure } from "./failure-of.ts";

export interface PatienceOptions {
  /** Sent to the endpoint, and nowhere else: it is taken out of what it says. */
  readonly key?: string;
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  readonly now?: () => number;
}

/** Requests for one answer. */
const tries = 3;
/** Milliseconds before the second request and, four times that, the third; an endpoint that says how long is believed up to a minute. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** After so many failures in a row the endpoint is left alone for a while, so that nothing waits for one that is down. */
const failuresBeforeRest = 3;
const restMs = 60_000;

/** Makes a request again where that may help, and leaves an endpoint alone that is down. Never rejects. */
export type Patience = <R extends object>(
  request: () => Promise<R | RequestFailure>,
  signal?: AbortSignal,
) => Promise<R | AskFailed>;

/** The patience with one endpoint. */
export function patience({ key, pause = wait, now = Date.now }: PatienceOptions): Patience {
  let failures = 0;
  let rest: { readonly until: number; readonly failed: AskFailed } | undefined;

  const persist: Patience = async (request, signal) => {
    for (let attempt = 1; ; attempt++) {
      const reply = await request();
      if (!isFailure(reply)) return reply;
      const { failed, detail, again, waitMs = firstPauseMs * 4 ** (attempt - 1) } = reply;
      if (!again || attempt >= tries) return { failed, detail: key ? detail.replaceAll(key, "(key)") : detail };
      await pause(Math.min(longestPauseMs, waitMs), signal).catch(() => {});
    }
  };
  return async (request, signal) => {
    if (signal?.aborted) return { failed: "model-stopped", detail: "The edition was stopped." };
    if (rest && now() < rest.until) return rest.failed;
    const reply = await persist(request, signal);
    failures = "failed" in reply && reply.failed !== "model-stopped" ? failures + 1 : 0;
    if ("failed" in reply && failures >= failuresBeforeRest) rest = { until: now() + restMs, failed: reply };
    return reply;
  };
}

function isFailure(reply: object): reply is RequestFailure {
  return "failed" in reply;
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { ...(signal && { signal }) });
}
