import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/store/make-folder.ts";

const root = () => mkdtempSync(join(tmpdir(), "backstory-test-"));

test("a folder is made with those above it, and made again without harm", () => {
  const folder = join(root(), "a", "b", "c");
  makeFolder(folder);
  makeFolder(folder);
  expect(existsSync(folder)).toBe(true);
});

test("a folder below a file is refused", () => {
  const file = join(root(), "file");
  writeFileSync(file, "");
  expect(() => makeFolder(join(file, "a"))).toThrow("ENOTDIR");
});

test.skipIf(!existsSync("/proc"))("a folder that the system refuses as one that is not there ends in an error", () => {
  expect(() => makeFolder("/proc/backstory/a")).toThrow("ENOENT");
});
