import type { ServerResponse } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { UserError } from "../../model/errors.ts";
import { newestRevision } from "../../store/briefings.ts";
import { findStory } from "../../store/stories.ts";
import { liveReaders, newVersion } from "../live-readers.ts";
import { readQuery, wholeNumber } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { storyIdIn } from "./addresses.ts";

/** A browser that lost the stream comes back after this and so much more by chance, so that a restart is not met by all at once. */
const retryMs = 5_000;
const retrySpreadMs = 15_000;

/**
 * GET /story/:address/events?have=3: an event `version` (its data is the number) whenever the story has a newer version than the reader, at once where it
 * has one already.
 *
 * @throws UserError("unavailable") where there is room for no more readers, or nothing to stream through
 */
export async function streamStoryEvents(context: Context, site: SiteEdition): Promise<Response> {
  const { have: asked } = readQuery(context, { have: wholeNumber(0, 1_000_000_000).default(0) });
  // A browser that comes back by itself asks as before, and says here what it was told last.
  const have = Math.max(asked, Number(context.req.header("last-event-id")) || 0);
  const story = await findStory(site.db, storyIdIn(context.req.param("address") ?? ""));
  if (!story) return context.notFound();
  const { outgoing } = (context.env ?? {}) as Partial<HttpBindings>;
  if (!outgoing || context.req.method === "HEAD" || !("writableLength" in outgoing))
    throw new UserError("unavailable", "Newer versions are told over a connection that stays open.");
  const answer = outgoing as ServerResponse;
  if (!liveReaders(site.changes).add(story.id, answer))
    throw new UserError("unavailable", "Too many readers wait for newer versions.");
  answer.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // nginx would keep the events until its buffer is full.
    "x-accel-buffering": "no",
  });
  answer.write(`retry: ${retryMs + Math.round(Math.random() * retrySpreadMs)}\n\n`);
  // Asked for after the reader is on the list, so that no version can come between.
  const newest = await newestRevision(site.db, story.id);
  if (newest > have) answer.write(newVersion({ revision: newest }));
  // It is answered already; the server takes this for a sign to keep its hands off, and the cache of pages for nothing to keep.
  return new Response(null, { headers: { "x-hono-already-sent": "true", "cache-control": "no-store" } });
}
