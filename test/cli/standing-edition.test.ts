import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { main } from "../../src/main.ts";

test.each([
  ["story", "list"],
  ["redact", "https://beacon.example/a", "--reason", "a court order"],
])("`backstory %s` says so where there is no edition, and begins none", async (...command) => {
  const folder = join(mkdtempSync(join(tmpdir(), "backstory-test-")), "mistyped");
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await main([...command, "--data", folder])).toBe(1);
  expect(said.mock.calls).toEqual([
    [`backstory: There is no edition in ${folder}; \`backstory run --data ${folder}\` begins one.`],
  ]);
  expect(existsSync(folder)).toBe(false);
  said.mockRestore();
});
