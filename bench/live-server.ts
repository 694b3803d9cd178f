import { createInterface } from "node:readline";
import { listen } from "../src/serve/listen.ts";
import { createServer } from "../src/serve/server.ts";
import { openEmbedded } from "../test/contract/stores.ts";
import { fill, siteOver } from "../test/serve/filled-store.ts";

/*
 * A site over a store with one long story, for bench/live.ts. Prints its address; a line "memory" on its input prints what the process holds once rubbish is
 * collected, in bytes, and "announce" tells every reader of a newer version.
 *
 *   node --expose-gc --import tsx bench/live-server.ts
 */
const { store, drop } = await openEmbedded();
await fill(store);
const server = await listen(createServer(siteOver(store)), { host: "127.0.0.1", port: 0 });
console.log(JSON.stringify({ url: server.url }));
let revision = 10;
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "memory") {
    // What the start needed is given back to the system a little after it is let go.
    for (let n = 0; n < 3; n++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    console.log(JSON.stringify({ rss, used: heapUsed + external }));
  }
  if (line === "announce") store.changes.announce("merle1", ++revision);
}
await server.close();
await drop();
