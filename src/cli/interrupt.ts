/**
 * Turns Ctrl-C and a polite kill into an abort signal, so that a command can end between two records. A second Ctrl-C ends at once,
 * which the store survives.
 */
export function onInterrupt(say = "Stopping; what is done is kept …"): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write(`\n${say}\n`);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}

/** Resolves when the signal says stop. */
export function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
