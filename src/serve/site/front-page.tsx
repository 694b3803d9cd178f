import type { Context } from "hono";
import type { Subject } from "../../model/edition.ts";
import type { StoryId } from "../../model/story.ts";
import { coverageWeeks } from "../../store/coverage-week.ts";
import { dailyDays } from "../../store/daily-editions.ts";
import {
  countSubjects,
  headsOfSubjects,
  type SingleReport,
  type SubjectCount,
  singleReports,
} from "../../store/front-page.ts";
import type { Progress } from "../../store/progress.ts";
import type { StoryRow } from "../../store/stories.ts";
import { whatHappened } from "../../store/what-happened.ts";
import type { SiteEdition } from "../site-edition.ts";
import { subjectPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";
import { firstEditionProgress, ProgressNotice, refreshSeconds } from "./progress-notice.tsx";
import { SingleReportLines, stateMediaAmong } from "./single-reports.tsx";
import { StoryEntry } from "./story-entry.tsx";
import { readerStringsFor } from "./strings/reader-strings.ts";

/** The most reported stories of all subjects open the page. */
const topStories = 3;
const leadSentences = 3;
/** Stories of each subject; the rest stand on its own page. */
const storiesEach = 6;
const singleLines = 16;

/** What the front page shows. */
export interface FrontPage {
  readonly top: readonly StoryRow[];
  /** What happened in those, by story. */
  readonly happened: ReadonlyMap<string, readonly string[]>;
  readonly shelves: readonly Shelf[];
  readonly quiet: readonly QuietSubject[];
  readonly singles: readonly SingleReport[];
  /** The reports of each story a day over the last week. */
  readonly weeks: ReadonlyMap<StoryId, readonly number[]>;
  /** The newest day that has an edition. */
  readonly daily?: string;
}

interface Shelf {
  readonly subject: Subject;
  readonly stories: readonly StoryRow[];
  /** More stand on its own page. */
  readonly hasMore: boolean;
}

interface QuietSubject extends Omit<SubjectCount, "subject"> {
  readonly subject: Subject;
}

/** GET / */
export async function showFrontPage(context: Context, site: SiteEdition): Promise<Response> {
  const view = listingView(site);
  const [front, progress] = [await loadFrontPage(site), await firstEditionProgress(site)];
  // Who watches the first edition being made should see each step of it.
  if (progress) context.header("cache-control", "no-store");
  const { title } = site.edition;
  return sendPage(
    context,
    <Layout
      site={site}
      page={{
        kind: "front",
        title: "",
        description: view.words.front.description(title),
        path: "/",
        current: "/",
        feeds: [
          { title, path: "/feed.xml", type: "rss" },
          { title, path: "/atom.xml", type: "atom" },
          { title, path: "/feed.json", type: "json" },
        ],
        ...(progress && { refreshSeconds }),
      }}
    >
      <FrontText
        front={front}
        progress={progress}
        stateMedia={await stateMediaAmong(site, front.singles)}
        view={view}
      />
    </Layout>,
  );
}

async function loadFrontPage({ db, edition, now }: SiteEdition): Promise<FrontPage> {
  const { subjects } = edition;
  const threshold = { minArticles: edition.minArticles, minOrigins: edition.minOrigins };
  // One more than can be shown tells whether there is more.
  const heads = await headsOfSubjects(db, subjects, { ...threshold, each: topStories + storiesEach + 1 });
  const top = [...heads].sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0)).slice(0, topStories);
  const shelves = subjects.map((subject): Shelf => {
    const stories = heads.filter((story) => story.subject === subject && !top.includes(story));
    return { subject, stories: stories.slice(0, storiesEach), hasMore: stories.length > storiesEach };
  });
  const empty = shelves.filter(({ stories }) => stories.length === 0).map(({ subject }) => subject);
  const counts = new Map((await countSubjects(db, empty, threshold)).map((count) => [count.subject, count]));
  const quiet = empty.map((subject) => ({ standing: 0, below: 0, ...counts.get(subject), subject }));
  const singles = await singleReports(db, { ...threshold, limit: singleLines });
  const happened = await whatHappened(
    db,
    top.map(({ id }) => id),
  );
  const shown = [...top, ...shelves.flatMap(({ stories }) => stories)].map(({ id }) => id);
  const [daily] = await dailyDays(db, 1);
  return {
    top,
    happened,
    shelves: shelves.filter(({ subject }) => !empty.includes(subject)),
    quiet,
    singles,
    weeks: await coverageWeeks(db, shown, now().toISOString()),
    ...(daily !== undefined && { daily }),
  };
}

