import { readFileSync } from "node:fs";
import { Command } from "commander";

type AddCommand = (program: Command) => void;

/**
 * Where each command stands, in the order in which `backstory --help` lists them: those for people, then the plain ones. A command is
 * loaded when it is called, so that one that reads a single page never waits for the store's engine.
 */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  start: async () => (await import("./start.ts")).addStartCommand,
  run: async () => (await import("./run.ts")).addRunCommand,
  worker: async () => (await import("./worker.ts")).addWorkerCommand,
  feeds: async () => (await import("./feeds.ts")).addFeedsCommand,
  story: async () => (await import("./story.ts")).addStoryCommand,
  export: async () => (await import("./export.ts")).addExportCommand,
  mcp: async () => (await import("./mcp.ts")).addMcpCommand,
  editor: async () => (await import("./editor.ts")).addEditorCommand,
  config: async () => (await import("./config.ts")).addConfigCommand,
  backup: upkeep,
  restore: upkeep,
  "migrate-store": upkeep,
  redact: upkeep,
  doctor: async () => (await import("./doctor.ts")).addDoctorCommand,
  eval: async () => (await import("./eval.ts")).addEvalCommand,
  feed: async () => (await import("./feed.ts")).addFeedCommand,
  page: async () => (await import("./page.ts")).addPageCommand,
  article: annotate,
  quote: annotate,
  claim: async () => (await import("./claim.ts")).addClaimCommand,
};

async function upkeep(): Promise<AddCommand> {
  return (await import("./upkeep.ts")).addUpkeepCommands;
}

async function annotate(): Promise<AddCommand> {
  return (await import("./annotate.ts")).addAnnotateCommands;
}

/**
 * The command line. Usage errors throw a CommanderError after their message was printed.
 *
 * @param called the first word of the command line; the whole command line is loaded where it names no command, as for help
 */
export async function createProgram(called?: string): Promise<Command> {
  const program = new Command("backstory")
    .description(
      "Reads the feeds of many news outlets and publishes one page per story, every sentence with its evidence.",
    )
    .version(version())
    .exitOverride()
    .showHelpAfterError("(add --help for what this command takes)")
    .showSuggestionAfterError();
  const own = called === undefined ? undefined : commands[called];
  const adds = await Promise.all((own ? [own] : Object.values(commands)).map((load) => load()));
  for (const add of new Set(adds)) add(program);
  return program;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return manifest.version;
}
