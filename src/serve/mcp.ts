import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import type { Briefing } from "../model/briefing.ts";
import { latestBriefing } from "../store/briefings.ts";
import type { Queryable } from "../store/database.ts";
import { listOutlets } from "../store/outlets.ts";
import { searchStories } from "../store/search.ts";
import { findStory, listStories, type StoryRow } from "../store/stories.ts";
import { countsOf } from "./api/story-record.ts";

/** What the server answers from. */
export interface McpSource {
  readonly db: Queryable;
  readonly version: string;
  readonly checkClaim: (claim: string, sources: readonly string[]) => object;
}

/** An MCP server over the edition's stored pages: search, list and read stories, compare outlets, check a claim against a story's passages. */
export function createMcpServer(source: McpSource): McpServer {
  const server = new McpServer({ name: "backstory", version: source.version });
  const { db } = source;
  server.registerTool(
    "search_stories",
    {
      description: "Find stories of the edition by words in their pages and articles.",
      inputSchema: { query: z.string().min(1).max(300), limit: z.number().int().min(1).max(50).default(10) },
    },
    async ({ query, limit }) => answer(await searchStories(db, query, { limit, offset: 0 })),
  );
  server.registerTool(
    "list_stories",
    {
      description: "The edition's stories, the most important first.",
      inputSchema: { limit: z.number().int().min(1).max(100).default(20), subject: z.string().optional() },
    },
    async ({ limit, subject }) =>
      answer(await listStories(db, { limit, offset: 0, order: "rank", ...(subject !== undefined && { subject }) })),
  );
  server.registerTool(
    "get_story",
    {
      description: "The page of one story: every sentence with the exact passages it rests on.",
      inputSchema: { id: z.string().min(1) },
    },
    async ({ id }) => withBriefing(db, id, (briefing, story) => ({ counts: countsOf(story), ...briefing })),
  );
  server.registerTool(
    "compare_outlets",
    {
      description: "What each outlet stresses, has alone and leaves out on one story, and where outlets disagree.",
      inputSchema: { id: z.string().min(1) },
    },
    async ({ id }) =>
      withBriefing(db, id, (briefing) => briefing.sections.find(({ kind }) => kind === "what-the-papers-say") ?? {}),
  );
  server.registerTool(
    "check_claim",
    {
      description: "Whether the cited passages of a story bear a claim out, and which one.",
      inputSchema: { id: z.string().min(1), claim: z.string().min(3).max(1000) },
    },
    async ({ id, claim }) =>
      withBriefing(db, id, (briefing) => {
        const passages = citedPassages(briefing);
        return { ...source.checkClaim(claim, passages), passages };
      }),
  );
  server.registerTool(
    "list_outlets",
    { description: "The outlets the edition reads, with country, owner and kind.", inputSchema: {} },
    async () => answer(await listOutlets(db)),
  );
  return server;
}

async function withBriefing(db: Queryable, id: string, take: (briefing: Briefing, story: StoryRow) => object) {
  const story = await findStory(db, id);
  const briefing = story && (await latestBriefing(db, story.id));
  if (!story || !briefing)
    return { isError: true, content: [{ type: "text" as const, text: `There is no written story "${id}".` }] };
  return answer(take(briefing, story));
}

function answer(value: object) {
  return { content: [{ type: "text" as const, text: JSON.stringify(value) }] };
}

/** The distinct quotes that the page's claims stand on. */
function citedPassages(briefing: Briefing): string[] {
  const quotes = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    else if (typeof value === "object" && value !== null) {
      if ("quote" in value && typeof value.quote === "string") quotes.add(value.quote);
      for (const one of Object.values(value)) collect(one);
    }
  };
  collect(briefing);
  return [...quotes];
}
