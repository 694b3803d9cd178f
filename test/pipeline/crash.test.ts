import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { samplesDir } from "../../src/app.ts";
import { loadRegister } from "../../src/outlet-editions.ts";
import { importFeeds } from "../../src/pipeline/import-feeds.ts";
import { loadSamples, serveSamples } from "../../src/sample-edition.ts";
import { openStore } from "../../src/store/open-store.ts";

const kills = 4;
const nobody = loadRegister(JSON.stringify({ asOf: "2026-11-01", note: "", outlets: [] }));
const command = fileURLToPath(new URL("../../bin/backstory.mjs", import.meta.url));

/** A folder with an edition that reads these feeds and has read nothing yet. */
async function newEdition(feeds: Parameters<typeof importFeeds>[1]): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "backstory-crash-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const store = await openStore({ dataDir, onNotice: () => {} });
  await importFeeds(store.db, feeds, nobody);
  await store.close();
  return dataDir;
}

/** One `backstory run` in a process of its own: its exit status, or undefined where it was killed after `killAfterMs`. */
function run(
  dataDir: string,
  killAfterMs?: number,
): Promise<{ readonly status: number | undefined; readonly output: string }> {
  const environment = {
    ...process.env,
    BACKSTORY_FETCH_ALLOWED_HOSTS: "127.0.0.0/8",
    BACKSTORY_FEEDS_SHIPPED: "false",
    BACKSTORY_LANGUAGES: "en,de",
  };
  const child = spawn(process.execPath, [command, "run", "--data", dataDir], { env: environment, cwd: dataDir });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      clearTimeout(timer);
      resolve({ status: status ?? undefined, output });
    });
  });
}

/** Everything that must be the same however often the work was broken off; ids of stories and moments of reading are not. */
async function contentOf(dataDir: string) {
  const store = await openStore({ dataDir, onNotice: () => {} });
  const { db } = store;
  try {
    const items = await db.query("select id, status, skip_stage, skip_reason from items order by id");
    const articles = await db.query<{ id: string; text: string; story: string }>(
      "select id, doc ->> 'text' as text, coalesce(story_id, 'none') as story from articles order by id",
    );
    const stories = new Map<string, string[]>();
    for (const { id, story } of articles) stories.set(story, [...(stories.get(story) ?? []), id]);
    const pages = await db.query(
      `select doc ->> 'headline' as headline from briefings join stories on stories.id = story_id
       where merged_into is null and revision = (select max(revision) from briefings as other where other.story_id = briefings.story_id)`,
    );
    const unfinished = await db.query("select id from stories where change > written_change and merged_into is null");
    return {
      items,
      texts: articles.map(({ id, text }) => [id, text]),
      stories: [...stories.values()].map((ids) => ids.join(" ")).sort(),
      pages: pages.length,
      unfinished: unfinished.length,
    };
  } finally {
    await store.close();
  }
}

describe("kill -9 at any moment, and a start after it", () => {
  it("loses nothing and doubles nothing", async () => {
    const { outlets, articles } = loadSamples(samplesDir, new Date());
    const served = await serveSamples({ outlets, articles: articles.slice(0, 30) });
    onTestFinished(() => served.close());
    const undisturbed = await newEdition(served.feeds);
    const began = performance.now();
    const whole = await run(undisturbed);
    const wholeMs = performance.now() - began;
    expect(whole.status, whole.output).toBe(0);

    const disturbed = await newEdition(served.feeds);
    let killed = 0;
    for (let kill = 0; kill < kills; kill++) {
      // Spread over the whole run, at a moment nobody chose.
      const { status } = await run(disturbed, wholeMs * ((kill + Math.random()) / kills));
      if (status === undefined) killed++;
    }
    expect(killed).toBeGreaterThan(0);
    const last = await run(disturbed);
    expect(last.status, last.output).toBe(0);

    const expected = await contentOf(undisturbed);
    expect(expected.items).toHaveLength(30);
    expect(expected.unfinished).toBe(0);
    expect(await contentOf(disturbed)).toEqual(expected);
  }, 600_000);
});
