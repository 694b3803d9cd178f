import type { ArticleId, Skip } from "../model/article.ts";
import type { FeedItem } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";
import { present } from "./rows.ts";

/** A feed item as a poll found it. Its id is that of the article it becomes. */
export interface NewItem {
  readonly id: ArticleId;
  readonly feedId: string;
  readonly outletId: string;
  readonly item: FeedItem;
  /** ISO 8601. */
  readonly seenAt: string;
  readonly url?: string;
  readonly subject?: string;
}

/** Every item ends as read or as a named skip. One that rests waits for its host, which asked to be left alone for a while. */
export interface ItemRow extends NewItem {
  readonly status: "waiting" | "resting" | "read" | "skipped";
  /** Undefined where it was removed since. */
  readonly outlet?: Outlet;
}

export interface ItemCounts {
  readonly waiting: number;
  readonly resting: number;
  readonly read: number;
  readonly skipped: number;
}

/** Rows a statement, so that a feed of thousands of items is no single huge one. */
const batchRows = 200;

/** Saves the items that are not known yet and returns their ids. */
export async function saveItems(db: Queryable, items: readonly NewItem[]): Promise<ArticleId[]> {
  const fresh: ArticleId[] = [];
  for (let at = 0; at < items.length; at += batchRows) {
    const rows = items.slice(at, at + batchRows).map(({ id, feedId, outletId, url, subject, item, seenAt }) => ({
      id,
      feed_id: feedId,
      outlet_id: outletId,
      url,
      subject,
      doc: item,
      seen_at: seenAt,
    }));
    const saved = await db.query<{ id: ArticleId }>(
      `insert into items (id, feed_id, outlet_id, url, subject, doc, seen_at)
       select id, feed_id, outlet_id, url, subject, doc, seen_at
       from jsonb_to_recordset($1::jsonb) as row (id text, feed_id text, outlet_id text, url text, subject text, doc jsonb, seen_at timestamptz)
       on conflict (id) do nothing returning id`,
      [toJson(rows)],
    );
    fresh.push(...saved.map(({ id }) => id));
  }
  return fresh;
}

/** Items that wait to be read, spread over the outlets, so that no polite pause between two requests to one holds up the rest. */
export async function waitingItems(db: Queryable, limit: number): Promise<{ readonly id: ArticleId }[]> {
  return db.query<{ id: ArticleId }>(
    `select id from (
       select id, row_number() over (partition by outlet_id order by seen_at, id) as turn
       from (select id, outlet_id, seen_at from items where status = 'waiting' order by seen_at, id limit 20000) as waiting
     ) as turns order by turn, id limit $1`,
    [limit],
  );
}

export async function getItems(db: Queryable, ids: readonly ArticleId[]): Promise<ItemRow[]> {
  const rows = await db.query(
    `select id, feed_id as "feedId", outlet_id as "outletId", url, subject, doc as item, seen_at as "seenAt", status,
       (select doc from outlets where outlets.id = outlet_id order by (layer = 'user') desc limit 1) as outlet
     from items where id = any($1::text[])`,
    [ids],
  );
  return rows.map((row) => present<ItemRow>(row as never));
}

export async function skipItem(db: Queryable, id: ArticleId, skip: Skip, settledAt: string): Promise<void> {
  await db.query(
    `update items set status = 'skipped', skip_stage = $2, skip_reason = $3, skip_detail = $4, settled_at = $5,
       doc = doc - 'contentHtml' - 'contentText' where id = $1`,
    [id, skip.stage, skip.reason, skip.detail ?? null, settledAt],
  );
}

/** The item is left alone until `retryAt` (ISO 8601), for the reason of `skip`. */
export async function restItem(db: Queryable, id: ArticleId, skip: Skip, retryAt: string): Promise<void> {
  await db.query(
    `update items set status = 'resting', retry_at = $5, skip_stage = $2, skip_reason = $3, skip_detail = $4 where id = $1`,
    [id, skip.stage, skip.reason, skip.detail ?? null, retryAt],
  );
}

/** Lets a feed's items whose rest is over wait to be read again, and returns them. @param now ISO 8601 */
export async function wakeItems(db: Queryable, feedId: string, now: string): Promise<ArticleId[]> {
  const rows = await db.query<{ id: ArticleId }>(
    `update items set status = 'waiting', retry_at = null, skip_stage = null, skip_reason = null, skip_detail = null
     where feed_id = $1 and status = 'resting' and retry_at <= $2 returning id`,
    [feedId, now],
  );
  return rows.map(({ id }) => id);
}

export async function itemCounts(db: Queryable): Promise<ItemCounts> {
  const rows = await db.query<{ status: keyof ItemCounts; count: number }>(
    "select status, count(*) as count from items group by status",
  );
  return {
    waiting: 0,
    resting: 0,
    read: 0,
    skipped: 0,
    ...Object.fromEntries(rows.map(({ status, count }) => [status, count])),
  };
}
