/** Works on values in their order, so many at once, and takes on no more once `signal` says so. */
export async function inParallel<T>(
  values: readonly T[],
  width: number,
  signal: AbortSignal | undefined,
  work: (value: T) => Promise<void>,
): Promise<void> {
  const queue = values.values();
  const lane = async () => {
    for (const value of queue) {
      if (signal?.aborted) return;
      await work(value);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, values.length) }, lane));
}
