import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { heldLock, takeLock } from "../../src/store/lock.ts";

describe("the lock of a store's folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "backstory-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is held by one process at a time, and says by which", async () => {
    const unlock = takeLock(folder);
    expect(await heldLock(folder)).toMatchObject({ pid: process.pid });
    expect(() => takeLock(folder)).toThrow(`is open in process ${process.pid}`);
    unlock();
    expect(await heldLock(folder)).toBeUndefined();
    takeLock(folder)();
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it("is taken over from a process that was killed, also when its number lives on in another", async () => {
    const child = spawn("sleep", ["60"]);
    const ended = new Promise((resolve) => child.on("exit", resolve));
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: child.pid, started: "" }));
    expect(() => takeLock(folder)).toThrow("is open in process");
    child.kill("SIGKILL");
    await ended;
    takeLock(folder)();
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, started: "1" }));
    takeLock(folder)();
  });

  it("is not stopped by a lock file that is empty or broken", () => {
    writeFileSync(join(folder, "lock"), "");
    takeLock(folder)();
  });
});
