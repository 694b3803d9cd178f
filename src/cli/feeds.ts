import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { type App, openApp } from "../app.ts";
import { parseOpml, writeOpml } from "../ingest/opml.ts";
import { UserError } from "../model/errors.ts";
import { type OutletUse, outletUses, slugOf } from "../model/outlet.ts";
import { loadEdition, loadRegister, readEdition } from "../outlet-editions.ts";
import { addFeed, importFeeds } from "../pipeline/add-feed.ts";
import { checkFeeds } from "../pipeline/check-feeds.ts";
import type { FeedProposal } from "../pipeline/seed-edition.ts";
import { type FeedState, findFeed, listFeeds, saveFeed, setFeedStatus } from "../store/feeds.ts";
import { findOutlet, listOutlets, saveOutlet } from "../store/outlets.ts";
import { getSetting, setSetting } from "../store/settings.ts";
import { decodeText } from "../text/charset.ts";
import { type EditionOptions, editionConfig, withEdition } from "./edition-options.ts";
import { table } from "./text-table.ts";

/** `backstory feeds …`: the outlets and feeds of an edition. */
export function addFeedsCommand(program: Command): void {
  const feeds = program.command("feeds").description("the outlets and feeds of the edition");
  const command = (name: string, description: string) => withEdition(feeds.command(name).description(description));

  command("add", "add a feed, or the feed that a site offers")
    .argument("<url>", "the address of a feed or of a site")
    .option("--outlet <name>", "the outlet it belongs to; the feed's title by default")
    .option("--subject <area>", "the subject area it covers")
    .option("--language <tag>", "its language")
    .action((url: string, options: EditionOptions & { outlet?: string; subject?: string; language?: string }) =>
      withApp(options, async (app) => {
        const { feed, outlet, items, others } = await addFeed(app, url, loadRegister(readEdition().register), options);
        console.log(`Added ${feed.url} for ${outlet.name} (${outlet.kind}); it holds ${items} items now.`);
        for (const other of others) console.log(`The site also offers ${other}`);
      }),
    );
  command("list", "list the feeds with their outlets and health")
    .option("--json", "as JSON")
    .action((options: EditionOptions & { json?: boolean }) =>
      withApp(options, (app) => list(app, options.json ?? false)),
    );
  command("check", "ask each feed and say what is wrong with it and what to do")
    .argument("[feeds...]", "ids or addresses; all of them when absent")
    .option("--json", "as JSON")
    .action((names: string[], options: EditionOptions & { json?: boolean }) =>
      withApp(options, (app) => check(app, names, options.json ?? false)),
    );
  command("import", "add the feeds of an OPML list")
    .argument("<file>", "the OPML file or its address")
    .action((file: string, options: EditionOptions) =>
      withApp(options, async (app) => {
        const text = /^https?:/.test(file) ? await download(app, file) : await readText(file);
        const { added, known } = await importFeeds(app.store.db, parseOpml(text), loadRegister(readEdition().register));
        console.log(`${added} feeds added, ${known} known already. \`backstory feeds check\` asks them.`);
      }),
    );
  command("export", "write the feeds as an OPML list")
    .argument("[file]", "where to; standard output when absent")
    .action((file: string | undefined, options: EditionOptions) =>
      withApp(options, async (app) => {
        const opml = await exportOpml(app);
        if (file === undefined) process.stdout.write(opml);
        else {
          await writeFile(file, opml);
          console.log(`${file} is written.`);
        }
      }),
    );
  for (const [name, status, words] of [
    ["pause", "paused", "leave a feed out until it is resumed"],
    ["resume", "active", "read a paused or removed feed again"],
    ["remove", "removed", "read a feed no longer; its articles stay"],
  ] as const)
    command(name, words)
      .argument("<feed>", "its id or address")
      .action((name: string, options: EditionOptions) =>
        withApp(options, async (app) => {
          const feed = await needFeed(app, name);
          await setFeedStatus(app.store.db, feed.id, status);
          console.log(`${feed.url} is ${status}.`);
        }),
      );
  command("edit", "change what is known of a feed or its outlet")
    .argument("<feed>", "its id or address")
    .option("--url <url>", "its new address")
    .option("--subject <area>", "the subject area it covers")
    .option("--language <tag>", "its language")
    .option("--outlet <name>", "the outlet's name")
    .option("--owner <name>", "the outlet's owner; outlets of one owner count as one origin")
    .option("--use <use>", `what may be done with the outlet's articles: ${outletUses.join(", ")}`)
    .action((name: string, options: EditionOptions & FeedEdit) => withApp(options, (app) => edit(app, name, options)));
  command("proposals", "what a newer version would add or retire; nothing is changed unasked")
    .option("--accept <id>", "take one of them over, or all")
    .action((options: EditionOptions & { accept?: string }) =>
      withApp(options, (app) => proposals(app, options.accept)),
    );
}

interface FeedEdit {
  readonly url?: string;
  readonly subject?: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly owner?: string;
  readonly use?: string;
}

