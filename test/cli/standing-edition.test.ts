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

test("`backstory doctor` looks at the machine where there is no edition, and begins none", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "backstory-test-")), "new");
  const printed = vi.spyOn(console, "log").mockImplementation(() => {});
  process.env.BACKSTORY_FEEDS_SHIPPED = "false";
  expect(await main(["doctor", "--data", folder])).toBe(1);
  delete process.env.BACKSTORY_FEEDS_SHIPPED;
  process.exitCode = 0;
  const lines = printed.mock.calls.map(([line]) => String(line));
  expect(lines).toContain(`ok  store    None in ${folder} yet; \`backstory start\` begins one.`);
  expect(lines).toContain("!   network  No feed to ask. Add one with `backstory feeds add URL`.");
  expect(existsSync(folder)).toBe(false);
  printed.mockRestore();
});
