import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import { operations } from "../../src/serve/api/operations.ts";
import * as replies from "../../src/serve/api/reply-schemas.ts";
import { routes } from "../../src/serve/routes.ts";
import { createServer } from "../../src/serve/server.ts";
import { appendBriefing } from "../../src/store/briefings.ts";
import { openEmbedded, type TestStore } from "../contract/stores.ts";
import { fill, siteOver } from "./filled-store.ts";
import { briefing } from "./site/invented-story.ts";

const schemas = new Map<string, ZodType>(Object.entries(replies));
let opened: TestStore;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  opened = await openEmbedded();
  await fill(opened.store);
  server = createServer(siteOver(opened.store));
});
afterAll(() => opened?.drop());

const ask = async (path: string) => (await server.request(`http://localhost${path}`)).json();

/** Every reference in a document. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "$ref" ? [String(one)] : referencesIn(one)));
}

describe("the description of the API", () => {
  it("is OpenAPI 3.1 with every route of the API, in their order, and no other", async () => {
    const described = (await ask("/openapi.json")) as { openapi: string; paths: object; servers: object };
    expect(described).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://localhost" }] });
    const inRoutes = routes.map(([, path]) => path).filter((path) => path.startsWith("/api/"));
    expect(Object.keys(described.paths)).toEqual(inRoutes.map((path) => path.replace(/:(\w+)/g, "{$1}")));
  });

  it("refers to nothing it does not hold, and names every operation once", async () => {
    const described = (await ask("/openapi.json")) as { components: { schemas: object }; paths: object };
    const held = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(held).toEqual(expect.arrayContaining([...new Set(referencesIn(described))]));
    expect(held).toContain("#/components/schemas/Claim");
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it("tells of a parameter what the route checks it with", async () => {
    const { paths } = (await ask("/openapi.json")) as { paths: Record<string, { get: { parameters: object[] } }> };
    expect(paths["/api/v1/search"]?.get.parameters).toEqual([
      {
        name: "limit",
        in: "query",
        required: false,
        schema: { default: 20, type: "integer", minimum: 1, maximum: 100 },
      },
      {
        name: "offset",
        in: "query",
        required: false,
        schema: { default: 0, type: "integer", minimum: 0, maximum: 10000 },
      },
      { name: "q", in: "query", required: true, schema: { type: "string", minLength: 1, maxLength: 300 } },
    ]);
    expect(paths["/api/v1/stories/{id}"]?.get.parameters[0]).toEqual({
      name: "id",
      in: "path",
      required: true,
      schema: { type: "string" },
    });
  });

  it.each([
    ["Progress", "/api/v1/progress"],
    ["StoryList", "/api/v1/stories?all=true"],
    ["StoryList", "/api/v1/stories?limit=1"],
    ["Story", "/api/v1/stories/merle1"],
    ["Revisions", "/api/v1/stories/merle1/revisions"],
    ["Changes", "/api/v1/changes"],
    ["StoryList", "/api/v1/search?q=ferry"],
    ["Outlets", "/api/v1/outlets"],
    ["ErrorReply", "/api/v1/stories/nobody"],
    ["ErrorReply", "/api/v1/stories?limit=many"],
  ] as const)("holds in every field as %s for %s", async (name, path) => {
    const body = await ask(path);
    // A schema drops what it does not know, so that a field that is not described is seen as well.
    expect(schemas.get(name)?.parse(body)).toEqual(body);
  });
});

describe("what was written since", () => {
  it("comes in the order of writing, once each, and goes on where it stopped", async () => {
    const { db } = opened.store;
    await appendBriefing(db, { ...briefing, revision: 4, writtenAt: "2026-11-24T11:40:00.000Z" });
    await appendBriefing(db, { ...briefing, storyId: "pilots9", revision: 1, writtenAt: "2026-11-24T11:40:00.000Z" });
    const changes = async (query: string) =>
      (await ask(`/api/v1/changes?${query}`)) as { changes: { storyId: string; revision: number }[]; next: string };
    const seen: string[] = [];
    let since = "2026-11-24T11:00:00Z";
    for (let asked = 0; asked < 4; asked++) {
      const answer = await changes(`limit=1&since=${encodeURIComponent(since)}`);
      seen.push(answer.changes.map(({ storyId, revision }) => `${storyId} ${revision}`).join());
      since = answer.next;
    }
    expect(seen).toEqual(["merle1 3", "merle1 4", "pilots9 1", ""]);
    expect((await changes(`since=${encodeURIComponent(since)}`)).next).toBe(since);
    expect((await changes("since=2026-11-24T12:35:00%2B01:00")).changes.map(({ revision }) => revision)).toEqual([
      4, 1,
    ]);
    expect(await ask("/api/v1/changes?since=yesterday")).toMatchObject({ error: { code: "usage" } });
  });
});
