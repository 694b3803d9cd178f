import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/*
 * The thread that runs the embedded PostgreSQL. It computes on the thread that calls it (half a second at a time under load), so it has
 * one of its own, and speaks PostgreSQL's protocol through message ports: everything else speaks to it as to any server.
 */

export interface EmbeddedStart {
  /** This file's address: what bin/thread.mjs runs. */
  readonly body: string;
  readonly folder: string;
}
/** A port is a new connection; "close" ends the database. */
export type EmbeddedRequest = MessagePort | "close";
export type EmbeddedReply = { readonly ready: true } | { readonly failed: string } | { readonly closed: true };

const port = parentPort;
if (!port) throw new Error("pglite-worker.ts is the body of a worker thread.");
const { folder } = workerData as EmbeddedStart;
const reply = (message: EmbeddedReply) => port.postMessage(message);

try {
  const db = await PGlite.create(folder);
  port.on("message", async (request: EmbeddedRequest) => {
    if (request !== "close") return serve(db, request);
    await db.close().catch(() => {});
    reply({ closed: true });
  });
  reply({ ready: true });
} catch (error) {
  reply({ failed: wordsOf(error) });
}

/** Answers one connection, batch by batch in the order of their coming. The database has a single session: the driver's pool is of one. */
function serve(db: PGlite, connection: MessagePort): void {
  let last = Promise.resolve();
  connection.on("message", (batch: Uint8Array) => {
    last = last.then(() => answer(db, connection, batch)).catch(() => connection.close());
  });
  connection.on("close", () => {
    last = last.then(async () => {
      if (db.isInTransaction()) await db.exec("rollback");
    });
    last.catch(() => {});
  });
}

async function answer(db: PGlite, connection: MessagePort, batch: Uint8Array): Promise<void> {
  const parts: Uint8Array[] = [];
  await db.runExclusive(() => db.execProtocolRawStream(batch, { onRawData: (part) => void parts.push(part.slice()) }));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  if (bytes.length > 0) connection.postMessage(bytes, [bytes.buffer]);
}

/** The file system of WebAssembly throws objects with nothing but a number; 51 is "no space left" there (WASI's errno). */
function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  const errno = typeof error === "object" && error !== null && "errno" in error ? error.errno : undefined;
  if (errno === 51) return "ENOSPC: no space left";
  return errno === undefined ? String(error) : `its files cannot be used (errno ${String(errno)})`;
}
