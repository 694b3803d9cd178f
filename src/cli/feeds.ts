import type { Command } from "commander";
import type { App } from "../app.ts";
import { subjects } from "../model/edition.ts";
import { UserError } from "../model/errors.ts";
import type { Outlet } from "../model/outlet.ts";
import { outletUses } from "../model/outlet.ts";
import { loadEdition, loadRegister, readEdition } from "../outlet-editions.ts";
import { type AddedFeed, addFeed, type FeedWishes } from "../pipeline/add-feed.ts";
import { listProposals, settleProposals } from "../pipeline/feed-proposals.ts";
import { type FeedState, findFeed, listFeeds, setFeedStatus } from "../store/feeds.ts";
import type { OptOut } from "../store/opt-outs.ts";
import { listOutlets } from "../store/outlets.ts";
import { type EditionOptions, withEdition } from "./edition-options.ts";
import { optOutsByOutlet, printFeedCheck } from "./feeds-check.ts";
import { editFeed, type FeedEdit, languageTag, subjectArea } from "./feeds-edit.ts";
import { exportOpml, importOpml } from "./feeds-opml.ts";
import { onInterrupt } from "./interrupt.ts";
import { table } from "./text-table.ts";
import { withApp } from "./with-app.ts";

/** `backstory feeds …`: the outlets and feeds of an edition. */
export function addFeedsCommand(program: Command): void {
  const feeds = program.command("feeds").description("the outlets and feeds of the edition");
  const command = (name: string, description: string) => withEdition(feeds.command(name).description(description));

  command("add", "add a feed, or the feed that a site offers")
    .argument("<url>", "the address of a feed or of a site")
    .option("--outlet <name>", "the outlet it belongs to; that of its site, or the feed's title, by default")
    .option("--subject <area>", `the subject area it covers: ${subjects.join(", ")}`, subjectArea)
    .option("--language <tag>", "its language", languageTag)
    .action((url: string, { outlet, subject, language, ...options }: EditionOptions & FeedWishes) =>
      withApp(options, async (app) => {
        const wishes = {
          ...(outlet !== undefined && { outlet }),
          ...(subject !== undefined && { subject }),
          ...(language !== undefined && { language }),
        };
        printAdded(await addFeed(app, url, loadRegister(readEdition().register), wishes));
      }),
    );
  command("list", "list the feeds with their outlets and health")
    .option("--json", "as JSON")
    .action(({ json = false, ...options }: EditionOptions & { json?: boolean }) =>
      withApp(options, (app) => list(app, json)),
    );
  command("check", "ask each feed and say what is wrong with it and what to do; exits with 1 where there is something")
    .argument("[feeds...]", "ids or addresses; all active ones when absent")
    .option("--json", "as JSON, a line each")
    .action((names: string[], { json = false, ...options }: EditionOptions & { json?: boolean }) =>
      withApp(options, async (app) => {
        const named = await Promise.all(names.map((name) => getFeed(app, name)));
        const active = (await listFeeds(app.store.db)).filter(({ status }) => status === "active");
        await printFeedCheck(app, names.length > 0 ? named : active, json, onInterrupt("Stopping …"));
      }),
    );
  command("import", "add the feeds of an OPML list")
    .argument("<file>", 'the OPML file or its address; "-" for standard input')
    .action((file: string, options: EditionOptions) => withApp(options, (app) => importOpml(app, file)));
  command("export", "write the feeds as an OPML list")
    .argument("[file]", "where to; standard output when absent")
    .action((file: string | undefined, options: EditionOptions) => withApp(options, (app) => exportOpml(app, file)));
  for (const [name, status, words] of [
    ["pause", "paused", "leave a feed out until it is resumed"],
    ["resume", "active", "read a paused or removed feed again"],
    ["remove", "removed", "read a feed no longer; its articles stay"],
  ] as const)
    command(name, words)
      .argument("<feed>", "its id or address")
      .action((name: string, options: EditionOptions) =>
        withApp(options, async (app) => {
          const feed = await getFeed(app, name);
          await setFeedStatus(app.store.db, feed.id, status);
          console.log(`${feed.url} is ${status}.`);
        }),
      );
  command("edit", "change what is known of a feed or its outlet")
    .argument("<feed>", "its id or address")
    .option("--url <url>", "its new address")
    .option("--subject <area>", `the subject area it covers: ${subjects.join(", ")}`)
    .option("--language <tag>", "its language")
    .option("--outlet <name>", "the outlet's name")
    .option("--owner <name>", "the outlet's owner; outlets of one owner count as one origin")
    .option("--use <use>", `what may be done with the outlet's articles: ${outletUses.join(", ")}`)
    .action((name: string, { data, config, ...wishes }: EditionOptions & FeedEdit) =>
      withApp({ ...(data !== undefined && { data }), ...(config !== undefined && { config }) }, async (app) => {
        const feed = await getFeed(app, name);
        await editFeed(app, feed, wishes);
        console.log(`${wishes.url ?? feed.url} is changed.`);
      }),
    );
  command("proposals", "what a newer version would add or retire; nothing is changed unasked")
    .option("--accept <id>", "take one of them over, or all")
    .option("--decline <id>", "drop one of them for good, or all")
    .action(({ accept, decline, ...options }: EditionOptions & { accept?: string; decline?: string }) =>
      withApp(options, async (app) => {
        if (accept !== undefined) await settle(app, "accept", accept);
        if (decline !== undefined) await settle(app, "decline", decline);
        if (accept === undefined && decline === undefined) await printProposals(app);
      }),
    );
}

