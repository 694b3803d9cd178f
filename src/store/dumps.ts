import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { createGunzip, createGzip } from "node:zlib";
import { UserError } from "../model/errors.ts";
import type { Database, Queryable } from "./database.ts";
import { toJson } from "./json.ts";
import { schemaVersion } from "./migrate.ts";

/*
 * A dump is gzip'd JSON Lines: a heading, then a row a line. It is read page by page beside the running edition, so no page waits for it;
 * rows that change meanwhile may stand in it old or new, which the order of the tables makes harmless: an item is dumped before its
 * article (at worst it is read again), an article before its story.
 */

const tables: readonly { readonly name: string; readonly key: readonly string[] }[] = [
  { name: "settings", key: ["key"] },
  { name: "outlets", key: ["id", "layer"] },
  { name: "opt_outs", key: ["outlet_id", "reason"] },
  { name: "feeds", key: ["id"] },
  { name: "items", key: ["id"] },
  { name: "articles", key: ["id"] },
  { name: "article_vectors", key: ["article_id", "model"] },
  { name: "stories", key: ["id"] },
  { name: "briefings", key: ["story_id", "revision"] },
  { name: "daily_editions", key: ["day"] },
  { name: "story_entities", key: ["story_id", "entity_id"] },
  { name: "questions", key: ["story_id", "slug"] },
  { name: "editor_acts", key: ["id"] },
  { name: "story_changes", key: ["id"] },
  { name: "model_replies", key: ["model", "ask"] },
  { name: "model_calls", key: ["id"] },
  { name: "name_lookups", key: ["language", "type", "name"] },
  { name: "name_wishes", key: ["story_id", "language", "type", "name"] },
];

/** Rows a query: about 1 MB of articles, which the embedded store hands over in some 20 ms. */
const pageRows = 100;
/** Between two pages of rows others have their turn. */
const pauseMs = 2;
/** What is kept. */
const kept = { hourly: 3, daily: 7, weekly: 4 } as const;

export interface DumpHeading {
  readonly backstory: "dump";
  readonly schema: number;
  readonly writtenAt: string;
}

