import type { z } from "zod";
import { changesQuery } from "./list-changes.ts";
import { searchQuery, storyQuery } from "./list-stories.ts";
import type * as replies from "./reply-schemas.ts";
import { revisionQuery } from "./show-story.ts";

/** One route of the API, as /openapi.json describes it. The query is the schema that the route itself checks. */
export interface Operation {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodRawShape;
  /** The name of its reply among the schemas. */
  readonly reply: Exclude<keyof typeof replies, "ErrorReply">;
  /** How it can fail beside what any route can. */
  readonly errors?: readonly (400 | 404)[];
}

/** Every route of the API, in the order of routes.ts, which a test holds it to. */
export const operations: readonly Operation[] = [
  {
    id: "getProgress",
    path: "/api/v1/progress",
    summary: "What the edition is doing, and how far it is.",
    reply: "Progress",
  },
  {
    id: "listStories",
    path: "/api/v1/stories",
    summary: "Stories by importance or age: those of the front page, or all.",
    query: storyQuery,
    reply: "StoryList",
    errors: [400],
  },
  {
    id: "getStory",
    path: "/api/v1/stories/:id",
    summary: "A story's page, the newest or an older version. A merged story redirects to the one it is part of.",
    query: revisionQuery,
    reply: "Story",
    errors: [400, 404],
  },
  {
    id: "listRevisions",
    path: "/api/v1/stories/:id/revisions",
    summary: "Every version of a story's page, the newest first.",
    reply: "Revisions",
    errors: [404],
  },
  {
    id: "listChanges",
    path: "/api/v1/changes",
    summary: "What was written since a moment, the oldest first: ask again with `next` to go on.",
    query: changesQuery,
    reply: "Changes",
    errors: [400],
  },
  {
    id: "searchStories",
    path: "/api/v1/search",
    summary: "The stories whose page has all the words, the best first.",
    query: searchQuery,
    reply: "StoryList",
    errors: [400],
  },
  {
    id: "listOutlets",
    path: "/api/v1/outlets",
    summary: "Whom the edition reads, as public facts.",
    reply: "Outlets",
  },
];
