import type { Context } from "hono";
import { searchStories } from "../../store/search.ts";
import type { StoryRow } from "../../store/stories.ts";
import { type ListPage, pageNumber, readPage, readQuery, searchWords } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { sendPage } from "./document.ts";
import { feedsOf } from "./feed-links.tsx";
import { Layout } from "./layout.tsx";
import { listingView } from "./listing-view.ts";
import { Paging } from "./paging.tsx";
import { StoryList } from "./story-entry.tsx";

const pageSize = 20;
const path = "/search";

/** GET /search?q=: the stories whose page has all the words. */
export async function showSearch(context: Context, site: SiteEdition): Promise<Response> {
  const { q = "", page } = readQuery(context, { q: searchWords.optional(), page: pageNumber });
  const { language } = site.edition;
  const list: ListPage<StoryRow> =
    q === ""
      ? { rows: [], page: 1, hasNext: false }
      : await readPage(page, pageSize, (range) => searchStories(site.db, q, { language, ...range }));
  const view = listingView(site);
  const { search } = view.words;
  return sendPage(
    context,
    <Layout
      site={site}
      page={{
        kind: "list",
        title: q === "" ? search.button : q,
        path,
        current: "search",
        noindex: true,
        ...(q !== "" && { feeds: feedsOf(path, q, `?${new URLSearchParams({ q })}`) }),
      }}
    >
      <h1>{search.label}</h1>
      <search>
        <form class="search-form" action={path} method="get">
          <label class="unseen" for="q">
            {search.label}
          </label>
          <input id="q" name="q" type="search" value={q} maxlength={300} autofocus={q === ""} />
          <button type="submit">{search.button}</button>
        </form>
      </search>
      {q === "" ? (
        <p class="hint">
          {search.tips} <a href="/topics">{search.topics}</a>
        </p>
      ) : (
        <>
          <StoryList stories={list.rows} view={view} empty={search.none(`“${q}”`)} />
          <Paging list={list} path={path} query={{ q }} view={view} />
        </>
      )}
    </Layout>,
  );
}
