import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Config } from "../config.ts";
import { UserError } from "../model/errors.ts";
import { openRunningEdition, type RunningEdition } from "../running-edition.ts";
import { type KiteStory, toKiteStory } from "../serve/kite.ts";
import { bookPath } from "../serve/site/addresses.ts";
import { exportStaticSite } from "../static-export.ts";
import { latestBriefing } from "../store/briefings.ts";
import { dailyDays, findDailyEdition } from "../store/daily-editions.ts";
import type { Database } from "../store/database.ts";
import { makeFolder } from "../store/make-folder.ts";
import { getSetting } from "../store/settings.ts";
import { listStories } from "../store/stories.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";
import { onInterrupt } from "./interrupt.ts";
import { progressLine } from "./progress-line.ts";
import { writingTo } from "./user-file.ts";

type ExportOptions = EditionOptions & { readonly format: "site" | "kite" | "epub"; readonly day?: string };

/** `backstory export`: the whole edition as a static site, in the shape Kagi News front ends read, or one day of it as an e-book. */
export function addExportCommand(program: Command): void {
  withEdition(program.command("export").description("write the whole edition as files"))
    .argument("[folder]", "where to", "export")
    .addOption(
      new Option(
        "--format <format>",
        "a site for any file server, JSON for Kagi News front ends, or a day's edition as an e-book",
      )
        .choices(["site", "kite", "epub"])
        .default("site"),
    )
    .option("--day <day>", "the day whose edition becomes an e-book: 2026-11-23 (default: the newest)")
    .action(async (folder: string, options: ExportOptions) => {
      const config = editionConfig(options);
      const edition = await openRunningEdition(config, { sample: false, standing: true });
      try {
        await writingTo(folder, () => makeFolder(folder));
        if (options.format === "kite") await exportKite(edition.app.store.db, edition.app.config, folder);
        else if (options.format === "epub") await exportBook(edition, folder, options.day);
        else await exportSite(edition.pages, folder);
      } finally {
        await edition.close();
      }
    });
}

async function exportSite(site: Parameters<typeof exportStaticSite>[0], folder: string): Promise<void> {
  const line = progressLine();
  const { files, failed } = await exportStaticSite(site, folder, {
    signal: onInterrupt(),
    onPage: (count) => line.show("export", `${count} files written`),
  });
  line.end();
  for (const path of failed) console.error(`warning: ${path} did not answer and is left out`);
  console.log(`${files} files are in ${folder}; any file server can serve them.`);
}

async function exportKite(db: Database, config: Config, folder: string): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1000);
  const categories: { name: string; file: string }[] = [];
  for (const subject of config.subjects) {
    const rows = await listStories(db, { subject, ...config.stories, limit: 30, offset: 0, order: "rank" });
    const clusters: KiteStory[] = [];
    for (const { id, origins } of rows) {
      const briefing = await latestBriefing(db, id);
      if (briefing) clusters.push(toKiteStory(briefing, origins, subject, clusters.length + 1));
    }
    if (clusters.length === 0) continue;
    const read = clusters.reduce((sum, { articles }) => sum + articles.length, 0);
    const file = `${subject}.json`;
    await writeFile(join(folder, file), JSON.stringify({ category: subject, timestamp, read, clusters }));
    categories.push({ name: subject, file });
  }
  const sample = (await getSetting(db, "sample")) === true;
  await writeFile(join(folder, "kite.json"), JSON.stringify({ timestamp, categories, ...(sample && { sample }) }));
  console.log(`${categories.length} categories and kite.json are in ${folder}.`);
}

/** Writes "2026-11-23.epub". */
async function exportBook({ app, pages }: RunningEdition, folder: string, asked?: string): Promise<void> {
  const { db } = app.store;
  const day = asked ?? (await findDailyEdition(db))?.day;
  if (day === undefined)
    throw new UserError(
      "not-found",
      `No edition of a day has been closed yet: the first one closes at ${app.config.daily.hour}:00 (\`daily.hour\`).`,
    );
  const answer = await pages.request(`http://localhost${bookPath(day)}`);
  if (!answer.ok) {
    const days = await dailyDays(db, 5);
    throw new UserError(
      "not-found",
      `There is no edition of ${day}. The newest are of ${days.join(", ") || "no day yet"}.`,
    );
  }
  const file = join(folder, `${day}.epub`);
  await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
  console.log(`${file} is the edition of ${day}; any e-book reader opens it.`);
}