/** @throws UserError("not-found") */
async function getFeed(app: App, name: string): Promise<FeedState> {
  const feed = await findFeed(app.store.db, name);
  if (!feed)
    throw new UserError("not-found", `No feed has the id or address "${name}"; \`backstory feeds list\` shows all.`);
  return feed;
}

function printAdded({ feed, outlet, before, items, others }: AddedFeed): void {
  const holds = `it holds ${items} ${items === 1 ? "item" : "items"} now`;
  if (before === undefined) console.log(`Added ${feed.url} for ${outletWords(outlet)}; ${holds}.`);
  else if (before === "active") console.log(`${feed.url} is read already, for ${outletWords(outlet)}; ${holds}.`);
  else console.log(`${feed.url} was ${before} and is read again, for ${outletWords(outlet)}; ${holds}.`);
  if (outlet.kind === "unknown")
    console.log(`Its owner and kind are not in the register; \`backstory feeds edit ${feed.id} --owner NAME\` tells.`);
  for (const other of others) console.log(`The site also offers ${other}`);
}

function outletWords({ name, kind, owner }: Outlet): string {
  if (kind === "unknown") return name;
  return `${name} (${kind}${owner === undefined ? "" : `, ${owner}`})`;
}

async function list(app: App, json: boolean): Promise<void> {
  const outlets = new Map((await listOutlets(app.store.db)).map((outlet) => [outlet.id, outlet]));
  const feeds = (await listFeeds(app.store.db)).filter(({ status }) => status !== "removed");
  const optOuts = await optOutsByOutlet(app);
  if (json) {
    const records = feeds.map((feed) => {
      const { name, use } = outlets.get(feed.outletId) ?? {};
      return { ...feed, outlet: name, use, optOuts: optOuts.get(feed.outletId) ?? [] };
    });
    console.log(JSON.stringify(records, null, 2));
    return;
  }
  if (feeds.length === 0)
    console.log(
      "There are no feeds; add one with `backstory feeds add URL`, or a list with `backstory feeds import FILE`.",
    );
  else
    console.log(
      table(
        ["id", "outlet", "country", "language", "use", "state", "last answer", "address"],
        feeds.map((feed) => [
          feed.id,
          outlets.get(feed.outletId)?.name ?? feed.outletId,
          outlets.get(feed.outletId)?.country ?? "unknown",
          feed.language ?? "",
          useWords(outlets.get(feed.outletId), optOuts.get(feed.outletId)),
          feed.status,
          feed.lastOutcome ?? "not asked yet",
          feed.url,
        ]),
      ),
    );
  const { length } = await listProposals(app.store.db);
  if (length > 0) console.log(`\nThis version proposes ${length} changes of feeds: \`backstory feeds proposals\`.`);
}

/** What is read of an outlet, with the opt-outs met at its pages: "text (noai)". */
function useWords(outlet: Outlet | undefined, optOuts: readonly OptOut[] = []): string {
  const reasons = optOuts.map(({ reason }) => reason).sort();
  return `${outlet?.use ?? ""}${reasons.length > 0 ? ` (${reasons.join(", ")})` : ""}`;
}

async function printProposals(app: App): Promise<void> {
  const waiting = await listProposals(app.store.db);
  if (waiting.length === 0) console.log("There are none.");
  for (const { kind, feedId, outlet, url } of waiting) console.log(`${kind.padEnd(6)} ${feedId}  ${outlet}  ${url}`);
  if (waiting.length > 0) console.log("\n`--accept ID` or `--decline ID` settles one; `all` settles all.");
}

async function settle(app: App, decision: "accept" | "decline", name: string): Promise<void> {
  const isMeant = ({ feedId }: { readonly feedId: string }) => name === "all" || feedId === name;
  const settled = await settleProposals(app.store.db, decision, isMeant, loadEdition(readEdition().edition));
  if (settled.length === 0)
    throw new UserError("not-found", `No proposal is named "${name}"; \`backstory feeds proposals\` lists them.`);
  console.log(`${settled.length} ${decision === "accept" ? "taken over" : "dropped"}.`);
}
