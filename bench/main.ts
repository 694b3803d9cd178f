import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { benchBrowser } from "./browser.ts";
import { benchCluster } from "./cluster.ts";
import { benchDump } from "./dump.ts";
import { benchLive } from "./live.ts";
import { benchLoad } from "./load.ts";
import { benchPages } from "./pages.ts";
import { benchReplay } from "./replay.ts";
import { benchStart } from "./start.ts";
import { benchWrite } from "./write.ts";

/*
 * npm run bench [-- NAME…]: how fast the whole product is, measured from outside as its users meet it. Machines are noisy: each figure
 * stands beside its bar, and comparisons are made within one run only.
 */

const benches: Readonly<Record<string, (data: string) => Promise<void>>> = {
  cluster: benchCluster,
  write: benchWrite,
  replay: benchReplay,
  pages: benchPages,
  load: benchLoad,
  live: benchLive,
  browser: benchBrowser,
  start: benchStart,
  dump: benchDump,
};

const chosen = process.argv.slice(2);
const data = fileURLToPath(new URL("../../shared", import.meta.url));
for (const name of chosen.length > 0 ? chosen : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) {
    console.error(`There is no bench named "${name}"; there are ${Object.keys(benches).join(", ")}.`);
    process.exitCode = 2;
  } else if (!existsSync(data)) console.log(`${name}: skipped, the replayed articles are absent`);
  else await bench(data);
}
