import { existsSync, readFileSync } from "node:fs";
import { parse, TomlError } from "smol-toml";
import { type ConfigOption, configOptions } from "./config-options.ts";
import type { Subject } from "./model/edition.ts";
import { UserError } from "./model/errors.ts";
import { editDistance } from "./text/edit-distance.ts";

/** The settings of an edition. Units are in the names. */
export interface Config {
  readonly title: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly subjects: readonly Subject[];
  readonly timeZone: string;
  readonly publicUrl?: string;
  readonly contact?: string;
  readonly server: { readonly host: string; readonly port: number };
  readonly store: { readonly dataDir: string; readonly databaseUrl?: string; readonly dumpShare: number };
  readonly fetch: {
    readonly timeoutSeconds: number;
    readonly maxMegabytes: number;
    readonly delaySeconds: number;
    readonly concurrency: number;
    readonly allowedHosts: readonly string[];
    readonly robots: boolean;
  };
  readonly feeds: { readonly shipped: boolean; readonly minMinutes: number; readonly maxMinutes: number };
  readonly articles: { readonly maxAgeDays: number };
  /** `minArticles` 0 adapts to the number of outlets (live-config.ts). */
  readonly stories: { readonly minArticles: number; readonly minOrigins: number };
  readonly knowledge: { readonly online: boolean };
  /** When a day's edition closes, in the edition's time zone, and how many stories it may have. */
  readonly daily: { readonly hour: number; readonly stories: number };
  /** Where mail goes out, for readers who ask for the edition by mail. */
  readonly mail: {
    readonly server?: string;
    readonly user?: string;
    readonly password?: string;
    readonly from?: string;
  };
  readonly model: {
    readonly use?: string;
    readonly key?: string;
    readonly judge?: string;
    readonly judgeKey?: string;
    readonly concurrency: number;
    readonly timeoutSeconds: number;
    readonly dailyTokens: number;
    readonly dailyMoney: number;
    readonly prices: readonly string[];
  };
  readonly embedding: {
    readonly use?: string;
    readonly key?: string;
    readonly languages: readonly string[];
    readonly share: number;
    readonly maxCharacters: number;
    readonly prefix: string;
    readonly batch: number;
    readonly timeoutSeconds: number;
    readonly dailyTokens: number;
  };
  readonly limits: { readonly workers: number };
}

/** One setting as it stands, with where it came from. A secret's value is masked. */
export interface ConfigValue {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly values: readonly ConfigValue[];
  /** Variables of the environment that look like ours and set nothing, each with the nearest that does. */
  readonly warnings: readonly string[];
}

/** The tests' own variables. */
const testsOwn = /^BACKSTORY_TEST_/;

/** The file that is read when none is named. It may be absent: then the defaults hold. */
export const defaultConfigFile = "backstory.toml";

/**
 * Reads the config file, then the environment over it, then `overrides` (the command line) over both. The only reader of either.
 *
 * @param file the file's path; when it was named by the user it must exist
 * @param options `file: false` leaves the file alone
 * @throws UserError("config") with one line that names the setting, what is wrong with it, and what would be right
 */
export function loadConfig(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  overrides: Readonly<Record<string, unknown>> = {},
  { file: readsFile = true }: { readonly file?: boolean } = {},
): LoadedConfig {
  const path = file ?? defaultConfigFile;
  if (file !== undefined && !existsSync(file))
    throw new UserError("config", `${file} does not exist; \`backstory config init\` writes one.`);
  const fromFile = readsFile && existsSync(path) ? flatten(parseFile(path), path) : new Map<string, unknown>();
  const config: Record<string, unknown> = {};
  const values: ConfigValue[] = [];
  for (const option of configOptions as readonly ConfigOption[]) {
    const { value, origin } = choose(option, overrides, environment, fromFile, path);
    place(config, option.key, value === undefined ? undefined : checked(option, value, origin));
    values.push({ key: option.key, value: option.secret && value !== undefined ? "(set, not shown)" : value, origin });
  }
  // Every key of Config is one of configOptions and was checked by its schema above; a test holds the two together.
  return { config: config as unknown as Config, values, warnings: unknownVariables(environment) };
}

