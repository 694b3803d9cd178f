import type { Command } from "commander";
import { toJsonFeed } from "../ingest/json-feed.ts";
import { parseFeed } from "../ingest/parse-feed.ts";
import { openInput, readAll, writeRecord } from "./json-lines.ts";

/** `backstory feed parse`: the bytes of one feed in, one object with JSON Feed names out. */
export function addFeedCommand(program: Command): void {
  const feed = program.command("feed").description("plain: work on one feed document");
  feed
    .command("parse")
    .description("read a feed of any format and encoding")
    .argument("[file]", "the feed; standard input when absent")
    .option("--url <url>", "the feed's address, for its relative links")
    .action(async (file: string | undefined, options: { url?: string }) => {
      const parsed = parseFeed(
        await readAll(await openInput(file)),
        options.url === undefined ? {} : { url: options.url },
      );
      if ("skip" in parsed) {
        process.exitCode = 1;
        const { reason, detail } = parsed.skip;
        await writeRecord({ error: { code: reason, message: detail ?? reason } });
        return;
      }
      for (const warning of parsed.feed.warnings) process.stderr.write(`warning: ${warning}\n`);
      await writeRecord(toJsonFeed(parsed.feed));
    });
}
