import { Agent, get } from "node:http";

/*
 * Asks one address at an even rate, whatever the answers take, and writes the latencies as JSON: from the moment a request was due, so that a server
 * that stands still is charged with all who would have come (Tene 2013, coordinated omission). Ten connections that each keep a rate of their own ask
 * in bursts of ten, which readers do not.
 *
 *   node --import tsx bench/paced-requests.ts URL REQUESTS-A-SECOND SECONDS
 */

const [url = "", rate = "100", seconds = "20"] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const latencies: number[] = [];
let failed = 0;

function ask(due: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (ok: boolean) => {
      if (ok) latencies.push(performance.now() - due);
      else failed++;
      resolve();
    };
    get(url, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      response.resume();
      response.on("end", () => end(response.statusCode === 200));
    }).on("error", () => end(false));
  });
}

const begun = performance.now();
const asked: Promise<void>[] = [];
for (let n = 0; n < Number(rate) * Number(seconds); n++) {
  const due = begun + (n * 1000) / Number(rate);
  const wait = due - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  asked.push(ask(due));
}
await Promise.all(asked);
agent.destroy();
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
console.log(JSON.stringify({ p50: at(0.5), p99: at(0.99), most: at(1), answered: latencies.length, failed }));
