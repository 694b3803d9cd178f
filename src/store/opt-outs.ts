import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";

/** How a page asks not to be read, or not to be mined, by programs. */
export const optOutReasons = ["robots", "tdm-reservation", "noai"] as const;
export type OptOutReason = (typeof optOutReasons)[number];

/** An opt-out as it was last met at an outlet's pages. */
export interface OptOut {
  readonly outletId: string;
  readonly reason: OptOutReason;
  /** The page. */
  readonly url: string;
  /** ISO 8601. */
  readonly seenAt: string;
}

/** Keeps the newest of its kind. */
export async function saveOptOut(db: Queryable, { outletId, reason, url, seenAt }: OptOut): Promise<void> {
  await db.query(
    `insert into opt_outs (outlet_id, reason, url, seen_at) values ($1, $2, $3, $4)
     on conflict (outlet_id, reason) do update set url = excluded.url, seen_at = excluded.seen_at`,
    [outletId, reason, url, seenAt],
  );
}

/** The opt-outs met at all outlets, or at one, the newest first. */
export async function listOptOuts(db: Queryable, outletId?: string): Promise<OptOut[]> {
  const rows = await db.query(
    `select outlet_id as "outletId", reason, url, seen_at as "seenAt" from opt_outs
     where $1::text is null or outlet_id = $1 order by seen_at desc, outlet_id, reason`,
    [outletId ?? null],
  );
  return rows.map((row) => present<OptOut>(row as never));
}
