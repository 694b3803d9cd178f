import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { latestArticles, type ReadArticle } from "../../store/latest-articles.ts";
import { pageNumber, readPage, readQuery } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl, outletPath, storyPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";
import { StateMedia } from "./outlet-name.tsx";
import { Paging } from "./paging.tsx";
import { stateMediaAmong } from "./single-reports.tsx";
import { Ago } from "./time.tsx";

/** GET /sources: every article that was read, newest first. */
export async function showSources(context: Context, site: SiteEdition): Promise<Response> {
  const { sources } = listingView(site).words;
  return showArticles(context, site, { path: "/sources", pageSize: 60, words: sources, latest: latestArticles });
}

/** A paged list of articles under a heading, newest first. */
export async function showArticles(
  context: Context,
  site: SiteEdition,
  {
    path,
    pageSize,
    words,
    latest,
    before,
  }: {
    readonly path: string;
    readonly pageSize: number;
    readonly words: { readonly heading: string; readonly intro: string; readonly none: string };
    readonly latest: typeof latestArticles;
    /** What stands before the first page of the list. */
    readonly before?: () => Promise<Child>;
  },
): Promise<Response> {
  const { page } = readQuery(context, { page: pageNumber });
  const view = listingView(site);
  const list = await readPage(page, pageSize, (range) => latest(site.db, range));
  const stateMedia = await stateMediaAmong(site, list.rows);
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: words.heading, path }}>
      <h1>{words.heading}</h1>
      {page === 1 && (await before?.())}
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

/** One line: outlet, title with its link, what marks it, how long ago, and its story. */
function ArticleOfList({
  article,
  isStateMedium,
  view,
}: {
  article: ReadArticle;
  isStateMedium: boolean;
  view: ListingView;
}) {
  const { words, strings, dates, now } = view;
  const { title, outlet, outletId, language, publishedAt, storyId, slug, genre } = article;
  const url = externalUrl(article.url);
  const marks = [
    language !== view.strings.tag && (dates.language(language) ?? language),
    genre !== undefined && genre !== "report" && strings.genres[genre],
    article.copyOf !== undefined && words.sources.copy,
    article.paywalled && words.sources.paywalled,
  ].filter((mark) => typeof mark === "string");
  return (
    <li>
      <span class="single-outlet">
        <a href={outletPath(outletId)}>{outlet}</a>
        {isStateMedium && <StateMedia strings={strings} />}
      </span>{" "}
      <span class="single-title" lang={language}>
        {url === undefined ? (
          title
        ) : (
          <a href={url} rel="noopener noreferrer external">
            {title}
          </a>
        )}
        {marks.map((mark) => (
          <>
            {" "}
            <span class="label" lang={strings.tag}>
              {mark}
            </span>
          </>
        ))}
        {storyId !== undefined && slug !== undefined && (
          <small lang={strings.tag}>
            {words.sources.inStory}{" "}
            <a href={storyPath({ id: storyId, slug })} lang={article.storyLanguage}>
              {article.headline ?? slug}
            </a>
          </small>
        )}
      </span>{" "}
      <span class="single-more">
        <Ago at={publishedAt} now={now} dates={dates} />
      </span>
    </li>
  );
}