function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = configOptions.map(({ env }) => env);
  return Object.keys(environment)
    .filter((name) => name.startsWith("BACKSTORY_") && !testsOwn.test(name) && !known.includes(name))
    .map((name) => `${name} sets nothing; the nearest is ${nearest(name, known)}.`);
}

/** The commented file that `backstory config init` writes: every setting with its default, its meaning and its variable. */
export function configTemplate(): string {
  const lines = [
    "# The settings of this edition. A line that is commented out shows the default.",
    "# The environment overrides this file: each setting names its variable.",
    "",
  ];
  let table = "";
  for (const option of configOptions as readonly ConfigOption[]) {
    if (option.environmentOnly) continue;
    const [head, name] = option.key.includes(".") ? (option.key.split(".") as [string, string]) : ["", option.key];
    if (head !== table) lines.push(`[${head}]`, "");
    table = head;
    lines.push(
      `# ${option.help} (${option.env})`,
      `# ${name} = ${tomlValue(option.fallback ?? option.example ?? "")}`,
      "",
    );
  }
  return lines.join("\n");
}

function choose(
  option: ConfigOption,
  overrides: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
  fromFile: ReadonlyMap<string, unknown>,
  path: string,
): { value: unknown; origin: string } {
  if (overrides[option.key] !== undefined) return { value: overrides[option.key], origin: "command line" };
  const variable = environment[option.env];
  if (variable !== undefined && variable !== "") return { value: variable, origin: `environment (${option.env})` };
  if (fromFile.has(option.key)) return { value: fromFile.get(option.key), origin: path };
  return { value: option.fallback, origin: "default" };
}

function parseFile(path: string): Record<string, unknown> {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    const where =
      error instanceof TomlError ? `line ${error.line}: ${String(error.message).split("\n")[0]}` : String(error);
    throw new UserError("config", `${path} cannot be read, ${where}`);
  }
}

function flatten(tables: Record<string, unknown>, path: string): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(tables)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [inner, one] of Object.entries(value)) flat.set(`${name}.${inner}`, one);
    } else flat.set(name, value);
  }
  const keys = configOptions.map((option) => option.key);
  for (const key of flat.keys()) {
    const option = (configOptions as readonly ConfigOption[]).find((one) => one.key === key);
    if (!option)
      throw new UserError("config", `${path} has an unknown setting "${key}"; the nearest is "${nearest(key, keys)}".`);
    if (option.environmentOnly)
      throw new UserError(
        "config",
        `${path} holds ${key}; take it out and put it into the environment as ${option.env}.`,
      );
  }
  return flat;
}

function checked(option: ConfigOption, value: unknown, origin: string): unknown {
  const result = option.schema.safeParse(value);
  if (result.success) return result.data;
  const shown = option.secret ? "the value" : JSON.stringify(value);
  throw new UserError(
    "config",
    `${option.key} (${origin}): ${shown} will not do, it ${problem(result.error.issues[0]?.message)}.`,
  );
}

function problem(message: string | undefined): string {
  if (!message) return "is not valid";
  return message.startsWith("must") ? message : `is not valid: ${message}`;
}

/** A table is there even where none of its settings has a value. */
function place(config: Record<string, unknown>, key: string, value: unknown): void {
  const [head, name] = key.split(".") as [string, string | undefined];
  const set = value !== undefined;
  if (name === undefined) Object.assign(config, set && { [head]: value });
  else config[head] = { ...(config[head] as object | undefined), ...(set && { [name]: value }) };
}

function tomlValue(value: unknown): string {
  return JSON.stringify(value);
}

/** The key with the fewest edits from what was written. */
export function nearest(written: string, keys: readonly string[]): string {
  const distances = keys.map((key) => ({ key, distance: editDistance(written.toLowerCase(), key.toLowerCase()) }));
  return distances.reduce((best, one) => (one.distance < best.distance ? one : best)).key;
}
