import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";

/*
 * Asks some paths in turn over a few connections, each as soon as the one before was answered: how many requests a server takes. Writes requests a
 * second and latencies in milliseconds as JSON. The first second is left out.
 *
 *   echo '["/"]' | node --import tsx bench/closed-loop.ts BASE SECONDS
 */

const connections = 16;
const warmMs = 1_000;
const [base = "", seconds = "10"] = process.argv.slice(2);
const paths = JSON.parse(await text(process.stdin)) as string[];
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const latencies: number[] = [];
let failed = 0;
let next = 0;
const begun = performance.now();
const from = begun + warmMs;
const until = from + Number(seconds) * 1000;

function ask(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(base + path, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      response.resume();
      if (response.statusCode !== 200) process.stderr.write(`${path}: ${response.statusCode}\n`);
      response.on("end", () => resolve(response.statusCode === 200));
    }).on("error", () => resolve(false));
  });
}

await Promise.all(
  Array.from({ length: connections }, async () => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      const answered = await ask(paths[next++ % paths.length] ?? "/");
      if (at < from) continue;
      if (answered) latencies.push(performance.now() - at);
      else failed++;
    }
  }),
);
agent.destroy();
latencies.sort((a, b) => a - b);
const share = (of: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * of))] ?? 0;
console.log(JSON.stringify({ each: latencies.length / Number(seconds), p50: share(0.5), p99: share(0.99), failed }));
