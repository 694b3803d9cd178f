import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { warmPages } from "../../src/serve/warm-pages.ts";
import { localChanges } from "../../src/store/changes.ts";

test("the front page and its first story are made at the start, and once more when changes have settled", async () => {
  const changes = localChanges();
  const asked: string[] = [];
  const end = warmPages(
    (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      return new Response(pathname === "/" ? '<a href="/story/dam-a1">Dam</a> <a href="/story/reef-b2">Reef</a>' : "");
    },
    changes,
    20,
  );
  await pause(60);
  for (let revision = 1; revision < 5; revision++) changes.announce("a1", revision);
  await pause(60);
  end();
  changes.announce("a1", 9);
  await pause(60);
  expect(asked).toEqual(["/", "/story/dam-a1", "/", "/story/dam-a1"]);
});
