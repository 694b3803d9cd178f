import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** The packages that are loaded with a file, by itself or by what it imports; what is imported when it is called for is not among them. */
function packagesOf(entries: readonly string[]): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const imports = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type\b)[^;]*?from "([^"]+)"/gm);
    for (const [, name = ""] of imports) {
      if (name.startsWith(".")) open.push(resolve(dirname(file), name));
      else packages.add(name);
    }
  }
  return packages;
}

const ofModels = (packages: Set<string>) =>
  [...packages].filter((name) => name === "ai" || name.startsWith("@ai-sdk/"));

describe("an edition without a model", () => {
  it("loads nothing that speaks to one, by whatever command", () => {
    const commands = readdirSync(join(src, "cli")).map((name) => join(src, "cli", name));
    expect(packagesOf(commands)).toContain("commander");
    expect(ofModels(packagesOf(commands))).toEqual([]);
  });

  it("has threads that load no prompt and no schema", () => {
    const packages = packagesOf([join(src, "pipeline/work-thread.ts")]);
    expect([ofModels(packages), packages.has("zod")]).toEqual([[], false]);
  });
});
