import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "../src/cli/program.ts";
import { type ConfigOption, configOptions } from "../src/config-options.ts";
import { routes } from "../src/serve/routes.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string) => readFileSync(join(root, name), "utf8");
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** Each command that does something, by its whole name: "feeds add". */
function leaves(command: Command, name = ""): [string, Command][] {
  const own = `${name} ${command.name()}`.trim();
  if (command.commands.length === 0) return [[own.replace(/^backstory /, ""), command]];
  return command.commands.flatMap((child) => leaves(child, own));
}
const commands = leaves(await createProgram());

describe("the docs", () => {
  it.each(configOptions.map((option: ConfigOption) => [option.key, option] as const))(
    "explain the setting %s, with its variable and its default",
    (key, option) => {
      expect(read("docs/configuration.md")).toContain(settingRow({ ...option, key }));
    },
  );

  it.each(commands)("explain the command %s with its options", (name, command) => {
    const line = read("docs/commands.md")
      .split("\n")
      .find((one) => one.startsWith(`| \`backstory ${name}\``) || one.startsWith(`| \`backstory ${name} `));
    expect(line, `a line on \`backstory ${name}\` in docs/commands.md`).toBeDefined();
    const common = command.options.some(({ long }) => long === "--config") ? ["--data", "--config"] : [];
    const missing = command.options
      .map(({ long }) => String(long))
      .filter((long) => !common.includes(long) && !line?.includes(long));
    expect(missing, `options of \`backstory ${name}\``).toEqual([]);
  });

  it("explain every route, and no other", () => {
    const rows = [...read("docs/api.md").matchAll(/^\| `((?:GET|POST) [^`]+)` \| \S/gm)].map((match) =>
      String(match[1]),
    );
    expect(rows).toEqual(routes.map(([method, path]) => `${method} ${path}`));
  });

  it.skipIf(!commands.some(([name]) => name === "start"))("name no command that does not exist", () => {
    const names = new Set(commands.flatMap(([name]) => [name, String(name.split(" ")[0])]));
    const strange = documents.flatMap((document) =>
      [...read(document).matchAll(/(?:`|^)(?:npx )?backstory ((?:[a-z-]+)(?: [a-z-]+)?)/gm)]
        .map((match) => String(match[1]))
        .filter((words) => !names.has(words) && !names.has(String(words.split(" ")[0])))
        .map((words) => `${document}: backstory ${words}`),
    );
    expect(strange).toEqual([]);
  });

  it.each(documents)("link from %s only to what is there", (document) => {
    const targets = [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => String(match[1]));
    const broken = targets
      .filter((target) => !/^(?:[a-z]+:|#|\/)/.test(target))
      .map((target) => resolve(root, dirname(document), decodeURI(String(target.split("#")[0]))))
      .filter((path) => !existsSync(path))
      .map((path) => relative(root, path));
    expect(broken).toEqual([]);
  });
});

/** The line of a setting in docs/configuration.md; when a setting changes, paste the expected line over the old one. */
function settingRow({ key, env, fallback, help }: ConfigOption): string {
  const value = fallback === undefined ? "none" : `\`${JSON.stringify(fallback)}\``;
  return `| \`${key}\` | \`${env}\` | ${value} | ${help} |`;
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
}
