import pg from "pg";
import { UserError } from "../model/errors.ts";
import type { Database, Queryable } from "./database.ts";

const { Pool, types } = pg;

/** Times as ISO 8601 in UTC and 64-bit counts as numbers, on both databases alike. */
const readers: Readonly<Record<number, (value: string) => unknown>> = {
  [types.builtins.TIMESTAMPTZ]: (value) => new Date(value).toISOString(),
  [types.builtins.INT8]: Number,
  [types.builtins.NUMERIC]: Number,
};

/** A database behind the `pg` driver. `max` connections: one for the embedded store, which has a single session. */
export function connect(
  kind: Database["kind"],
  options: pg.PoolConfig & { readonly max: number },
): Database & { readonly pool: pg.Pool } {
  const pool = new Pool({
    ...options,
    types: {
      getTypeParser: (id: number, format?: "text") => readers[id] ?? types.getTypeParser(id, format),
    } as pg.CustomTypesConfig,
  });
  // An idle connection that breaks is replaced at the next query, which reports what is wrong.
  pool.on("error", () => {});
  const on = (client: Pick<pg.ClientBase, "query">): Queryable => ({
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
      try {
        return (await client.query<Row & pg.QueryResultRow>(sql, parameters.map(storable))).rows;
      } catch (error) {
        throw explained(error);
      }
    },
  });
  const direct = on(pool as unknown as pg.ClientBase);
  return {
    kind,
    pool,
    query: direct.query,
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query("begin");
        const result = await work(on(client));
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async close() {
      await pool.end();
    },
  };
}

/** Text as PostgreSQL can keep it: without U+0000 and lone surrogates, which strangers' pages contain. */
function storable(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const plain = value.includes("\u0000") ? value.replaceAll("\u0000", "") : value;
  return plain.toWellFormed();
}

function explained(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "53100" || error.code === "ENOSPC")
    return new UserError(
      "disk-full",
      "The disk of the store is full; free some space and start again. Nothing is lost.",
      { cause: error },
    );
  return error;
}
