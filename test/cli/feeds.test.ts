import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { saveFeed } from "../../src/store/feeds.ts";
import { openStore } from "../../src/store/open-store.ts";
import { saveOptOut } from "../../src/store/opt-outs.ts";
import { saveOutlet } from "../../src/store/outlets.ts";

const bin = fileURLToPath(new URL("../../bin/backstory.mjs", import.meta.url));

/** A folder with an edition of one feed, at whose outlet an opt-out was met. */
async function editionWithOptOut(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "backstory-feeds-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const { db, close } = await openStore({ dataDir, onNotice: () => {} });
  await saveOutlet(db, { id: "gazette", name: "Gazette", family: "gazette", kind: "unknown", use: "text" }, "user");
  await saveFeed(db, { id: "f", outletId: "gazette", url: "http://127.0.0.1:9/feed", status: "active" });
  const seenAt = "2026-11-17T06:00:00.000Z";
  await saveOptOut(db, { outletId: "gazette", reason: "noai", url: "https://gazette.example/ferry", seenAt });
  await close();
  return dataDir;
}

it("backstory feeds list and check show what may be read of an outlet, and the opt-outs met at its pages", async () => {
  const dataDir = await editionWithOptOut();
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [bin, "feeds", ...args, "--data", dataDir], {
      encoding: "utf8",
      cwd: dataDir,
      env: { ...process.env, BACKSTORY_FEEDS_SHIPPED: "false", BACKSTORY_FETCH_ALLOWED_HOSTS: "127.0.0.0/8" },
    });
  const [heading, row] = run("list").stdout.split("\n");
  expect([heading?.split(/ {2,}/), row?.split(/ {2,}/)]).toEqual([
    ["id", "outlet", "country", "language", "use", "state", "last answer", "address"],
    ["f", "Gazette", "unknown", "text (noai)", "active", "not asked yet", "http://127.0.0.1:9/feed"],
  ]);
  const check = run("check");
  expect([check.stdout.split("\n")[1], check.status]).toEqual([
    "opt-out         http://127.0.0.1:9/feed  https://gazette.example/ferry asked on 2026-11-17 not to be used (noai); it was not, beyond the feed's own words.",
    1,
  ]);
}, 120_000);
