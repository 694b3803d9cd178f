import type { Queryable } from "./database.ts";
import { present } from "./rows.ts";

/** How often something was left out for one reason at one stage. */
export interface SkipCount {
  readonly stage: string;
  readonly reason: string;
  readonly count: number;
}

export interface SkippedItem {
  readonly id: string;
  readonly outletId: string;
  readonly title: string;
  readonly url?: string;
  readonly stage: string;
  readonly reason: string;
  readonly detail?: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The most frequent first. */
export async function skipCounts(db: Queryable): Promise<SkipCount[]> {
  return db.query<SkipCount>(
    `select skip_stage as stage, skip_reason as reason, count(*) as count from items where status = 'skipped'
     group by 1, 2 order by 3 desc, 1, 2`,
  );
}

export async function recentSkips(db: Queryable, limit: number): Promise<SkippedItem[]> {
  const rows = await db.query(
    `select id, outlet_id as "outletId", coalesce(doc ->> 'title', '') as title, url, skip_stage as stage, skip_reason as reason,
       skip_detail as detail, settled_at as at
     from items where status = 'skipped' order by settled_at desc, id limit $1`,
    [limit],
  );
  return rows.map((row) => present<SkippedItem>(row as never));
}
