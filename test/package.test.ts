import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * What npm publishes is tried as its user would: packed, installed in an empty folder without what only development needs, and started. The
 * dependencies come from npm's cache or its registry; where neither has them the test is skipped by name.
 */

const run = promisify(execFile);
const canInstall = await run("npm", ["view", "hono", "version", "--fetch-retries=0", "--fetch-timeout=5000"]).then(
  () => true,
  () => false,
);

interface PackedFile {
  readonly path: string;
}

describe.skipIf(!canInstall)("the packed package (needs npm's registry)", () => {
  let folder = "";
  let files: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "backstory-package-"));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder]);
    const [packed] = JSON.parse(stdout) as { filename: string; files: PackedFile[] }[];
    files = packed?.files.map(({ path }) => path) ?? [];
    await writeFile(join(folder, "package.json"), '{ "private": true }');
    await run(
      "npm",
      ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", `./${packed?.filename}`],
      { cwd: folder },
    );
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("holds what an edition reads at run time, and no tests, scripts or notes", () => {
    const folders = [...new Set(files.map((path) => path.split("/")[0]))].sort();
    expect(folders).toEqual([
      "LICENSE",
      "NOTICE",
      "README.md",
      "bin",
      "eval",
      "facts",
      "outlets",
      "package.json",
      "samples",
      "src",
      "tsconfig.json",
      "weights",
    ]);
  });

  test("shows the sample edition when it is started in an empty folder, and stops at Ctrl-C", async () => {
    const edition = spawn(
      join("node_modules", ".bin", "backstory"),
      ["start", "--sample", "--port", "0", "--data", "data"],
      {
        cwd: folder,
      },
    );
    const exited = new Promise<number | null>((resolve) => edition.once("exit", resolve));
    try {
      const address = await addressOf(edition.stdout);
      const story = await firstStory(address);
      const page = await (await fetch(new URL(story, address))).text();
      expect(page).toContain("<h1");
      expect(page).toContain("sample");
    } finally {
      edition.kill("SIGINT");
    }
    expect(await exited).toBe(0);
  }, 180_000);
});

/** The address that the edition prints as soon as it answers. */
async function addressOf(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const address = line.match(/http:\/\/\S+/)?.[0];
    if (address) return address;
  }
  throw new Error("the edition printed no address");
}

/** The path of the first story on the front page, waited for. */
async function firstStory(address: string): Promise<string> {
  for (;;) {
    const front = await (await fetch(address)).text();
    const path = front.match(/href="(\/story\/[^"#?]+)"/)?.[1];
    if (path) return path;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
