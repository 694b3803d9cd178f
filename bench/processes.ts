import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../bin/backstory.mjs", import.meta.url));

/** A command of ours in its own process, watched for what it prints and the memory it takes. */
export interface Watched {
  readonly child: ChildProcess;
  /** Resolves with the first line on standard output that matches. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves with the exit status. */
  readonly done: Promise<number>;
  /** The most memory it held so far, its threads included, in megabytes (VmHWM). */
  peakMb(): number;
}

/** Starts `backstory …` with these arguments. */
export function startBackstory(args: readonly string[], env: Readonly<Record<string, string>> = {}): Watched {
  return watch(spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } }));
}

/** Starts the server that replays labelled articles as live feeds, and waits until it answers. Returns its OPML's address. */
export async function startReplay(shared: string, file: string, port: number): Promise<{ opml: string; stop(): void }> {
  const child = spawn(process.execPath, [
    `${shared}/tools/replay.mjs`,
    "--port",
    String(port),
    `${shared}/data/${file}`,
  ]);
  const opml = `http://127.0.0.1:${port}/feeds.opml`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(opml).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { opml, stop: () => void child.kill() };
    await pause(100);
  }
  child.kill();
  throw new Error(`${file} is not replayed at ${opml}`);
}

function watch(child: ChildProcess): Watched {
  let printed = "";
  let peak = 0;
  const listeners = new Set<() => void>();
  child.stdout?.on("data", (chunk) => {
    printed += chunk;
    for (const listener of listeners) listener();
  });
  child.stderr?.on("data", (chunk) => process.stderr.write(chunk));
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMb(child.pid));
  }, 250);
  const done = new Promise<number>((resolve) => {
    child.once("exit", (code) => {
      clearInterval(timer);
      resolve(code ?? 1);
    });
  });
  return {
    child,
    done,
    peakMb: () => peak,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = printed.match(pattern);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void done.then((code) => reject(new Error(`ended with ${code} before printing ${pattern}`)));
      }),
  };
}

function residentMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
