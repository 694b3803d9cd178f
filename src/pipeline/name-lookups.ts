import { setTimeout as pause } from "node:timers/promises";
import type { NameQuery } from "../model/encyclopaedia.ts";
import { type DueLookup, type SettledLookup, settleLookup, takeDueLookup } from "../store/name-lookups.ts";
import { type LookupContext, lookUpName, type NameLookup, type WikimediaAddresses, wikimedia } from "./look-up-name.ts";
import type { PipelineContext } from "./pipeline-context.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How often the encyclopaedia is asked, in milliseconds. */
export const lookupPace = {
  /** Between two requests, over all of its hosts. */
  betweenRequests: 1_000,
  /** While nothing is due. */
  idle: 5_000,
  /** After a failure nothing at all is asked for so long: the network is away, or we are asked to wait. */
  afterFailure: 10 * minute,
  /** What is known of a name is asked anew after a month, as long as some page of the last six weeks wants it. */
  refresh: 30 * day,
  wantedWithin: 42 * day,
  /** A name that failed is tried again after an hour, and after each further failure twice as long, up to a month. */
  retry: 60 * minute,
} as const;

export type LookupPace = { readonly [key in keyof typeof lookupPace]: number };

/** The look-ups of an edition while it is kept up to date. */
export interface NameLookups {
  /** Calls off the request under way, keeps what came of it for another time, and returns. */
  stop(): Promise<void>;
}

/**
 * Looks up the names that pages wanted, one after the other in the background: no page waits for one. A page whose names were found is
 * written again. What comes of each is kept in the store.
 */
export function startNameLookups(
  { store: { db }, fetcher, now }: Pick<PipelineContext, "store" | "fetcher" | "now">,
  options: {
    readonly addresses?: WikimediaAddresses;
    readonly pace?: LookupPace;
    readonly onError?: (error: unknown) => void;
  } = {},
): NameLookups {
  const { addresses = wikimedia, pace = lookupPace, onError = (error) => console.error(error) } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = (ms: number) => pause(ms, undefined, { signal, ref: false }).catch(() => {});
  let last = Number.NEGATIVE_INFINITY;
  const context: LookupContext = {
    fetcher,
    addresses,
    signal,
    async turn() {
      await rest(Math.max(0, last + pace.betweenRequests - performance.now()));
      last = performance.now();
    },
  };
  const next = async (): Promise<number> => {
    const wanting = { leaseMs: pace.afterFailure, wantedWithinMs: pace.wantedWithin };
    const due = await takeDueLookup(db, now(), wanting);
    if (!due) return pace.idle;
    const lookup = await lookUpName(due, context);
    // Called off: its turn comes again when its lease is over.
    if (signal.aborted) return 0;
    await settleLookup(db, queryOf(due), settled(lookup, due, now(), pace), now().toISOString());
    return lookup.outcome === "failed" ? Math.max(pace.afterFailure, lookup.retryAfterMs ?? 0) : 0;
  };
  const work = (async () => {
    while (!signal.aborted) {
      const restMs = await next().catch((error: unknown) => {
        onError(error);
        return pace.afterFailure;
      });
      if (restMs > 0) await rest(restMs);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

const queryOf = ({ name, type, language }: DueLookup): NameQuery => ({ name, type, language });

function settled(lookup: NameLookup, { failures }: DueLookup, now: Date, pace: LookupPace): SettledLookup {
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
  if (lookup.outcome !== "failed")
    return {
      outcome: lookup.outcome,
      ...(lookup.outcome === "found" && { articles: lookup.articles }),
      failed: false,
      dueAt: at(pace.refresh),
    };
  const wait = Math.max(lookup.retryAfterMs ?? 0, Math.min(pace.refresh, pace.retry * 2 ** failures));
  return { outcome: lookup.reason, detail: lookup.detail, failed: true, dueAt: at(wait) };
}
