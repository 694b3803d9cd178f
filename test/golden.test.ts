import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { composeCase } from "./golden/compose-case.ts";

const folder = new URL("golden/", import.meta.url);
const cases = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/**
 * Whole pages of small stories, each named for what it proves. A change of an expectation is read as a diff; delete the file to have it written
 * anew.
 */
describe("golden pages", () => {
  it.each(cases)("%s", (name) => {
    const page = JSON.stringify(composeCase(name), null, 2);
    const expectation = new URL(`${name}/briefing.json`, folder);
    if (!existsSync(expectation)) {
      // In CI nothing is written: an expectation nobody has read proves nothing.
      expect(process.env.CI, `${name} has no expectation`).toBeUndefined();
      writeFileSync(expectation, `${page}\n`);
    }
    expect(`${page}\n`).toBe(readFileSync(expectation, "utf8"));
  });
});
