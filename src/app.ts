import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Config } from "./config.ts";
import { createFetcher, type Fetcher } from "./fetch/fetcher.ts";
import { loadStoryWeights } from "./learned.ts";
import { liveConfig } from "./live-config.ts";
import { UserError } from "./model/errors.ts";
import { openAccount, openEmbeddings } from "./open-account.ts";
import { readEdition } from "./outlet-editions.ts";
import type { EmbeddingAccount } from "./pipeline/embedding-account.ts";
import type { ModelAccount } from "./pipeline/model-account.ts";
import type { PipelineContext } from "./pipeline/pipeline-context.ts";
import { seedEdition } from "./pipeline/seed-edition.ts";
import { openWorkPool } from "./pipeline/work-pool.ts";
import { countReadOutlets } from "./store/feeds.ts";
import { hasStore, openStore, type Store } from "./store/open-store.ts";
import { getSetting } from "./store/settings.ts";

/** An opened edition: the store, and what the steps of the pipeline work with. */
export interface App extends PipelineContext {
  /** Takes over what was just chosen on the first-run page, and how many outlets there are now: `config` is another one from then on. */
  reconfigure(): Promise<void>;
  /** Stops workers and requests, writes the dump of a clean stop, and lets go of the store. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** The edition is looked at or edited, not begun: where none is, that is said, and the shipped outlets are left as they were. */
  readonly standing?: boolean;
  readonly onNotice?: (line: string) => void;
  readonly now?: () => Date;
  /** There is going to be work at once: the threads start, and what forms stories is read, while the store opens. */
  readonly busy?: boolean;
}

/** This version of Backstory, as package.json has it. */
export const version = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }
).version;

/**
 * Opens the store of an edition, brings its tables up to date and lays the shipped outlets beneath the user's own.
 *
 * @throws UserError when the store is locked, damaged or newer than this version, or the disk is full; with `standing`, when there is none
 */
export async function openApp(config: Config, options: AppOptions = {}): Promise<App> {
  const {
    onNotice = (line) => process.stderr.write(`${line}\n`),
    now = () => new Date(),
    busy = false,
    standing = false,
  } = options;
  const { dataDir, databaseUrl, dumpShare } = config.store;
  if (standing && databaseUrl === undefined && !hasStore(dataDir))
    throw new UserError(
      "not-found",
      `There is no edition in ${dataDir}; \`backstory run --data ${dataDir}\` begins one.`,
    );
  const workers = openWorkPool(config.limits.workers || workersOf(availableParallelism()));
  if (busy) workers.warm();
  const opening = openStore({
    dataDir,
    dumpShare,
    onNotice,
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  let store: Store;
  try {
    if (busy) loadStoryWeights();
    store = await opening;
  } catch (error) {
    await workers.close();
    throw error;
  }
  const fetcher = openFetcher(config);
  let live = config;
  let account: ModelAccount | undefined;
  let embeddings: EmbeddingAccount | undefined;
  const reconfigure = async () => {
    live = liveConfig(config, await getSetting(store.db, "welcome"), await countReadOutlets(store.db));
  };
  try {
    if (config.feeds.shipped && !standing) await seedEdition(store.db, readEdition());
    await reconfigure();
    account = openAccount(config, store.db, now);
    embeddings = openEmbeddings(config, store.db, now);
  } catch (error) {
    await workers.close();
    await store.close();
    throw error;
  }
  return {
    store,
    fetcher,
    workers,
    ...(account && { modelAccount: account }),
    ...(embeddings && { embeddings }),
    get config() {
      return live;
    },
    reconfigure,
    now,
    async close() {
      await account?.close();
      await embeddings?.close();
      await workers.close();
      await fetcher.close();
      await store.close();
    },
  };
}

/** The client all requests of an edition go through. */
export function openFetcher(config: Config): Fetcher {
  const { timeoutSeconds, maxMegabytes, delaySeconds, concurrency, allowedHosts, robots } = config.fetch;
  return createFetcher({
    userAgent: userAgent(config),
    timeoutMs: timeoutSeconds * 1000,
    maxBytes: maxMegabytes * 1_000_000,
    delayMs: delaySeconds * 1000,
    concurrency,
    allowedHosts,
    robots,
  });
}

/**
 * One core is kept busy by the main thread and the store, and each thread warms up anew: on two cores one thread reads and writes with a sixth less
 * work, and 150 MB less memory, than two.
 */
function workersOf(cores: number): number {
  return Math.min(4, Math.max(1, cores - 1));
}

/** Outlets can see who asks, why, and whom to write to. */
function userAgent(config: Config): string {
  const contact = config.contact ?? config.publicUrl;
  return `Backstory/${version} (self-hosted news reader${contact === undefined ? "" : `; ${contact}`})`;
}

/** The folder of the sample edition's articles, which ship with the package. */
export const samplesDir = new URL("../samples/", import.meta.url).pathname;
