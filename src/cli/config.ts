import { existsSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { configTemplate, defaultConfigFile, loadConfig } from "../config.ts";
import { UserError } from "../model/errors.ts";
import { writingTo } from "./user-file.ts";

/** `backstory config init/check/show`. */
export function addConfigCommand(program: Command): void {
  const config = program.command("config").description("write, check and show the settings of an edition");
  config
    .command("init")
    .description("write a commented backstory.toml with every setting and its default")
    .argument("[file]", "where to", defaultConfigFile)
    .action(async (file: string) => {
      if (existsSync(file))
        throw new UserError(
          "usage",
          `${file} exists already and was left as it is; name another file, or edit that one.`,
        );
      await writingTo(file, () => writeFileSync(file, configTemplate()));
      console.log(`${file} is written. Every setting in it is at its default; take the "#" off the ones you change.`);
    });
  config
    .command("check")
    .description("say whether the settings are sound")
    .option("--config <file>", "the file to read")
    .action((options: { config?: string }) => {
      const { values, warnings } = loadConfig(options.config);
      for (const warning of warnings) console.error(`warning: ${warning}`);
      const changed = values.filter((value) => value.origin !== "default").length;
      console.log(`The settings are sound: ${values.length} in all, ${changed} of them yours.`);
    });
  config
    .command("show")
    .description("show each value with where it comes from; secrets are not shown")
    .option("--config <file>", "the file to read")
    .option("--json", "as JSON")
    .action((options: { config?: string; json?: boolean }) => {
      const { values } = loadConfig(options.config);
      if (options.json) {
        console.log(JSON.stringify(values, null, 2));
        return;
      }
      const width = Math.max(...values.map((value) => value.key.length));
      const shown = values.map((value) => ({
        ...value,
        text: value.value === undefined ? "(none)" : JSON.stringify(value.value),
      }));
      const textWidth = Math.min(40, Math.max(...shown.map((value) => value.text.length)));
      for (const value of shown)
        console.log(`${value.key.padEnd(width)}  ${value.text.padEnd(textWidth)}  ${value.origin}`);
    });
}
