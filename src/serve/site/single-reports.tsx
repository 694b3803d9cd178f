import type { Context } from "hono";
import type { Outlet } from "../../model/outlet.ts";
import { type SingleReport, singleReports } from "../../store/front-page.ts";
import { outletsNamed } from "../../store/outlets.ts";
import { pageNumber, readPage, readQuery } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl, outletPath, storyPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { counted, type ListingView, listingView } from "./listing-view.ts";
import { StateMedia } from "./outlet-name.tsx";
import { Paging } from "./paging.tsx";
import { Ago } from "./time.tsx";

const pageSize = 60;

/** GET /single-reports: stories too few have reported for the front page. */
export async function showSingleReports(context: Context, site: SiteEdition): Promise<Response> {
  const { page } = readQuery(context, { page: pageNumber });
  const view = listingView(site);
  const { minArticles, minOrigins } = site.edition;
  const list = await readPage(page, pageSize, (range) => singleReports(site.db, { minArticles, minOrigins, ...range }));
  const { singles } = view.words;
  const path = "/single-reports";
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: singles.heading, path }}>
      <h1>{singles.heading}</h1>
      <p class="lead">{singles.intro(minArticles, minOrigins)}</p>
      <SingleReportLines reports={list.rows} stateMedia={await stateMediaAmong(site, list.rows)} view={view} />
      <Paging list={list} path={path} view={view} />
    </Layout>,
  );
}

/** Which of the outlets of some reports are state media, by name, so that they are labelled here too. */
export async function stateMediaAmong(
  { db }: SiteEdition,
  reports: readonly { readonly outlet: string }[],
): Promise<ReadonlySet<string>> {
  const outlets: readonly Outlet[] = await outletsNamed(db, [...new Set(reports.map(({ outlet }) => outlet))]);
  return new Set(outlets.filter(({ kind }) => kind === "state-medium").map(({ name }) => name));
}

/** One line each: outlet, title with its link, how long ago. Where several told it, how many, with their page. */
export function SingleReportLines({
  reports,
  stateMedia,
  view,
}: {
  reports: readonly SingleReport[];
  stateMedia: ReadonlySet<string>;
  view: ListingView;
}) {
  const { words, strings, dates, now } = view;
  if (reports.length === 0) return <p class="empty">{words.singles.none}</p>;
  return (
    <ul class="singles">
      {reports.map((report) => {
        const url = externalUrl(report.url);
        return (
          <li>
            <span class="single-outlet">
              <a href={outletPath(report.outletId)}>{report.outlet}</a>
              {stateMedia.has(report.outlet) && <StateMedia strings={strings} />}
            </span>{" "}
            <span class="single-title" lang={report.language}>
              {url === undefined ? (
                report.title
              ) : (
                <a href={url} rel="noopener noreferrer external">
                  {report.title}
                </a>
              )}
            </span>{" "}
            <span class="single-more">
              {report.slug !== undefined && (
                <a href={storyPath({ id: report.storyId, slug: report.slug })}>
                  {counted(words.singles.more, report.articles, dates)}
                </a>
              )}{" "}
              <Ago at={report.publishedAt} now={now} dates={dates} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
