import type { Context } from "hono";
import { listOutlets } from "../../store/outlets.ts";
import { editionProgress } from "../edition-progress.ts";
import type { SiteEdition } from "../site-edition.ts";
import { reply } from "./api-reply.ts";

/** GET /api/v1/progress: what the edition is doing, and how far it is. */
export async function apiProgress(context: Context, site: SiteEdition): Promise<Response> {
  // Whoever watches an edition being made wants the moment, not a page kept for others.
  context.header("cache-control", "no-store");
  return reply(context, site, { stage: site.stage(), ...(await editionProgress(site)) });
}

/** GET /api/v1/outlets: whom the edition reads, as public facts; what is not known is absent. */
export async function apiOutlets(context: Context, site: SiteEdition): Promise<Response> {
  const outlets = (await listOutlets(site.db)).map(
    ({ id, name, site: home, country, place, owner, family, kind, language, use, asOf }) => ({
      id,
      name,
      site: home,
      country,
      place,
      owner,
      family,
      kind,
      language,
      use,
      asOf,
    }),
  );
  return reply(context, site, { outlets });
}
