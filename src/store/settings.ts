import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** A value the edition keeps about itself ("welcome", "proposals"); undefined where it was never set. */
export async function getSetting(db: Queryable, key: string): Promise<unknown> {
  const [row] = await db.query<{ value: unknown }>("select value from settings where key = $1", [key]);
  return row?.value;
}

export async function setSetting(db: Queryable, key: string, value: unknown): Promise<void> {
  await db.query(
    "insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value",
    [key, toJson(value)],
  );
}
