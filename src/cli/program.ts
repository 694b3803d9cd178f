import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addAnnotateCommands } from "./annotate.ts";
import { addConfigCommand } from "./config.ts";
import { addEvalCommand } from "./eval.ts";
import { addFeedCommand } from "./feed.ts";
import { addPageCommand } from "./page.ts";
import { addStoryClusterCommand } from "./story-cluster.ts";

/** The whole command line, a file per command. Usage errors throw a CommanderError after their message was printed. */
export function createProgram(): Command {
  const program = new Command("backstory")
    .description(
      "Reads the feeds of many news outlets and publishes one page per story, every sentence with its evidence.",
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError("(add --help for what this command takes)")
    .showSuggestionAfterError();
  for (const add of [addFeedCommand, addPageCommand, addAnnotateCommands, addConfigCommand, addEvalCommand])
    add(program);
  addStoryClusterCommand(program.command("story").description("plain: work on the articles of stories"));
  return program;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}
