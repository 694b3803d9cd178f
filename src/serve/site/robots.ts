import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";

/** GET /robots.txt: search engines may read all but what is made for one reader; nothing of the sample edition, which is invented. */
export async function showRobots(context: Context, { sample }: SiteEdition): Promise<Response> {
  const closed = sample ? ["/"] : ["/search", "/welcome", "/api/"];
  return context.text(["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), ""].join("\n"));
}
