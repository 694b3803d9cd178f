import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));
const stages = ["ingest", "extract", "annotate", "cluster", "knowledge", "write", "verify"];
const pure = ["model", "languages", "text"];

/** What each folder may import beside itself. A folder or file that is not listed sits above and may import anything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  languages: ["model"],
  text: ["model", "languages"],
  fetch: ["model"],
  ask: ["model"],
  mail: ["model"],
  store: ["model"],
  serve: ["model", "languages", "store"],
  ...Object.fromEntries(stages.map((stage) => [stage, pure])),
};

function sources(): string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(src, name));
}

function importsOf(file: string): string[] {
  const code = readFileSync(file, "utf8");
  return [...code.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    resolve(dirname(file), String(match[1])),
  );
}

describe("the import rule", () => {
  it("lets no folder import one that it may not know", () => {
    const broken: string[] = [];
    for (const file of sources()) {
      const folder = String(relative(src, file).split("/")[0]);
      const allowed = mayImport[folder];
      if (!allowed) continue;
      for (const imported of importsOf(file)) {
        const path = relative(src, imported);
        const target = path.startsWith("..") ? path : String(path.split("/")[0]);
        // What a stage has learned is data in a module: weights/*.json.
        if (path.startsWith("../weights/") && path.endsWith(".json")) continue;
        if (target !== folder && !allowed.includes(target)) broken.push(`${relative(src, file)} imports ${path}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("keeps clocks, randomness, files and the environment out of the stages", () => {
    const impure =
      /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.env|from "node:(fs|net|http|https|child_process))/;
    const found = sources()
      .filter((file) => [...stages, ...pure].includes(String(relative(src, file).split("/")[0])))
      .filter((file) => impure.test(readFileSync(file, "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "")))
      .map((file) => relative(src, file));
    expect(found).toEqual([]);
  });

  it("has no folder or file named for nothing", () => {
    const vague = sources().filter((file) =>
      /\/(utils?|helpers?|common|lib|index|manager|service)(\/|\.tsx?$)/.test(file),
    );
    expect(vague).toEqual([]);
  });
});
