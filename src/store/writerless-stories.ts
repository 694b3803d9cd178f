import type { Queryable } from "./database.ts";

/** Which stories a model is to write. */
export interface WriterWanted {
  readonly minArticles: number;
  readonly minOrigins: number;
  /** With a report since then, ISO 8601. */
  readonly since: string;
}

/** Makes the pages stale that a model is to write and none has: it was down, the day's budget was used up, or there was none. Returns how many. */
export async function retryWriterless(
  db: Queryable,
  { minArticles, minOrigins, since }: WriterWanted,
): Promise<number> {
  const rows = await db.query(
    `update stories set change = change + 1 where writer is null and written_at is not null and change = written_change
       and merged_into is null and articles >= $1 and origins >= $2 and newest_at >= $3 returning id`,
    [minArticles, minOrigins, since],
  );
  return rows.length;
}
