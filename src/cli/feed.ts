import type { Command } from "commander";
import { toJsonFeed } from "../ingest/json-feed.ts";
import { parseFeed } from "../ingest/parse-feed.ts";
import { openInput, readAll, writeError, writeRecord } from "./json-lines.ts";
import { withRecords } from "./record-help.ts";
import { webAddress } from "./web-address.ts";

/** `backstory feed parse`: the bytes of one feed in, one object with JSON Feed names out. */
export function addFeedCommand(program: Command): void {
  const feed = program.command("feed").description("plain: work on one feed document");
  withRecords(feed.command("parse"), {
    in: "the bytes of one feed: RSS 0.9 to 2.0, RDF, Atom 0.3 or 1.0, JSON Feed, in any encoding",
    out: 'one object with the names of JSON Feed 1.1: {"title", "home_page_url"?, "language"?, "items": […]}',
  })
    .description("plain: read a feed of any format and encoding")
    .argument("[file]", "the feed; standard input when absent")
    .option("--url <url>", "the feed's address, for its relative links", webAddress)
    .action(async (file: string | undefined, options: { url?: string }) => {
      const parsed = parseFeed(
        await readAll(await openInput(file)),
        options.url === undefined ? {} : { url: options.url },
      );
      if ("skip" in parsed) {
        const { reason, detail } = parsed.skip;
        await writeError(reason, detail ?? reason);
        return;
      }
      for (const warning of parsed.feed.warnings) process.stderr.write(`warning: ${warning}\n`);
      await writeRecord(toJsonFeed(parsed.feed));
    });
}
