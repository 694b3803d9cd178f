import type { Context } from "hono";
import type { Citation } from "../../model/claim.ts";
import { briefingAt, latestBriefing, listRevisions } from "../../store/briefings.ts";
import { correctionsOf } from "../../store/corrections.ts";
import { findStory } from "../../store/stories.ts";
import { publicAddress } from "../public-address.ts";
import { readQuery, wholeNumber } from "../query.ts";
import { storyPath } from "../site/addresses.ts";
import type { SiteEdition } from "../site-edition.ts";
import { reply, replyError } from "./api-reply.ts";
import { countsOf } from "./story-record.ts";

export const revisionQuery = { revision: wholeNumber(1, 1_000_000_000).optional() };

/** GET /api/v1/stories/:id: its page as a briefing, the newest or `?revision=`. A merged story leads to the one it is part of. */
export async function apiStory(context: Context, site: SiteEdition): Promise<Response> {
  const { revision } = readQuery(context, revisionQuery);
  const id = context.req.param("id") ?? "";
  const story = await findStory(site.db, id);
  const absolute = publicAddress(context, site);
  if (story && story.id !== id)
    return context.redirect(absolute(`/api/v1/stories/${encodeURIComponent(story.id)}`), 301);
  const briefing =
    story &&
    (revision === undefined ? await latestBriefing(site.db, story.id) : await briefingAt(site.db, story.id, revision));
  if (!story || !briefing) {
    const missing = story && revision !== undefined ? `a revision ${revision}` : "a written page";
    const message = story ? `The story "${id}" does not have ${missing}.` : `There is no story "${id}".`;
    return replyError(context, site, 404, "not-found", message);
  }
  const corrections = await correctionsOf(site.db, story.id);
  return reply(context, site, {
    url: absolute(storyPath(story)),
    counts: countsOf(story),
    ...(corrections.length > 0 && { corrections }),
    ...(withSelectors(briefing) as object),
  });
}

/** GET /api/v1/stories/:id/revisions: every version of its page, the newest first. */
export async function apiRevisions(context: Context, site: SiteEdition): Promise<Response> {
  const id = context.req.param("id") ?? "";
  const story = await findStory(site.db, id);
  if (!story) return replyError(context, site, 404, "not-found", `There is no story "${id}".`);
  return reply(context, site, { storyId: story.id, revisions: await listRevisions(site.db, story.id) });
}

/** Each citation gets its selectors of the W3C Web Annotation Data Model beside our own names. */
function withSelectors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSelectors);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withSelectors(one)]));
  if (!isCitation(value)) return copy;
  const { quote, start, end } = value;
  return {
    ...copy,
    selector: [
      { type: "TextQuoteSelector", exact: quote },
      { type: "TextPositionSelector", start, end },
    ],
  };
}

function isCitation(value: object): value is Citation {
  return "articleId" in value && "quote" in value && "start" in value && "end" in value;
}
