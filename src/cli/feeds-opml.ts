import { writeFile } from "node:fs/promises";
import type { App } from "../app.ts";
import { parseOpml, writeOpml } from "../ingest/opml.ts";
import { type Subject, subjects } from "../model/edition.ts";
import { UserError } from "../model/errors.ts";
import { loadRegister, readEdition } from "../outlet-editions.ts";
import { importFeeds } from "../pipeline/import-feeds.ts";
import { listFeeds } from "../store/feeds.ts";
import { listOutlets } from "../store/outlets.ts";
import { decodeText } from "../text/charset.ts";
import { openInput, readAll } from "./json-lines.ts";
import { writingTo } from "./user-file.ts";

/** Adds the feeds of an OPML list. @param source a file, an address, or "-" for standard input */
export async function importOpml(app: App, source: string): Promise<void> {
  const feeds = parseOpml(
    /^https?:\/\//i.test(source)
      ? await download(app, source)
      : decodeText(await readAll(await openInput(source))).text,
  );
  if (feeds.length === 0)
    throw new UserError("unreadable", `${source} is an OPML list, but no outline in it has an xmlUrl.`);
  const { added, known } = await importFeeds(app.store.db, feeds, loadRegister(readEdition().register));
  console.log(
    `${added} ${added === 1 ? "feed" : "feeds"} added, ${known} known already. \`backstory feeds check\` asks them.`,
  );
}

/** Writes the feeds that are not removed as an OPML list. @param file where to; standard output when absent */
export async function exportOpml(app: App, file: string | undefined): Promise<void> {
  const opml = writeOpml(await opmlFeeds(app));
  if (file === undefined || file === "-") {
    process.stdout.write(opml);
    return;
  }
  await writingTo(file, () => writeFile(file, opml));
  console.log(`${file} is written.`);
}

async function opmlFeeds({ store: { db } }: App) {
  const outlets = new Map((await listOutlets(db)).map((outlet) => [outlet.id, outlet]));
  const feeds = (await listFeeds(db)).filter(({ status }) => status !== "removed");
  return feeds.map((feed) => {
    const outlet = outlets.get(feed.outletId);
    const subject = subjects.find((one): one is Subject => one === feed.subject);
    return {
      outlet: outlet?.name ?? feed.outletId,
      url: feed.url,
      ...(outlet?.site !== undefined && { site: outlet.site }),
      ...(feed.language !== undefined && { language: feed.language }),
      ...(subject !== undefined && { subject }),
    };
  });
}

async function download(app: App, url: string): Promise<string> {
  const outcome = await app.fetcher.get(url, { kind: "other" });
  if (outcome.kind === "ok") return decodeText(outcome.bytes, outcome.contentType).text;
  throw new UserError(
    "unavailable",
    `${url} cannot be read. ${outcome.kind === "failed" ? outcome.detail : ""}`.trim(),
  );
}
