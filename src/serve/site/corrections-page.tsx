import type { Context } from "hono";
import { latestCorrections } from "../../store/latest-articles.ts";
import { pageNumber, readPage, readQuery } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { listingView } from "./listing-view.ts";
import { Paging } from "./paging.tsx";
import { stateMediaAmong } from "./single-reports.tsx";
import { ArticleOfList } from "./sources-page.tsx";

const pageSize = 40;
const path = "/corrections";

/** GET /corrections: what outlets corrected, newest first, with the story each belongs to. */
export async function showCorrections(context: Context, site: SiteEdition): Promise<Response> {
  const { page } = readQuery(context, { page: pageNumber });
  const view = listingView(site);
  const list = await readPage(page, pageSize, (range) => latestCorrections(site.db, range));
  const stateMedia = await stateMediaAmong(site, list.rows);
  const { corrections: words } = view.words;
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: words.heading, path }}>
      <h1>{words.heading}</h1>
      <p class="lead">{words.intro}</p>
      {list.rows.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <ul class="singles">
          {list.rows.map((article) => (
            <ArticleOfList article={article} isStateMedium={stateMedia.has(article.outlet)} view={view} />
          ))}
        </ul>
      )}
      <Paging list={list} path={path} view={view} />
    </Layout>,
  );
}