/** Writes all tables to a file, whole or not at all. Returns how many rows it holds. */
export async function writeDump(db: Queryable, file: string, now: Date): Promise<number> {
  const partial = `${file}.partial`;
  let rows = 0;
  const heading: DumpHeading = { backstory: "dump", schema: schemaVersion(), writtenAt: now.toISOString() };
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify(heading)}\n`;
    for (const { name, key } of tables)
      for await (const page of pagesOf(db, name, key)) {
        rows += page.length;
        yield page.map((row) => `${JSON.stringify({ table: name, row })}\n`).join("");
        await pause(pauseMs);
      }
  }
  try {
    await pipeline(lines, createGzip({ level: 4 }), createWriteStream(partial));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  return rows;
}

/**
 * Puts the rows of a dump into an empty store.
 *
 * @returns how many rows it held
 * @throws UserError("unreadable") when the file is no dump, is cut short, or is newer than this version
 */
export async function restoreDump(db: Database, file: string): Promise<number> {
  if (!existsSync(file)) throw new UserError("usage", `There is no file ${file}.`);
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let heading: DumpHeading | undefined;
  let rows = 0;
  let batch: { table: string; row: unknown }[] = [];
  const flush = async () => {
    const [first] = batch;
    if (!first) return;
    const table = tables.find(({ name }) => name === first.table);
    if (!table) throw new UserError("unreadable", `${file} has rows of an unknown table "${first.table}".`);
    await db.query(
      `insert into ${table.name} select * from jsonb_populate_recordset(null::${table.name}, $1::jsonb) on conflict do nothing`,
      [toJson(batch.map(({ row }) => row))],
    );
    rows += batch.length;
    batch = [];
  };
  try {
    for await (const line of lines) {
      if (!heading) {
        heading = headingOf(line, file);
        continue;
      }
      const one = JSON.parse(line) as { table: string; row: unknown };
      if (batch.length >= pageRows || (batch[0] && batch[0].table !== one.table)) await flush();
      batch.push(one);
    }
    await flush();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      "unreadable",
      `${file} cannot be read as a dump: ${error instanceof Error ? error.message : error}.`,
      { cause: error },
    );
  }
  if (!heading) throw new UserError("unreadable", `${file} is empty.`);
  return rows;
}

/** Writes a dump into the folder of dumps and drops those that are kept no longer. Undefined when the disk has no room for one. */
export async function writeKeptDump(
  db: Queryable,
  dumps: { readonly folder: string; readonly share: number },
  now: Date,
): Promise<string | undefined> {
  mkdirSync(dumps.folder, { recursive: true });
  const existing = dumpsIn(dumps.folder);
  const largest = Math.max(0, ...existing.map(({ bytes }) => bytes));
  const { bavail, bsize } = statfsSync(dumps.folder);
  const used = existing.reduce((sum, { bytes }) => sum + bytes, 0);
  const allowed = (bavail * bsize + used) * dumps.share;
  if (largest > allowed) return undefined;
  const file = join(dumps.folder, `${now.toISOString().replace(/[:.]/g, "-")}.jsonl.gz`);
  await writeDump(db, file, now);
  const stays = new Set(keptDumps(dumpsIn(dumps.folder), now, allowed).map(({ name }) => name));
  for (const { name } of dumpsIn(dumps.folder)) if (!stays.has(name)) rmSync(join(dumps.folder, name), { force: true });
  return file;
}

/** The newest dump in a folder, as a path. */
export function latestDump(folder: string): string | undefined {
  const newest = dumpsIn(folder)[0];
  return newest && join(folder, newest.name);
}

export interface KeptDump {
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
}

/**
 * Which dumps stay: the newest three, then the newest of each of seven days and of each of four weeks, as long as all together take no
 * more than `allowedBytes`; the newest always stays.
 */
export function keptDumps(all: readonly KeptDump[], now: Date, allowedBytes: number): KeptDump[] {
  const newestFirst = [...all].sort((a, b) => b.at - a.at);
  const stays = new Set(newestFirst.slice(0, kept.hourly));
  const newestPer = (lengthMs: number, periods: number) => {
    for (let period = 0; period < periods; period++) {
      const until = now.getTime() - period * lengthMs;
      const one = newestFirst.find(({ at }) => at <= until && at > until - lengthMs);
      if (one) stays.add(one);
    }
  };
  newestPer(86_400_000, kept.daily);
  newestPer(7 * 86_400_000, kept.weekly);
  let bytes = 0;
  return newestFirst.filter((dump, index) => {
    if (!stays.has(dump)) return false;
    bytes += dump.bytes;
    return index === 0 || bytes <= allowedBytes;
  });
}

function dumpsIn(folder: string): KeptDump[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl.gz"))
    .map((name) => ({ name, at: dumpTime(name), bytes: statSync(join(folder, name)).size }))
    .sort((a, b) => b.at - a.at);
}

/** "2026-11-24T08-30-00-000Z.jsonl.gz" */
function dumpTime(name: string): number {
  const time = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z/.exec(name);
  return time ? Date.parse(`${time[1]}:${time[2]}:${time[3]}.${time[4]}Z`) : 0;
}

async function* pagesOf(db: Queryable, table: string, key: readonly string[]): AsyncGenerator<unknown[]> {
  const columns = key.join(", ");
  let last: unknown[] | undefined;
  for (;;) {
    const where =
      last === undefined ? "" : `where (${columns}) > (${key.map((_, index) => `$${index + 1}`).join(", ")})`;
    const page = await db.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(${table}) as row from ${table} ${where} order by ${columns} limit ${pageRows}`,
      last ?? [],
    );
    const final = page.at(-1)?.row;
    if (!final) return;
    yield page.map(({ row }) => row);
    last = key.map((column) => final[column]);
  }
}

function headingOf(line: string, file: string): DumpHeading {
  const heading = JSON.parse(line) as Partial<DumpHeading>;
  if (heading.backstory !== "dump" || typeof heading.schema !== "number")
    throw new UserError("unreadable", `${file} is no dump of Backstory.`);
  if (heading.schema > schemaVersion())
    throw new UserError(
      "unreadable",
      `${file} was written by a newer version of Backstory (schema ${heading.schema}); install that one to restore it.`,
    );
  return heading as DumpHeading;
}
