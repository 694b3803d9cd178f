import { spawn } from "node:child_process";
import { type ClientRequest, get } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const readers = 2_000;
const updates = 5;
const story = "/story/car-ferry-merle-runs-aground-off-corvale-merle1/events?have=3";

/** Readers whose page is open: how soon one update reaches all of them, and what each costs the server. */
export async function benchLive(): Promise<void> {
  const file = fileURLToPath(new URL("./live-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", file], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (asked?: string) => {
    if (asked !== undefined) child.stdin.write(`${asked}\n`);
    return JSON.parse(String((await lines.next()).value)) as { url: string; rss: number; used: number };
  };
  const { url } = await answer();
  const requests: ClientRequest[] = [];
  let told = 0;
  let allTold = () => {};
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const request = get(url + story, { agent: false }, (response) => {
        response.setEncoding("utf8").on("data", (text: string) => {
          told += text.split("event: version").length - 1;
          if (told === readers) allTold();
        });
        resolve();
      }).on("error", reject);
      requests.push(request);
    });
  try {
    const openUpTo = async (count: number) => {
      while (requests.length < count) await Promise.all(Array.from({ length: 50 }, open));
    };
    // The first half has the code compiled and the store's start forgotten, which is no reader's cost; the second is measured.
    await openUpTo(readers / 2);
    const before = await answer("memory");
    await openUpTo(readers);
    const after = await answer("memory");
    const times: number[] = [];
    for (let n = 0; n < updates; n++) {
      told = 0;
      const reached = new Promise<void>((resolve) => {
        allTold = resolve;
      });
      const begun = performance.now();
      child.stdin.write("announce\n");
      await reached;
      times.push(performance.now() - begun);
    }
    const each = (bytes: "rss" | "used") => (after[bytes] - before[bytes]) / (readers / 2) / 1000;
    console.log(
      `live    ${readers} open readers: one update reaches all within ${Math.max(...times).toFixed(0)} ms, the longest of ${updates} (bar: 2000); ${each("rss").toFixed(1)} KB a reader of the process (bar: 20), ${each("used").toFixed(1)} KB of them in the engine's hands`,
    );
  } finally {
    for (const request of requests) request.on("error", () => {}).destroy();
    child.stdin.end();
    await new Promise((resolve) => child.once("exit", resolve));
  }
}
