import type { Context } from "hono";
import { z } from "zod";
import { subjects } from "../../model/edition.ts";
import { searchStories } from "../../store/search.ts";
import { listStories, type StoryQuery } from "../../store/stories.ts";
import { publicAddress } from "../public-address.ts";
import { oneOf, readQuery, someText, wholeNumber } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { reply } from "./api-reply.ts";
import { storyRecord } from "./story-record.ts";

const range = {
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
};
const id = someText(1, 200).optional();
export const storyQuery = {
  ...range,
  order: oneOf(["rank", "newest"]).default("rank"),
  subject: oneOf(subjects).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, { error: "must be a language code of two or three letters, such as en" })
    .optional(),
  entity: id,
  outlet: id,
  /** With those below the threshold of the front page. */
  all: oneOf(["true", "false"]).default("false"),
};

export const searchQuery = { ...range, q: someText(1, 300) };

/** GET /api/v1/stories: by importance or age, those of the front page or all. `next` is the offset that goes on, where more follow. */
export async function apiStories(context: Context, site: SiteEdition): Promise<Response> {
  const asked = readQuery(context, storyQuery);
  const { minArticles, minOrigins } = site.edition;
  const { limit, offset, order, subject, language, entity, outlet } = asked;
  const query: StoryQuery = {
    order,
    limit: limit + 1,
    offset,
    ...(asked.all === "false" && { minArticles, minOrigins }),
    ...(subject !== undefined && { subject }),
    ...(language !== undefined && { language }),
    ...(entity !== undefined && { entityId: entity }),
    ...(outlet !== undefined && { outletId: outlet }),
  };
  return replyStories(context, site, await listStories(site.db, query), asked);
}

/** GET /api/v1/search?q=: the stories whose page has all the words, the best first. */
export async function apiSearch(context: Context, site: SiteEdition): Promise<Response> {
  const { q, limit, offset } = readQuery(context, searchQuery);
  const { language } = site.edition;
  const rows = await searchStories(site.db, q, { language, limit: limit + 1, offset });
  return replyStories(context, site, rows, { limit, offset });
}

function replyStories(
  context: Context,
  site: SiteEdition,
  rows: Awaited<ReturnType<typeof listStories>>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Response {
  const absolute = publicAddress(context, site);
  return reply(context, site, {
    stories: rows.slice(0, limit).map((row) => storyRecord(row, absolute)),
    ...(rows.length > limit && { next: offset + limit }),
  });
}