function FrontText({
  front: { top, happened, shelves, quiet, singles, weeks, daily },
  progress,
  stateMedia,
  view,
}: {
  front: FrontPage;
  progress: Progress | undefined;
  stateMedia: ReadonlySet<string>;
  view: ListingView;
}) {
  const { words, dates, now, site } = view;
  const { minArticles, minOrigins } = site.edition;
  const reader = readerStringsFor(view.strings.tag);
  const { marks } = reader;
  const [lead, ...others] = top;
  const newest = [...top, ...shelves.flatMap(({ stories }) => stories)]
    .flatMap(({ newestAt }) => newestAt ?? [])
    .sort()
    .at(-1);
  return (
    <>
      <header class="front-head">
        <h1>{dates.day(now.toISOString())}</h1>
        <p>
          <span data-fresh={marks.fresh} data-read={marks.read} data-fresh-count={marks.freshCount} />
          {newest !== undefined && ` ${words.front.lastReport(dates.ago(newest, now))}`}
        </p>
      </header>
      {daily !== undefined && (
        <p class="front-daily">
          <a href="/daily">{reader.daily.heading(dates.day(daily))}</a>
          <span class="your-topics" hidden>
            {reader.own.topics}:{" "}
          </span>
        </p>
      )}
      {progress && <ProgressNotice progress={progress} view={view} />}
      {lead ? (
        <section class="top" aria-label={words.front.top}>
          <div class="lead-story">
            <StoryEntry
              story={lead}
              view={view}
              kicker
              {...weekOf(lead, weeks)}
              sentences={(happened.get(lead.id) ?? []).slice(0, leadSentences)}
            />
          </div>
          <div class="entries">
            {others.map((story) => (
              <StoryEntry
                story={story}
                view={view}
                kicker
                {...weekOf(story, weeks)}
                sentences={(happened.get(story.id) ?? []).slice(0, 1)}
              />
            ))}
          </div>
        </section>
      ) : (
        !progress && <p class="empty">{words.front.nothing}</p>
      )}
      {shelves.map((shelf) => (
        <SubjectShelf shelf={shelf} weeks={weeks} view={view} />
      ))}
      {quiet.length > 0 && lead && <QuietSubjects quiet={quiet} view={view} />}
      {singles.length > 0 && (
        <section class="shelf" aria-labelledby="singles">
          <h2 id="singles">
            <a href="/single-reports">{words.singles.heading}</a>
          </h2>
          <p class="hint">{words.singles.intro(minArticles, minOrigins)}</p>
          <SingleReportLines reports={singles} stateMedia={stateMedia} view={view} />
          <p class="shelf-more">
            <a href="/single-reports">{words.singles.all}</a>
          </p>
        </section>
      )}
    </>
  );
}

const weekOf = ({ id }: StoryRow, weeks: FrontPage["weeks"]) => {
  const week = weeks.get(id);
  return week && { week };
};

function SubjectShelf({
  shelf: { subject, stories, hasMore },
  weeks,
  view,
}: {
  shelf: Shelf;
  weeks: FrontPage["weeks"];
  view: ListingView;
}) {
  const { words, strings } = view;
  return (
    <section class="shelf" aria-labelledby={subject} data-subject={subject}>
      <h2 id={subject}>
        <a href={subjectPath(subject)}>{strings.subjects[subject]}</a>
      </h2>
      <div class="entries">
        {stories.map((story) => (
          <StoryEntry story={story} view={view} level={3} {...weekOf(story, weeks)} />
        ))}
      </div>
      {hasMore && (
        <p class="shelf-more">
          <a href={subjectPath(subject)}>{words.front.all(strings.subjects[subject])}</a>
        </p>
      )}
    </section>
  );
}

/** Why a subject has nothing to show, with what is known of it. */
function QuietSubjects({ quiet, view }: { quiet: readonly QuietSubject[]; view: ListingView }) {
  const { words, strings, dates, site } = view;
  const { front } = words;
  const { minArticles, minOrigins } = site.edition;
  return (
    <section class="shelf quiet" aria-labelledby="quiet">
      <h2 id="quiet">{front.quiet}</h2>
      <ul>
        {quiet.map(({ subject, standing, below }) => (
          <li>
            <a href={subjectPath(subject)}>{strings.subjects[subject]}</a>:{" "}
            {standing > 0
              ? front.quietAbove
              : below > 0
                ? front.quietBelow(dates.number(below), below, minArticles, minOrigins)
                : front.quietEmpty}
            .
          </li>
        ))}
      </ul>
    </section>
  );
}
