import { type Command, InvalidArgumentError } from "commander";
import { type Config, loadConfig } from "../config.ts";

/** What every command that opens an edition's store can be told. */
export interface EditionOptions {
  readonly data?: string;
  readonly config?: string;
}

/** Adds `--data DIR` and `--config FILE`. */
export function withEdition(command: Command): Command {
  return command
    .option("--data <dir>", "the folder of the embedded store")
    .option("--config <file>", "the settings; backstory.toml where it stands here");
}

/** The settings with the command line over them. */
export function editionConfig(options: EditionOptions & { readonly host?: string; readonly port?: number }): Config {
  const { config, warnings } = loadConfig(options.config, process.env, {
    ...(options.data !== undefined && { "store.dataDir": options.data }),
    ...(options.host !== undefined && { "server.host": options.host }),
    ...(options.port !== undefined && { "server.port": options.port }),
  });
  for (const warning of warnings) console.error(`warning: ${warning}`);
  return config;
}

export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number above 0.");
  return number;
}

export function portNumber(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  return port;
}
