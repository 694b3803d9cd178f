import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../model/errors.ts";
import { makeFolder } from "./make-folder.ts";

/** Who has a store open. */
export interface LockHolder {
  readonly pid: number;
  /** What the system calls the moment the process began: a pid is used again, this pair is not. */
  readonly started: string;
}

/**
 * Takes the lock of a store's folder. The embedded database has none of its own: a second process would open it without an error and
 * silently lose what the first one wrote.
 *
 * @returns lets go of the lock
 * @throws UserError("store-locked") when a living process holds it
 */
export function takeLock(dataDir: string): () => void {
  const file = join(dataDir, "lock");
  const own: LockHolder = { pid: process.pid, started: startOf(process.pid) ?? "" };
  makeFolder(dataDir);
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "wx" });
      return () => {
        if (sameHolder(read(file), own)) rmSync(file, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = read(file);
    if (holder && isAlive(holder))
      throw new UserError(
        "store-locked",
        `The store in ${dataDir} is open in process ${holder.pid}; stop that one first, or choose another folder with --data.`,
      );
    // Its process ended without letting go. Another process may have cleared it since; then the loop meets that one's lock.
    rmSync(file, { force: true });
  }
}

/** Who holds the lock of a folder, if a living process does. */
export async function heldLock(dataDir: string): Promise<LockHolder | undefined> {
  const holder = read(join(dataDir, "lock"));
  return holder && isAlive(holder) ? holder : undefined;
}

function read(file: string): LockHolder | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, "utf8")) as Partial<LockHolder>;
    return typeof pid === "number" ? { pid, started: String(started ?? "") } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const now = startOf(pid);
  return now === undefined || started === "" || now === started;
}

/** The start of a process in clock ticks since boot, field 22 of /proc/PID/stat; undefined where the system has no such file. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function sameHolder(a: LockHolder | undefined, b: LockHolder): boolean {
  return a?.pid === b.pid && a.started === b.started;
}
