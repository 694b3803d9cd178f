import type { MentionType } from "../model/annotation.ts";
import type { Entity } from "../model/entity.ts";
import { slugOf } from "../model/outlet.ts";

/** The base of facts: entities by every name they go by, lower-cased. */
export interface Facts {
  readonly byName: ReadonlyMap<string, Entity>;
}

type Row = Readonly<Record<string, string>>;

const tables: readonly { readonly file: string; readonly type: MentionType }[] = [
  { file: "countries.tsv", type: "LOC" },
  { file: "places.tsv", type: "LOC" },
  { file: "bodies.tsv", type: "ORG" },
];

/**
 * Reads the tables of facts (tab-separated, a heading line, columns `name`, `aliases`, `code`, `title`).
 *
 * @param files the bytes of each table by its file name; a table that is absent adds nothing
 */
export function loadFacts(files: ReadonlyMap<string, Uint8Array>): Facts {
  const byName = new Map<string, Entity>();
  for (const { file, type } of tables) {
    for (const row of rowsOf(files.get(file))) {
      const entity = entityOf(row, type);
      // Sovereign states stand first and keep a name that a smaller place shares ("Georgia").
      for (const name of [entity.name, ...entity.aliases]) {
        const key = name.toLowerCase();
        if (!byName.has(key)) byName.set(key, entity);
      }
    }
  }
  return { byName };
}

function entityOf(row: Row, type: MentionType): Entity {
  const name = row.name ?? "";
  const aliases = (row.aliases ?? "").split(",").filter((alias) => alias !== "");
  // The title of the English Wikipedia is the name itself where the table gives no other.
  const entityId = row.title || name.replaceAll(" ", "_") || `local:${slugOf(name)}`;
  return { entityId, name, type, aliases, ...(row.code && { country: row.code }) };
}

function rowsOf(bytes: Uint8Array | undefined): Row[] {
  if (!bytes) return [];
  const [head = "", ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
