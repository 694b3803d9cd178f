import type { Context } from "hono";
import type { SiteEdition } from "../site-edition.ts";
import { toAtom } from "./atom.ts";
import { toJsonFeed } from "./json-feed.ts";
import { toRss } from "./rss.ts";
import { type FeedScope, readStoryFeed } from "./story-feed.tsx";

/** Feed readers ask often; what is a few minutes old is new enough for them. */
const cacheControl = "public, max-age=300";

type Scope = (context: Context, site: SiteEdition) => Promise<FeedScope>;
type Handler = (context: Context, site: SiteEdition) => Promise<Response>;

/** GET …/feed.xml */
export function showRss(scope: Scope): Handler {
  return async (context, site) => {
    const feed = await readStoryFeed(context, site, await scope(context, site), "feed.xml");
    return context.body(toRss(feed), 200, {
      "content-type": "application/rss+xml; charset=utf-8",
      "cache-control": cacheControl,
    });
  };
}

/** GET …/atom.xml */
export function showAtom(scope: Scope): Handler {
  return async (context, site) => {
    const feed = await readStoryFeed(context, site, await scope(context, site), "atom.xml");
    return context.body(toAtom(feed), 200, {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": cacheControl,
    });
  };
}

/** GET …/feed.json */
export function showJsonFeed(scope: Scope): Handler {
  return async (context, site) => {
    const feed = await readStoryFeed(context, site, await scope(context, site), "feed.json");
    return context.body(`${JSON.stringify(toJsonFeed(feed))}\n`, 200, {
      "content-type": "application/feed+json; charset=utf-8",
      "cache-control": cacheControl,
    });
  };
}
