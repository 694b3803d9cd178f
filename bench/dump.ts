import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { latestBriefing } from "../src/store/briefings.ts";
import { writeDump } from "../src/store/dumps.ts";
import { openStore } from "../src/store/open-store.ts";

const articles = 200_000;
const stories = 40_000;
const filledAtOnce = 2_000;

/** The dump of a large embedded store, and how long a page waits for its story while it is written. */
export async function benchDump(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "backstory-bench-"));
  const store = await openStore({ dataDir });
  try {
    const { db } = store;
    // Bodies of 3,200 characters that do not compress away, readings of 2,000, pages of 6,400.
    const noise = (length: number, seed: string) =>
      `(select string_agg(md5(${seed} || k), ' ') from generate_series(1, ${Math.ceil(length / 33)}) as k)`;
    for (let at = 0; at < articles; at += filledAtOnce)
      await db.query(
        `insert into articles (id, outlet_id, language, published_at, doc, annotation, story_id)
         select 'a' || n, 'o' || n % 100, 'en', now() - n * interval '1 minute',
           jsonb_build_object('id', 'a' || n, 'text', ${noise(3200, "n::text")}), jsonb_build_object('s', ${noise(2000, "(-n)::text")}), 's' || n % ${stories}
         from generate_series(${at}, ${at + filledAtOnce - 1}) as n`,
      );
    for (let at = 0; at < stories; at += filledAtOnce)
      await db.query(
        `insert into briefings (story_id, revision, written_at, doc)
         select 's' || n, 1, now(), jsonb_build_object('p', ${noise(6400, "n::text")}) from generate_series(${at}, ${at + filledAtOnce - 1}) as n`,
      );
    let dumping = true;
    const waits: number[] = [];
    const reader = (async () => {
      for (let n = 0; dumping; n++) {
        const began = performance.now();
        await latestBriefing(db, `s${(n * 7919) % stories}`);
        waits.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const file = join(dataDir, "bench.jsonl.gz");
    const began = performance.now();
    const rows = await writeDump(db, file, new Date());
    const seconds = (performance.now() - began) / 1000;
    dumping = false;
    await reader;
    waits.sort((a, b) => a - b);
    const { size } = await stat(file);
    console.log(
      `dump    ${rows} rows of ${articles} articles in ${seconds.toFixed(0)} s, ${(size / 1e6).toFixed(0)} MB; a page waits meanwhile p50 ${at(waits, 0.5)} ms, p99 ${at(waits, 0.99)} ms, longest ${at(waits, 1)} ms (bar: 200)`,
    );
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}
