import { latestEditorActs } from "../../store/editor-acts.ts";
import { countOpenReports } from "../../store/reports.ts";
import { searchStories } from "../../store/search.ts";
import type { StoryRow } from "../../store/stories.ts";
import { findStory, listStories } from "../../store/stories.ts";
import { pageNumber, readPage, readQuery, searchWords } from "../query.ts";
import { storyIdIn } from "../site/addresses.ts";
import { type ListingView, listingView } from "../site/listing-view.ts";
import { Paging } from "../site/paging.tsx";
import { StoryFigures } from "../site/story-entry.tsx";
import { sendDeskPage } from "./desk-document.tsx";
import { type DeskRequest, forEditors } from "./desk-handler.tsx";
import { Acts, CsrfField, deskPath, Problem } from "./desk-parts.tsx";

const pageSize = 20;
const latestActs = 20;

/** GET /desk: the stories, all of them or those with some words, and what editors did last; the sign in for those who have not. */
export const showDesk = forEditors((request) => sendDesk(request));

/** The desk, with what could not be done. */
export async function sendDesk(request: DeskRequest, problem?: string): Promise<Response> {
  const { context, site, visit } = request;
  const { q = "", page } = readQuery(context, { q: searchWords.optional(), page: pageNumber });
  const asked = q === "" ? undefined : await findStory(site.db, storyIdIn(q.replace(/[/?#]+$/, "")));
  if (asked) return context.redirect(deskPath(asked.id), 303);
  const list = await readPage(page, pageSize, (range) =>
    q === ""
      ? listStories(site.db, { ...range, order: "rank" })
      : searchStories(site.db, q, { language: site.edition.language, ...range }),
  );
  const view = listingView(site);
  return sendDeskPage(
    context,
    site,
    "The editor's desk",
    <>
      <div class="desk-head">
        <h1>The editor's desk</h1>
        <form method="post" action="/desk/sign-out">
          <CsrfField visit={visit} />
          <span>{visit.editor?.name}</span> <button type="submit">Sign out</button>
        </form>
      </div>
      <Problem text={problem} />
      <p class="desk-links">
        <a href="/desk/reports">Reports of readers ({await countOpenReports(site.db)})</a> ·{" "}
        <a href="#acts">Latest acts</a> · <a href="/desk/why">Why are two articles one story?</a>
      </p>
      <search>
        <form class="search-form" action="/desk" method="get">
          <label class="unseen" for="q">
            Words of a story's page, its id or its address
          </label>
          <input id="q" name="q" type="search" value={q} maxlength={300} placeholder="Words, an id or an address" />
          <button type="submit">Find</button>
        </form>
      </search>
      <h2 class="list-head">{q === "" ? "Stories" : `Stories with “${q}”`}</h2>
      {list.rows.length === 0 ? (
        <p class="empty">{q === "" ? "There is no story yet." : "No story has all of these words."}</p>
      ) : (
        <ul class="desk-stories">
          {list.rows.map((story) => (
            <li>
              <StoryLine story={story} view={view} />
            </li>
          ))}
        </ul>
      )}
      <Paging list={list} path="/desk" query={q === "" ? {} : { q }} view={view} />
      <h2 class="list-head" id="acts">
        Latest acts
      </h2>
      <LatestActs view={view} request={request} />
    </>,
    problem === undefined ? 200 : 400,
  );
}

async function LatestActs({ view, request }: { view: ListingView; request: DeskRequest }) {
  const acts = await latestEditorActs(view.site.db, latestActs);
  if (acts.length === 0) return <p class="empty">Nobody has done anything here yet.</p>;
  return <Acts acts={acts} view={view} visit={request.visit} />;
}

/** A story as the desk lists it. */
export function StoryLine({ story, view }: { story: StoryRow; view: ListingView }) {
  return (
    <>
      <a href={deskPath(story.id)} lang={story.language}>
        {story.headline ?? story.id}
      </a>
      <StoryFigures story={story} view={view} />
    </>
  );
}
