import type { Queryable } from "./database.ts";
import { type ItemCounts, itemCounts } from "./items.ts";

/** What waits to be done. */
export interface Backlog {
  readonly waiting: number;
  readonly unassigned: number;
  readonly stale: number;
}

/** How far an edition is. */
export interface Progress extends Omit<Backlog, "waiting"> {
  readonly feeds: number;
  readonly polled: number;
  readonly failing: number;
  readonly items: ItemCounts;
  readonly articles: number;
  readonly stories: number;
  readonly written: number;
}

/** Counts over partial indexes only: cheap enough to ask every second, however large the store. */
export async function readBacklog(db: Queryable): Promise<Backlog> {
  const [row] = await db.query<Backlog>(
    `select (select count(*) from items where status = 'waiting') as waiting,
       (select count(*) from articles where story_id is null) as unassigned,
       (select count(*) from stories where change > written_change and merged_into is null) as stale`,
  );
  return row ?? { waiting: 0, unassigned: 0, stale: 0 };
}

/** Counts everything; for pages and commands. */
export async function readProgress(db: Queryable): Promise<Progress> {
  const { unassigned, stale } = await readBacklog(db);
  const [row] = await db.query<Omit<Progress, "items" | "unassigned" | "stale">>(
    `select (select count(*) from feeds where status = 'active') as feeds,
       (select count(*) from feeds where status = 'active' and last_poll_at is not null) as polled,
       (select count(*) from feeds where status = 'active' and failures > 0) as failing,
       (select count(*) from articles) as articles,
       (select count(*) from stories where merged_into is null) as stories,
       (select count(*) from stories where merged_into is null and written_change > 0) as written`,
  );
  const counted = row ?? { feeds: 0, polled: 0, failing: 0, articles: 0, stories: 0, written: 0 };
  return { ...counted, items: await itemCounts(db), unassigned, stale };
}
