import type { Context } from "hono";
import { type Subject, subjects } from "../../model/edition.ts";
import { singleReports } from "../../store/front-page.ts";
import { listStories } from "../../store/stories.ts";
import { pageNumber, readPage, readQuery } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { subjectPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { FeedLink, feedsOf } from "./feed-links.tsx";
import { Layout } from "./layout.tsx";
import { listingView } from "./listing-view.ts";
import { Paging } from "./paging.tsx";
import { SingleReportLines, stateMediaAmong } from "./single-reports.tsx";
import { StoryList } from "./story-entry.tsx";

const pageSize = 20;
const singleLines = 40;

/** The subject of an address; undefined for a word that is none. */
export function subjectIn(context: Context): Subject | undefined {
  return subjects.find((subject) => subject === context.req.param("subject"));
}

/** GET /subject/:subject: its stories by importance, and on the first page its single reports. */
export async function showSubject(context: Context, site: SiteEdition): Promise<Response> {
  const subject = subjectIn(context);
  if (!subject) return context.notFound();
  const { page } = readQuery(context, { page: pageNumber });
  const view = listingView(site);
  const { minArticles, minOrigins, title } = site.edition;
  const threshold = { minArticles, minOrigins, subject };
  const list = await readPage(page, pageSize, (range) =>
    listStories(site.db, { ...threshold, order: "rank", ...range }),
  );
  const singles = page > 1 ? [] : await singleReports(site.db, { ...threshold, limit: singleLines });
  const { words, strings } = view;
  const name = strings.subjects[subject];
  const path = subjectPath(subject);
  return sendPage(
    context,
    <Layout
      site={site}
      page={{
        kind: "list",
        title: name,
        description: words.subject.description(name, title),
        path,
        current: subject,
        feeds: feedsOf(path, name),
      }}
    >
      <h1>{name}</h1>
      <StoryList stories={list.rows} view={view} empty={words.subject.empty} />
      <Paging list={list} path={path} view={view} />
      <FeedLink path={path} view={view} />
      {singles.length > 0 && (
        <section class="shelf" aria-labelledby="singles">
          <h2 id="singles">{words.singles.heading}</h2>
          <p class="hint">{words.singles.intro(minArticles, minOrigins)}</p>
          <SingleReportLines reports={singles} stateMedia={await stateMediaAmong(site, singles)} view={view} />
        </section>
      )}
    </Layout>,
  );
}
