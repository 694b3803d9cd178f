import type { MentionType } from "../model/annotation.ts";
import type { Entity, EntityId } from "../model/entity.ts";
import { slugOf } from "../model/outlet.ts";

/** What the base of facts says of an entity in one sentence, and when that was true. */
export interface FactSentence {
  readonly text: string;
  /** ISO date, cut to its grain. Absent where the fact does not age. */
  readonly asOf?: string;
}

/** The base of facts: entities by every name they go by, lower-cased, and what is known of them. */
export interface Facts {
  readonly byName: ReadonlyMap<string, Entity>;
  readonly sentences: ReadonlyMap<EntityId, FactSentence>;
  /** What the people and things of a country are called, lower-cased -> its ISO code: "kestrian" -> "KE". */
  readonly demonyms: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, string>>;

const tables: readonly { readonly file: string; readonly type: MentionType; readonly city?: true }[] = [
  { file: "countries.tsv", type: "LOC" },
  { file: "places.tsv", type: "LOC" },
  { file: "bodies.tsv", type: "ORG" },
  { file: "people.tsv", type: "PER" },
  // Last, so that no town takes the name of anything else.
  { file: "cities.tsv", type: "LOC", city: true },
];

/**
 * Reads the tables of facts (tab-separated, a heading line, columns `name`, `aliases`, `code`, `title`,
 * `description`, `asOf`, `demonyms`).
 *
 * @param files the bytes of each table by its file name; a table that is absent adds nothing
 */
export function loadFacts(files: ReadonlyMap<string, Uint8Array>): Facts {
  const byName = new Map<string, Entity>();
  const sentences = new Map<EntityId, FactSentence>();
  const demonyms = new Map<string, string>();
  for (const { file, type, city } of tables) {
    for (const row of rowsOf(files.get(file))) {
      const entity: Entity = { ...entityOf(row, type), ...(city && { city }) };
      const { description = "", asOf = "" } = row;
      for (const demonym of listOf(row.demonyms)) if (row.code) demonyms.set(demonym.toLowerCase(), row.code);
      if (description !== "" && !sentences.has(entity.entityId))
        sentences.set(entity.entityId, { text: description, ...(asOf !== "" && { asOf }) });
      // Sovereign states stand first and keep a name that a smaller place shares ("Georgia").
      for (const name of [entity.name, ...entity.aliases]) {
        const key = name.toLowerCase();
        if (!byName.has(key)) byName.set(key, entity);
      }
    }
  }
  return { byName, sentences, demonyms };
}

function entityOf(row: Row, type: MentionType): Entity {
  const name = row.name ?? "";
  const aliases = listOf(row.aliases);
  // The title of the English Wikipedia is the name itself where the table gives no other.
  const entityId = row.title || name.replaceAll(" ", "_") || `local:${slugOf(name)}`;
  return { entityId, name, type, aliases, ...(row.code && { country: row.code }) };
}

const listOf = (cell = "") => cell.split(",").filter((entry) => entry !== "");

function rowsOf(bytes: Uint8Array | undefined): Row[] {
  if (!bytes) return [];
  const [head = "", ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}
