import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addAnnotateCommands } from "./annotate.ts";
import { addClaimCommand } from "./claim.ts";
import { addConfigCommand } from "./config.ts";
import { addDoctorCommand } from "./doctor.ts";
import { addEditorCommand } from "./editor.ts";
import { addEvalCommand } from "./eval.ts";
import { addExportCommand } from "./export.ts";
import { addFeedCommand } from "./feed.ts";
import { addFeedsCommand } from "./feeds.ts";
import { addMcpCommand } from "./mcp.ts";
import { addPageCommand } from "./page.ts";
import { addRunCommand } from "./run.ts";
import { addStartCommand } from "./start.ts";
import { addStoryCommand } from "./story.ts";
import { addUpkeepCommands } from "./upkeep.ts";
import { addWorkerCommand } from "./worker.ts";

/** The commands in the order in which `backstory --help` lists them: those for people, then the plain ones. */
const commands = [
  addStartCommand,
  addRunCommand,
  addWorkerCommand,
  addFeedsCommand,
  addStoryCommand,
  addExportCommand,
  addMcpCommand,
  addEditorCommand,
  addConfigCommand,
  addUpkeepCommands,
  addDoctorCommand,
  addEvalCommand,
  addFeedCommand,
  addPageCommand,
  addAnnotateCommands,
  addClaimCommand,
];

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
  for (const add of commands) add(program);
  return program;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}
