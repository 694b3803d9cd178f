import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../model/errors.ts";
import { type Changes, localChanges, serverChanges } from "./changes.ts";
import type { Database } from "./database.ts";
import { latestDump, writeKeptDump } from "./dumps.ts";
import { takeLock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { migrate } from "./migrate.ts";
import { connect } from "./pg-database.ts";
import { startEmbedded } from "./pglite.ts";

export interface StoreOptions {
  /** The folder of the embedded store, its dumps and its lock. */
  readonly dataDir: string;
  /** A PostgreSQL server in place of the embedded one. */
  readonly databaseUrl?: string;
  /** Dumps may take this share of the disk's free space. */
  readonly dumpShare?: number;
  /** Is told, in one line, what the user should know ("a dump was written"). */
  readonly onNotice?: (line: string) => void;
}

/** An opened store. */
export interface Store {
  readonly db: Database;
  readonly changes: Changes;
  /** Writes a dump of the embedded store beside it and drops those that are kept no longer; a server has its own backups. */
  dumpNow(): Promise<void>;
  /** Writes the dump of a clean stop where anything was written, and lets go of everything. */
  close(): Promise<void>;
}

/** Connections to a server: one for each writer at work, one that listens, and some for readers. */
const serverConnections = 10;

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws UserError("store-locked") when another process has it, UserError("store-damaged") when it cannot be read or is newer than this
 *   version, UserError("disk-full"), UserError("unavailable") when the server does not answer
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl === undefined ? openEmbedded(options) : openServer(options.databaseUrl);
}

async function openServer(databaseUrl: string): Promise<Store> {
  const db = connect("postgres", { connectionString: databaseUrl, max: serverConnections });
  try {
    await db.query("select 1");
  } catch (error) {
    await db.close();
    if (error instanceof UserError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError("unavailable", `The PostgreSQL server of DATABASE_URL cannot be used: ${why}.`, {
      cause: error,
    });
  }
  await closingOnError(db, () => migrate(db));
  const changes = serverChanges(db.pool);
  return {
    db,
    changes,
    dumpNow: async () => {},
    async close() {
      await changes.close();
      await db.close();
    },
  };
}

/** True where a folder holds an embedded store. */
export function hasStore(dataDir: string): boolean {
  return existsSync(join(dataDir, "store", "PG_VERSION"));
}

async function openEmbedded({ dataDir, dumpShare = 0.2, onNotice = () => {} }: StoreOptions): Promise<Store> {
  const folder = join(dataDir, "store");
  makeDataFolder(dataDir);
  const unlock = takeLock(dataDir);
  const dumps = { folder: join(dataDir, "dumps"), share: dumpShare };
  const existed = hasStore(dataDir);
  let embedded: Awaited<ReturnType<typeof startEmbedded>>;
  try {
    embedded = await startEmbedded(folder);
  } catch (error) {
    unlock();
    throw unopened(error, dataDir, existed, latestDump(dumps.folder));
  }
  const db = connect("pglite", { stream: embedded.connection, user: "postgres", database: "postgres", max: 1 });
  const letGo = async () => {
    await db.close();
    await embedded.close();
    unlock();
  };
  try {
    await migrate(db);
  } catch (error) {
    await letGo();
    throw error instanceof UserError ? error : unopened(error, dataDir, existed, latestDump(dumps.folder));
  }
  const changes = localChanges();
  let written = await writeMark(db);
  const dumpNow = async () => {
    const mark = await writeMark(db);
    if (mark === written) return;
    const file = await writeKeptDump(db, dumps, new Date());
    written = mark;
    if (file === undefined)
      onNotice("No dump was written: the disk has too little room for one; `backstory doctor` says more.");
  };
  return {
    db,
    changes,
    dumpNow,
    async close() {
      try {
        await dumpNow().catch((error: Error) =>
          onNotice(`The dump of this stop could not be written: ${error.message}`),
        );
      } finally {
        await letGo();
      }
    },
  };
}

/** Changes when anything was written since, so that a stop after mere reading writes no dump. */
async function writeMark(db: Database): Promise<string> {
  const [row] = await db.query<{ mark: string }>("select pg_current_wal_insert_lsn()::text as mark");
  return row?.mark ?? "";
}

function makeDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOSPC") throw diskFull(dataDir, error);
    throw new UserError(
      "config",
      `The folder ${dataDir} cannot be written to (${String(code)}); choose another with --data, or change its owner.`,
      { cause: error },
    );
  }
}

function unopened(error: unknown, dataDir: string, existed: boolean, dump: string | undefined): UserError {
  const why = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  if (/ENOSPC|no space left/i.test(why)) return diskFull(dataDir, error);
  if (!existed)
    return new UserError("store-damaged", `No store could be made in ${dataDir}: ${why}.`, { cause: error });
  const offer =
    dump === undefined
      ? "there is no dump of it; move the folder away to begin anew"
      : `its last dump is ${dump}: \`backstory restore ${dump}\` puts the damaged store aside and brings it back`;
  return new UserError("store-damaged", `The store in ${dataDir} is damaged (${why}); ${offer}.`, { cause: error });
}

function diskFull(dataDir: string, cause: unknown): UserError {
  return new UserError(
    "disk-full",
    `The disk of ${dataDir} is full; free some space and start again. Nothing is lost.`,
    { cause },
  );
}

async function closingOnError(db: Database, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await db.close();
    throw error;
  }
}
