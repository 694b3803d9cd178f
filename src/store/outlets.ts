import type { Outlet } from "../model/outlet.ts";
import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";

/** The shipped outlets are a layer beneath the user's: an outlet the user changed is the user's from then on. */
export type OutletLayer = "edition" | "user";

export async function saveOutlet(db: Queryable, outlet: Outlet, layer: OutletLayer): Promise<void> {
  await db.query(
    "insert into outlets (id, layer, doc) values ($1, $2, $3) on conflict (id, layer) do update set doc = excluded.doc",
    [outlet.id, layer, toJson(outlet)],
  );
}

/** Every outlet as it stands, by name. */
export async function listOutlets(db: Queryable): Promise<Outlet[]> {
  const rows = await db.query<{ doc: Outlet }>(
    "select distinct on (id) doc from outlets order by id, (layer = 'user') desc",
  );
  return rows.map(({ doc }) => doc).sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The outlets as this version or an earlier one shipped them, whatever the user has said of them since. */
export async function listShippedOutlets(db: Queryable): Promise<Outlet[]> {
  return (await db.query<{ doc: Outlet }>("select doc from outlets where layer = 'edition' order by id")).map(
    ({ doc }) => doc,
  );
}

/** @throws Error where there is none, which no feed that is saved can meet */
export async function getOutlet(db: Queryable, id: string): Promise<Outlet> {
  const outlet = await findOutlet(db, id);
  if (!outlet) throw new Error(`No outlet is named ${id}.`);
  return outlet;
}

export async function findOutlet(db: Queryable, id: string): Promise<Outlet | undefined> {
  const [row] = await db.query<{ doc: Outlet }>(
    "select doc from outlets where id = $1 order by (layer = 'user') desc limit 1",
    [id],
  );
  return row?.doc;
}

/** The outlets that go by some names, as they stand. */
export async function outletsNamed(db: Queryable, names: readonly string[]): Promise<Outlet[]> {
  const rows = await db.query<{ doc: Outlet }>(
    `select distinct on (id) doc from outlets where id in (select id from outlets where doc ->> 'name' = any($1::text[]))
     order by id, (layer = 'user') desc`,
    [names],
  );
  return rows.map(({ doc }) => doc);
}