async function withApp(options: EditionOptions, work: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp(editionConfig(options));
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

async function list(app: App, json: boolean): Promise<void> {
  const outlets = new Map((await listOutlets(app.store.db)).map((outlet) => [outlet.id, outlet]));
  const feeds = (await listFeeds(app.store.db)).filter(({ status }) => status !== "removed");
  if (json) {
    console.log(
      JSON.stringify(
        feeds.map((feed) => ({ ...feed, outlet: outlets.get(feed.outletId)?.name })),
        null,
        2,
      ),
    );
    return;
  }
  console.log(
    table(
      ["id", "outlet", "country", "language", "state", "last answer", "address"],
      feeds.map((feed) => [
        feed.id,
        outlets.get(feed.outletId)?.name ?? feed.outletId,
        outlets.get(feed.outletId)?.country ?? "unknown",
        feed.language ?? "",
        feed.status,
        feed.lastOutcome ?? "not asked yet",
        feed.url,
      ]),
    ),
  );
  const waiting = ((await getSetting(app.store.db, "proposals")) as FeedProposal[] | undefined) ?? [];
  if (waiting.length > 0)
    console.log(`\nThis version proposes ${waiting.length} changes of feeds: \`backstory feeds proposals\`.`);
}

async function check(app: App, names: readonly string[], json: boolean): Promise<void> {
  const feeds =
    names.length > 0
      ? await Promise.all(names.map((name) => needFeed(app, name)))
      : (await listFeeds(app.store.db)).filter(({ status }) => status === "active");
  let bad = 0;
  const width = Math.max(0, ...feeds.map(({ url }) => Math.min(url.length, 70)));
  await checkFeeds(app, feeds, ({ feed, diagnosis }) => {
    if (diagnosis.state !== "ok") bad++;
    if (json) console.log(JSON.stringify({ id: feed.id, url: feed.url, ...diagnosis }));
    else
      console.log(
        `${diagnosis.state === "ok" ? "ok " : "BAD"} ${feed.url.padEnd(width)}  ${diagnosis.words}${diagnosis.todo ? ` ${diagnosis.todo}` : ""}`,
      );
  });
  if (!json) console.log(`${feeds.length} feeds asked, ${bad} with something to see to.`);
}

async function exportOpml(app: App): Promise<string> {
  const outlets = new Map((await listOutlets(app.store.db)).map((outlet) => [outlet.id, outlet]));
  const feeds = (await listFeeds(app.store.db)).filter(({ status }) => status !== "removed");
  return writeOpml(
    feeds.map((feed) => {
      const outlet = outlets.get(feed.outletId);
      return {
        outlet: outlet?.name ?? feed.outletId,
        url: feed.url,
        ...(outlet?.site !== undefined && { site: outlet.site }),
        ...(feed.language !== undefined && { language: feed.language }),
      };
    }),
  );
}

async function edit(app: App, name: string, wishes: FeedEdit): Promise<void> {
  const { db } = app.store;
  const feed = await needFeed(app, name);
  const { url, subject, language } = wishes;
  await saveFeed(db, {
    id: feed.id,
    outletId: feed.outletId,
    url: url ?? feed.url,
    status: feed.status,
    ...(feed.title !== undefined && { title: feed.title }),
    ...((language ?? feed.language) !== undefined && { language: String(language ?? feed.language) }),
    ...((subject ?? feed.subject) !== undefined && { subject: String(subject ?? feed.subject) }),
  });
  const outlet = await findOutlet(db, feed.outletId);
  if (outlet && (wishes.outlet ?? wishes.owner ?? wishes.use) !== undefined)
    await saveOutlet(
      db,
      {
        ...outlet,
        ...(wishes.outlet !== undefined && { name: wishes.outlet }),
        ...(wishes.owner !== undefined && { owner: wishes.owner, family: slugOf(wishes.owner) }),
        ...(wishes.use !== undefined && { use: outletUse(wishes.use) }),
      },
      "user",
    );
  console.log(`${url ?? feed.url} is changed.`);
}

function outletUse(value: string): OutletUse {
  const use = outletUses.find((one) => one === value);
  if (!use) throw new UserError("usage", `"${value}" is no use; there are ${outletUses.join(", ")}.`);
  return use;
}

async function proposals(app: App, accept: string | undefined): Promise<void> {
  const { db } = app.store;
  const waiting = ((await getSetting(db, "proposals")) as FeedProposal[] | undefined) ?? [];
  if (accept === undefined) {
    if (waiting.length === 0) console.log("There are none.");
    for (const { kind, feedId, outlet, url } of waiting) console.log(`${kind.padEnd(6)} ${feedId}  ${outlet}  ${url}`);
    return;
  }
  const taken = waiting.filter(({ feedId }) => accept === "all" || feedId === accept);
  if (taken.length === 0) throw new UserError("not-found", `No proposal is named "${accept}".`);
  const shipped = loadEdition(readEdition().edition);
  for (const { kind, feedId } of taken) {
    const feed = shipped.feeds.find(({ id }) => id === feedId);
    if (kind === "retire") await setFeedStatus(db, feedId, "removed");
    else if (feed) await saveFeed(db, feed);
  }
  await setSetting(
    db,
    "proposals",
    waiting.filter((one) => !taken.includes(one)),
  );
  console.log(`${taken.length} taken over.`);
}

async function needFeed(app: App, name: string): Promise<FeedState> {
  const feed = await findFeed(app.store.db, name);
  if (!feed)
    throw new UserError("not-found", `No feed has the id or address "${name}"; \`backstory feeds list\` shows all.`);
  return feed;
}

async function download(app: App, url: string): Promise<string> {
  const outcome = await app.fetcher.get(url, { kind: "other" });
  if (outcome.kind !== "ok")
    throw new UserError(
      "unavailable",
      `${url} cannot be read: ${outcome.kind === "failed" ? outcome.detail : "no document"}`,
    );
  return decodeText(outcome.bytes, outcome.contentType).text;
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new UserError("usage", `${file} cannot be read: ${error.message}`);
  });
  return decodeText(bytes).text;
}
