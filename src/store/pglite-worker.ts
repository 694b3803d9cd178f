import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/*
 * The thread that runs the embedded PostgreSQL. It computes on the thread that calls it (half a second at a time under load), so it has
 * one of its own, and answers on a local socket: everything else speaks to it as to any server.
 */

export interface EmbeddedStart {
  /** This file's address: what bin/thread.mjs runs. */
  readonly body: string;
  readonly folder: string;
  readonly socket: string;
}
export type EmbeddedReply = { readonly ready: true } | { readonly failed: string } | { readonly closed: true };

const port = parentPort;
if (!port) throw new Error("pglite-worker.ts is the body of a worker thread.");
const { folder, socket } = workerData as EmbeddedStart;
const reply = (message: EmbeddedReply) => port.postMessage(message);

try {
  const db = await PGlite.create(folder);
  const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 8 });
  await server.start();
  port.on("message", async () => {
    await server.stop().catch(() => {});
    await db.close().catch(() => {});
    reply({ closed: true });
  });
  reply({ ready: true });
} catch (error) {
  reply({ failed: wordsOf(error) });
}

/** The file system of WebAssembly throws objects with nothing but a number; 51 is "no space left" there (WASI's errno). */
function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  const errno = typeof error === "object" && error !== null && "errno" in error ? error.errno : undefined;
  if (errno === 51) return "ENOSPC: no space left";
  return errno === undefined ? String(error) : `its files cannot be used (errno ${String(errno)})`;
}
