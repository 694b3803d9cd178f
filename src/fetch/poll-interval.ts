import { fetchParameters } from "./parameters.ts";

/** What the last poll of a feed brought. */
export interface PollHistory {
  readonly newItems: number;
  /** The interval before this poll; 0 where there was none. */
  readonly lastDelayMs: number;
  /** Failures in a row, this poll's included; 0 after a success. */
  readonly failures: number;
  readonly retryAfterMs?: number;
}

/**
 * When a feed is asked next, in ms from now. Shorter after news, longer after none; after a failure it starts again from the
 * shortest interval and doubles, because most faults pass within the hour while a dead feed should soon cost nothing. A host's own
 * Retry-After is obeyed even beyond `maxMs`, for a day at most.
 */
export function nextPollDelayMs(
  { newItems, lastDelayMs, failures, retryAfterMs = 0 }: PollHistory,
  { minMs, maxMs }: { readonly minMs: number; readonly maxMs: number },
): number {
  const { pollGrowth, pollShrink, burstItems, burstShrink, failureGrowth, maxRetryAfterMs } = fetchParameters;
  const change = newItems === 0 ? pollGrowth : newItems < burstItems ? pollShrink : burstShrink;
  const wished = failures > 0 ? minMs * failureGrowth ** failures : Math.max(lastDelayMs, minMs) * change;
  const within = Math.min(Math.max(wished, minMs), Math.max(minMs, maxMs));
  return Math.round(Math.max(within, Math.min(retryAfterMs, maxRetryAfterMs)));
}
