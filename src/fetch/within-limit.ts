import { setMaxListeners } from "node:events";

/**
 * Does `work` under a signal that fires when one of `outer` does or when the time is up, and settles at that moment, however long the work
 * itself takes to notice: undici, for one, does not hear of it while it waits for a connection.
 *
 * @param limit the time and what is thrown when it is up; none sets no time
 * @throws what `work` throws, else the reason of the signal
 */
export async function withinLimit<T>(
  work: (signal: AbortSignal) => Promise<T>,
  outer: readonly (AbortSignal | undefined)[],
  limit?: { readonly ms: number; readonly error: () => Error },
): Promise<T> {
  const stop = new AbortController();
  const signals = outer.filter((signal) => signal !== undefined);
  // Hundreds of requests wait on one signal of their caller: no leak, which Node would warn of at eleven.
  setMaxListeners(0, ...signals);
  const onOuter = (event: Event) => stop.abort((event.target as AbortSignal).reason);
  for (const signal of signals) {
    if (signal.aborted) throw signal.reason;
    signal.addEventListener("abort", onOuter, { once: true });
  }
  const timer = limit && setTimeout(() => stop.abort(limit.error()), limit.ms);
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason), { once: true });
  });
  const working = work(stop.signal);
  working.catch(() => {});
  try {
    return await Promise.race([working, stopped]);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener("abort", onOuter);
  }
}
