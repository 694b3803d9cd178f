import { fetchParameters } from "./parameters.ts";

/** The wait that a Retry-After header asks for, in ms: seconds or an HTTP date (RFC 9110, 10.2.3), at most a day. Undefined where it is neither. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  // All three forms of an HTTP date begin with the day of the week; Date.parse alone takes "-5" for a month.
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : date - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, Math.round(ms)), fetchParameters.maxRetryAfterMs);
}
