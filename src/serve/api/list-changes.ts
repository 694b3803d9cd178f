import type { Context } from "hono";
import { z } from "zod";
import { briefingsWrittenSince } from "../../store/briefings.ts";
import { publicAddress } from "../public-address.ts";
import { readQuery, wholeNumber } from "../query.ts";
import { storyPath } from "../site/addresses.ts";
import type { SiteEdition } from "../site-edition.ts";
import { reply } from "./api-reply.ts";

const error = "must be a time in ISO 8601, such as 2026-11-24T06:00:00Z, or the `next` of an earlier reply";

export const changesQuery = {
  limit: wholeNumber(1, 100).default(50),
  since: z
    .string({ error })
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{5,12}(?:Z|[+-]\d\d:\d\d)(?:~[^~]{1,200}~\d{1,9})?$/, { error })
    .refine((text) => !Number.isNaN(Date.parse(text.split("~")[0] ?? "")), { error })
    .default("1970-01-01T00:00:00Z"),
};

/** GET /api/v1/changes?since=: every version that was written since, the oldest first. Who asks again with `next` misses none and gets none twice. */
export async function apiChanges(context: Context, site: SiteEdition): Promise<Response> {
  const { since, limit } = readQuery(context, changesQuery);
  const [time = "", storyId, revision] = since.split("~");
  const rows = await briefingsWrittenSince(site.db, {
    time: new Date(time).toISOString(),
    ...(storyId !== undefined && { storyId, revision: Number(revision) }),
    limit,
  });
  const absolute = publicAddress(context, site);
  const last = rows.at(-1);
  const next = last ? `${last.writtenAt}~${last.storyId}~${last.revision}` : since.includes("~") ? since : undefined;
  return reply(context, site, {
    changes: rows.map(({ slug, ...row }) => ({
      ...row,
      url: absolute(storyPath({ id: row.storyId, ...(slug !== null && { slug }) })),
    })),
    ...(next !== undefined && { next }),
  });
}
