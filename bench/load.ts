import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "../src/store/open-store.ts";
import { firstStory } from "./pages.ts";
import { startBackstory, type Watched } from "./processes.ts";

const stories = 5_000;
const seconds = 10;
/** Pages that are asked for in turn: readers do not all read one story. */
const pagesAsked = 100;

interface Figures {
  readonly each: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** A store of 5,000 stories, grown from the sample edition, under as many requests as it takes, from another process. */
export async function benchLoad(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), "backstory-bench-"));
  try {
    await withSite(["--sample", "--data", data], async (base) => void (await firstStory(base)));
    // The sample edition is laid anew at every start; as an edition of its own it stays as it was grown.
    const grown = join(data, "sample");
    const paths = await growStories(grown);
    await withSite(["--data", grown], async (base) => {
      await firstStory(base);
      const ask = (name: string, asked: readonly string[], bars: string) =>
        closedLoop(base, asked).then(({ each, p50, p99, failed }) =>
          console.log(
            `load    ${name}: ${each.toFixed(0)} requests/s for ${seconds} s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${bars}), ${failed} failed`,
          ),
        );
      console.log(`load    ${stories} stories in the store, ${pagesAsked} of their pages asked for`);
      await ask("story pages", paths, "bars: 800 requests/s, p99 60 ms");
      await ask("front page", ["/"], "bars: 800 requests/s, p99 60 ms");
      await ask("search", searchesFor(paths), "bar: p99 150 ms");
    });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** Two words of headlines at a time, each pair once: what was found for one is of no use to the next. */
function searchesFor(paths: readonly string[]): string[] {
  const words = [...new Set(paths.flatMap((path) => path.split(/[-/]/).filter((word) => /^[a-z]{4,}$/.test(word))))];
  return words.flatMap((one, at) =>
    words.slice(at + 1).map((other) => `/search?${new URLSearchParams({ q: `${one} ${other}` })}`),
  );
}

async function withSite(options: readonly string[], work: (base: string) => Promise<void>): Promise<void> {
  const site: Watched = startBackstory(["start", "--port", "0", ...options], { BACKSTORY_FEEDS_SHIPPED: "false" });
  try {
    const [, base = ""] = await site.line(/at (http:\S+)/);
    await work(base);
  } finally {
    site.child.kill("SIGTERM");
    await site.done;
  }
}

/** Tells the sample edition's stories again under other ids until there are enough. Returns the paths of some, spread over all. */
async function growStories(dataDir: string): Promise<string[]> {
  const store = await openStore({ dataDir });
  const { db } = store;
  try {
    const columnsOf = async (table: string, except: readonly string[]) => {
      const [row] = await db.query<{ columns: string }>(
        `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
         where table_name = $1 and column_name <> all($2) and is_generated = 'NEVER'`,
        [table, except],
      );
      return row?.columns ?? "";
    };
    const ofStories = await columnsOf("stories", ["id"]);
    const ofArticles = await columnsOf("articles", ["id", "story_id", "canonical_url"]);
    const told = await db.query<{ id: string }>(
      "select id from stories where merged_into is null and headline is not null",
    );
    const ids = told.map(({ id }) => id);
    if (ids.length === 0) throw new Error(`${dataDir} holds no story to grow from`);
    for (let copy = 1; copy * ids.length < stories; copy++) {
      await db.query(
        `insert into stories (id, ${ofStories}) select id || 'c${copy}', ${ofStories} from stories where id = any($1)`,
        [ids],
      );
      await db.query(
        `insert into articles (id, story_id, ${ofArticles}) select id || 'c${copy}', story_id || 'c${copy}', ${ofArticles}
         from articles where story_id = any($1)`,
        [ids],
      );
      await db.query(
        `insert into briefings (story_id, revision, written_at, doc)
         select distinct on (story_id) story_id || 'c${copy}', 1, written_at, jsonb_set(doc, '{storyId}', to_jsonb(story_id || 'c${copy}'))
         from briefings where story_id = any($1) order by story_id, revision desc`,
        [ids],
      );
    }
    const rows = await db.query<{ id: string; slug: string }>(
      `select id, slug from stories where merged_into is null and articles >= 3 order by md5(id) limit ${pagesAsked}`,
    );
    return rows.map(({ id, slug }) => `/story/${slug}-${id}`);
  } finally {
    await store.close();
  }
}

function closedLoop(base: string, paths: readonly string[]): Promise<Figures> {
  const file = fileURLToPath(new URL("./closed-loop.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, base, String(seconds)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(paths));
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve) => child.once("close", () => resolve(JSON.parse(printed) as Figures)));
}
