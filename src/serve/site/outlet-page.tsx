import type { Context } from "hono";
import type { Outlet } from "../../model/outlet.ts";
import { type ArticleLine, articlesOfOutlet } from "../../store/articles.ts";
import type { FeedState } from "../../store/feeds.ts";
import { listFeeds } from "../../store/feeds.ts";
import { listOptOuts, type OptOut } from "../../store/opt-outs.ts";
import { findOutlet } from "../../store/outlets.ts";
import { listStories } from "../../store/stories.ts";
import { pageNumber, readPage, readQuery } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl, outletPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { FeedLine } from "./feed-line.tsx";
import { FeedLink, feedsOf } from "./feed-links.tsx";
import { Layout } from "./layout.tsx";
import { countryName, type ListingView, listingView } from "./listing-view.ts";
import { Paging } from "./paging.tsx";
import { StoryList } from "./story-entry.tsx";
import { Ago } from "./time.tsx";

const pageSize = 12;
const newestArticles = 20;

/** GET /outlet/:outlet: what is known of an outlet, its feeds, the stories it reported and its newest reports. */
export async function showOutlet(context: Context, site: SiteEdition): Promise<Response> {
  const outlet = await findOutlet(site.db, context.req.param("outlet") ?? "");
  if (!outlet) return context.notFound();
  const { page } = readQuery(context, { page: pageNumber });
  const view = listingView(site);
  const { minArticles, minOrigins } = site.edition;
  const list = await readPage(page, pageSize, (range) =>
    listStories(site.db, { outletId: outlet.id, minArticles, minOrigins, order: "newest", ...range }),
  );
  const articles = page > 1 ? [] : await articlesOfOutlet(site.db, outlet.id, { limit: newestArticles });
  const feeds = (await listFeeds(site.db)).filter((feed) => feed.outletId === outlet.id && feed.status !== "removed");
  const path = outletPath(outlet.id);
  const { words } = view;
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: outlet.name, path, feeds: feedsOf(path, outlet.name) }}>
      <h1>{outlet.name}</h1>
      {outlet.kind === "state-medium" && <p class="state-medium">{words.outlet.stateMedium}</p>}
      <OutletFacts outlet={outlet} optOuts={await listOptOuts(site.db, outlet.id)} view={view} />
      {page === 1 && (
        <section class="shelf" aria-labelledby="feeds">
          <h2 id="feeds">{words.outlet.feeds}</h2>
          <FeedLines feeds={feeds} view={view} />
        </section>
      )}
      <section class="shelf" aria-labelledby="stories">
        <h2 id="stories">{words.outlet.stories}</h2>
        <StoryList stories={list.rows} view={view} level={3} empty={words.outlet.noStories} />
        <Paging list={list} path={path} view={view} />
        <FeedLink path={path} view={view} />
      </section>
      {page === 1 && (
        <section class="shelf" aria-labelledby="articles">
          <h2 id="articles">{words.outlet.articles}</h2>
          <ArticleLines articles={articles} view={view} />
        </section>
      )}
    </Layout>,
  );
}

/** Public facts; what is not known says so. */
function OutletFacts({ outlet, optOuts, view }: { outlet: Outlet; optOuts: readonly OptOut[]; view: ListingView }) {
  const { words, strings, dates } = view;
  const { outlet: names } = words;
  const site = externalUrl(outlet.site);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [names.country, countryName(outlet, dates)],
    [names.owner, outlet.owner],
    [names.kind, outlet.kind === "unknown" ? undefined : strings.kinds[outlet.kind]],
    [names.language, outlet.language === undefined ? undefined : (dates.language(outlet.language) ?? outlet.language)],
    [names.use, names.uses[outlet.use]],
  ];
  return (
    <>
      <dl class="facts">
        {site !== undefined && (
          <div>
            <dt>{names.site}</dt>
            <dd>
              <a href={site} rel="noopener noreferrer external">
                {new URL(site).host}
              </a>
            </dd>
          </div>
        )}
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd class={value === undefined ? "unknown" : undefined}>{value ?? names.unknown}</dd>
          </div>
        ))}
      </dl>
      {optOuts.map(({ reason, seenAt }) => (
        <p class="hint">{names.optOut(reason, dates.day(seenAt.slice(0, 10)))}</p>
      ))}
      {outlet.asOf !== undefined && <p class="hint">{names.asOf(dates.day(outlet.asOf))}</p>}
    </>
  );
}

function FeedLines({ feeds, view }: { feeds: readonly FeedState[]; view: ListingView }) {
  if (feeds.length === 0) return <p class="empty">{view.words.outlet.noFeeds}</p>;
  return (
    <ul class="feeds">
      {feeds.map((feed) => (
        <FeedLine feed={feed} view={view} />
      ))}
    </ul>
  );
}

function ArticleLines({ articles, view }: { articles: readonly ArticleLine[]; view: ListingView }) {
  const { words, dates, now } = view;
  if (articles.length === 0) return <p class="empty">{words.outlet.noArticles}</p>;
  return (
    <ul class="singles plain">
      {articles.map(({ url, title, publishedAt }) => {
        const link = externalUrl(url);
        return (
          <li>
            <span class="single-title">
              {link === undefined ? (
                title
              ) : (
                <a href={link} rel="noopener noreferrer external">
                  {title}
                </a>
              )}
            </span>{" "}
            <span class="single-more">
              <Ago at={publishedAt} now={now} dates={dates} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
