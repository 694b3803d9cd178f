import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import type { Command } from "commander";
import { type App, openApp, openFetcher } from "../app.ts";
import type { Config } from "../config.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { UserError } from "../model/errors.ts";
import { loadEdition, readEdition } from "../outlet-editions.ts";
import { listFeeds } from "../store/feeds.ts";
import { hasStore } from "../store/open-store.ts";
import { readProgress } from "../store/progress.ts";
import { listUnwritten } from "../store/unwritten-stories.ts";
import { embeddingFindings } from "./doctor-embedding.ts";
import { mailFindings, subscriberFindings } from "./doctor-mail.ts";
import { modelFindings, spendingFinding } from "./doctor-model.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";

/** One thing that was looked at. `todo` is set where something is to be done. */
export interface Finding {
  readonly name: string;
  readonly words: string;
  readonly todo?: string;
}

/** Beyond this the hourly dump and full-text search of the embedded store get slow (docs/operations.md has the measurement). */
const adviseServerAbove = 200_000;
const minFreeBytes = 1_000_000_000;

/** `backstory doctor`: Node, store, disk, network, feeds, model, mail server; every finding says what to do. */
export function addDoctorCommand(program: Command): void {
  withEdition(program.command("doctor").description("check Node, store, disk, network, feeds, model and mail")).action(
    async (options: EditionOptions) => {
      const config = editionConfig(options);
      const findings = [
        node(),
        await disk(config),
        ...(await storeAndFeeds(config)),
        ...(await modelFindings(config)),
        ...(await embeddingFindings(config)),
        ...(await mailFindings(config)),
      ];
      for (const { name, words, todo } of findings)
        console.log(
          `${todo === undefined ? "ok " : "!  "} ${name.padEnd(8)} ${words}${todo === undefined ? "" : ` ${todo}`}`,
        );
      if (findings.some(({ todo }) => todo !== undefined)) process.exitCode = 1;
    },
  );
}

function node(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  const words = `Node ${process.versions.node}.`;
  // Node 20 ended in April 2026; everything here runs on it, but it gets no fixes of its own any more.
  return major >= 22
    ? { name: "node", words }
    : { name: "node", words: `${words} It runs, but gets no security fixes any more; move to 24 when you can.` };
}

async function disk({ store }: Config): Promise<Finding> {
  const folder = existsSync(store.dataDir) ? store.dataDir : ".";
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const words = `${(free / 1e9).toFixed(1)} GB free where the store is.`;
  return free >= minFreeBytes
    ? { name: "disk", words }
    : { name: "disk", words, todo: "Free some, or move the store with --data to a larger disk." };
}

async function storeAndFeeds(config: Config): Promise<Finding[]> {
  const { dataDir, databaseUrl } = config.store;
  if (databaseUrl === undefined && !hasStore(dataDir)) return beforeTheFirstStart(config);
  let app: App;
  try {
    app = await openApp(config, { onNotice: () => {}, standing: true });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ name: "store", words: error.message, todo: "Nothing else could be looked at." }];
  }
  try {
    const progress = await readProgress(app.store.db);
    const feeds = (await listFeeds(app.store.db)).filter(({ status }) => status === "active");
    const kind = app.store.db.kind === "pglite" ? "embedded store" : "PostgreSQL";
    const failing = feeds.filter(({ failures }) => failures > 0);
    const asked = feeds.filter(({ lastPollAt }) => lastPollAt !== undefined);
    const large = app.store.db.kind === "pglite" && progress.articles > adviseServerAbove;
    return [
      {
        name: "store",
        words: `${kind}: ${progress.articles} articles, ${progress.stories} stories.`,
        ...(large && {
          todo: "It is large for the embedded store; move to PostgreSQL with `backstory migrate-store --to URL`.",
        }),
      },
      {
        name: "feeds",
        words: `${feeds.length} active, ${asked.length} asked so far, ${failing.length} failing.`,
        ...(failing.length > 0 && { todo: "`backstory feeds check` says what is wrong with each." }),
      },
      ...(await unwrittenPages(app)),
      ...(await spendingFinding(app.store.db, config, app.now())),
      ...(await subscriberFindings(app.store.db)),
      await network(app.fetcher, feeds[0]?.url),
    ];
  } finally {
    await app.close();
  }
}

/** What can be said of an edition that is not begun: looking at it does not begin it. */
async function beforeTheFirstStart(config: Config): Promise<Finding[]> {
  const shipped = config.feeds.shipped ? loadEdition(readEdition().edition).feeds : [];
  const fetcher = openFetcher(config);
  try {
    return [
      { name: "store", words: `None in ${config.store.dataDir} yet; \`backstory start\` begins one.` },
      await network(fetcher, shipped[0]?.url),
    ];
  } finally {
    await fetcher.close();
  }
}

async function unwrittenPages(app: App): Promise<Finding[]> {
  const stories = await listUnwritten(app.store.db, 100);
  const [first] = stories;
  if (!first) return [];
  const words = `${stories.length} stories have no page; ${first.id}: ${first.reason}`;
  return [{ name: "pages", words, todo: "They are tried again when the story changes and at the next start." }];
}

async function network(fetcher: Fetcher, url: string | undefined): Promise<Finding> {
  if (url === undefined)
    return { name: "network", words: "No feed to ask.", todo: "Add one with `backstory feeds add URL`." };
  const outcome = await fetcher.get(url, { kind: "feed" });
  if (outcome.kind !== "failed" || outcome.status !== undefined)
    return { name: "network", words: "The first feed answered." };
  return {
    name: "network",
    words: `${url} did not answer: ${outcome.detail}`,
    todo: "Check the connection, the DNS and the proxy of this machine.",
  };
}
