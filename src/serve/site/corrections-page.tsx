import type { Context } from "hono";
import { latestCorrections } from "../../store/latest-articles.ts";
import type { SiteEdition } from "../site-edition.ts";
import { listingView } from "./listing-view.ts";
import { showArticles } from "./sources-page.tsx";

/** GET /corrections: what outlets corrected, newest first, with the story each belongs to. */
export async function showCorrections(context: Context, site: SiteEdition): Promise<Response> {
  const { corrections } = listingView(site).words;
  return showArticles(context, site, {
    path: "/corrections",
    pageSize: 40,
    words: corrections,
    latest: latestCorrections,
  });
}
