import { readdirSync, readFileSync } from "node:fs";
import { UserError } from "../model/errors.ts";
import type { Database } from "./database.ts";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Any number that no other program on the server uses for its lock. */
const lockKey = 7_420_114;

/** The number of the newest migration of this version: the store's schema. */
export function schemaVersion(): number {
  return migrations().at(-1)?.number ?? 0;
}

/**
 * Brings the tables up to date, each migration once, all in one transaction under a lock, so that several workers may start at once.
 *
 * @throws UserError("store-damaged") when a newer version of Backstory wrote the store
 */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    // The embedded store has one session and our own lock on its folder; a server is shared.
    if (db.kind === "postgres") await tx.query("select pg_advisory_xact_lock($1)", [lockKey]);
    await tx.query(
      "create table if not exists migrations (number integer primary key, name text not null, applied_at timestamptz not null default now())",
    );
    const [row] = await tx.query<{ newest: number | null }>("select max(number) as newest from migrations");
    const newest = row?.newest ?? 0;
    if (newest > schemaVersion())
      throw new UserError(
        "store-damaged",
        `The store was written by a newer version of Backstory (schema ${newest}, this version knows ${schemaVersion()}); install that version, or restore an older dump.`,
      );
    for (const { number, name, sql } of migrations()) {
      if (number <= newest) continue;
      await tx.query(sql);
      await tx.query("insert into migrations (number, name) values ($1, $2)", [number, name]);
    }
  });
}

function migrations(): Migration[] {
  const folder = new URL("./migrations/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ number: Number.parseInt(name, 10), name, sql: readFileSync(new URL(name, folder), "utf8") }));
}
