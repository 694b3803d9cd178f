import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Config } from "../config.ts";
import { UserError } from "../model/errors.ts";
import { redactArticle } from "../pipeline/redact-article.ts";
import { restoreDump, writeDump } from "../store/dumps.ts";
import { heldLock } from "../store/lock.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { readProgress } from "../store/progress.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";
import { writingTo } from "./user-file.ts";
import { withStandingApp } from "./with-app.ts";

/** `backstory backup`, `restore`, `migrate-store` and `redact`: what an edition needs over the years. */
export function addUpkeepCommands(program: Command): void {
  withEdition(program.command("backup").description("write the whole store to one file"))
    .argument("<file>", "where to, for instance backstory.jsonl.gz")
    .action(backup);
  withEdition(program.command("restore").description("bring a store back from a backup or a dump"))
    .argument("<file>", "the backup")
    .action(restore);
  withEdition(program.command("migrate-store").description("carry the embedded store over to a PostgreSQL server"))
    .requiredOption("--to <url>", "the address of an empty database on the server")
    .action(migrateStore);
  withEdition(program.command("redact").description("take an article out of the edition and all its pages, for good"))
    .argument("<article>", "its id or address")
    .option("--reason <words>", "why, for the record", "taken down")
    .action(redact);
}

async function backup(file: string, options: EditionOptions): Promise<void> {
  const config = editionConfig(options);
  await withStore(config, async (store) => {
    const rows = await writingTo(file, () => writeDump(store.db, file, new Date()));
    console.log(`${file} holds all ${rows} rows of the store. \`backstory restore ${file}\` brings them back.`);
  });
}

/** Restores beside a store that is there: what stands in its place is moved aside, never deleted. */
async function restore(file: string, options: EditionOptions): Promise<void> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UserError("usage", `There is no file ${file}; name a backup or a dump.`);
  const config = editionConfig(options);
  const { dataDir, databaseUrl } = config.store;
  let aside: string | undefined;
  const folder = join(dataDir, "store");
  if (databaseUrl === undefined && existsSync(folder)) {
    const holder = await heldLock(dataDir);
    if (holder)
      throw new UserError(
        "store-locked",
        `The store in ${dataDir} is open in process ${holder.pid}; stop that one first.`,
      );
    aside = join(dataDir, `store-before-restore-${new Date().toISOString().replace(/[:.]/g, "-")}`);
    renameSync(folder, aside);
  }
  try {
    await withStore(config, async (store) => {
      await needEmpty(store, "Restore into an empty database.");
      const rows = await restoreDump(store.db, file);
      console.log(`${rows} rows are back.${aside === undefined ? "" : ` What stood there before is in ${aside}.`}`);
      if (aside !== undefined)
        console.log(
          "What was redacted after this backup was written is in it again: redact it anew, and delete that folder.",
        );
    });
  } catch (error) {
    // A file that is no backup must not leave an empty edition in the place of a full one.
    if (aside !== undefined) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(aside, folder);
    }
    throw error;
  }
}

async function migrateStore(options: EditionOptions & { to: string }): Promise<void> {
  const config = editionConfig(options);
  if (config.store.databaseUrl !== undefined) throw new UserError("usage", "This edition is on a server already.");
  const target = await openStore({ dataDir: config.store.dataDir, databaseUrl: options.to });
  try {
    await needEmpty(target, "Name an empty database.");
    await withStore(config, async (source) => {
      const file = join(config.store.dataDir, "migration.jsonl.gz");
      await writeDump(source.db, file, new Date());
      await restoreDump(target.db, file);
      const [before, after] = [await readProgress(source.db), await readProgress(target.db)];
      if (before.articles !== after.articles || before.stories !== after.stories)
        throw new UserError(
          "unavailable",
          `The server has ${after.articles} articles and ${after.stories} stories, the embedded store ${before.articles} and ${before.stories}; empty the database and try again.`,
        );
      console.log(
        `${after.articles} articles and ${after.stories} stories are on the server. Set DATABASE_URL to use it.`,
      );
    });
  } finally {
    await target.close();
  }
}

function redact(name: string, options: EditionOptions & { reason: string }): Promise<void> {
  return withStandingApp(options, async (app) => {
    const { title, storyId } = await redactArticle(app, name, options.reason);
    console.log(
      `“${title}” is gone, with its passages${storyId === undefined ? "." : `; the page of story ${storyId} is written without it.`}`,
    );
  });
}

async function needEmpty({ db }: Store, advice: string): Promise<void> {
  const { articles, feeds } = await readProgress(db);
  if (articles > 0 || feeds > 0) throw new UserError("usage", `That database holds an edition already. ${advice}`);
}

async function withStore(config: Config, work: (store: Store) => Promise<void>): Promise<void> {
  const { dataDir, databaseUrl } = config.store;
  const store = await openStore({
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    onNotice: console.error,
  });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
