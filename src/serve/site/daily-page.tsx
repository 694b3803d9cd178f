import type { Context } from "hono";
import type { DailyEdition } from "../../model/daily-edition.ts";
import type { Subject } from "../../model/edition.ts";
import { dailyDays, findDailyEdition, neighbouringDays } from "../../store/daily-editions.ts";
import type { SiteEdition } from "../site-edition.ts";
import { bookPath, dayPath, revisionsPath, storyPath, subjectPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { editionAsked } from "./edition-asked.ts";
import { Layout } from "./layout.tsx";
import { type ListingView, listingView } from "./listing-view.ts";
import { originsLine, type ShownStory, shownStories } from "./shown-stories.ts";
import { type ReaderStrings, readerStringsFor } from "./strings/reader-strings.ts";
import { Time } from "./time.tsx";

/** Of a story shown before, so many sentences of what is new; of another, so many of what happened. */
const sentencesShown = 2;
const pastDays = 14;

/** GET /daily: the newest edition of a day. */
export async function showNewestDaily(context: Context, site: SiteEdition): Promise<Response> {
  return showEdition(context, site, await findDailyEdition(site.db), "/daily");
}

/** GET /2026/11/23: the edition of that day, as it closed. */
export async function showDaily(context: Context, site: SiteEdition): Promise<Response> {
  const edition = await editionAsked(context, site);
  return edition ? showEdition(context, site, edition, dayPath(edition.day)) : context.notFound();
}

async function showEdition(
  context: Context,
  site: SiteEdition,
  edition: DailyEdition | undefined,
  path: string,
): Promise<Response> {
  const view = listingView(site);
  const words = readerStringsFor(view.strings.tag);
  const { daily } = words;
  if (!edition)
    return sendPage(
      context,
      <Layout site={site} page={{ kind: "list daily", title: daily.name, path, current: "/daily" }}>
        <h1>{daily.name}</h1>
        <p class="empty">{daily.none}</p>
        <p>
          <a href="/">{daily.toLive}</a>
        </p>
      </Layout>,
    );
  const stories = await shownStories(site, edition.stories);
  const day = view.dates.day(edition.day);
  const beside = await neighbouringDays(site.db, edition.day);
  const past = (await dailyDays(site.db, pastDays + 1)).filter((one) => one !== edition.day).slice(0, pastDays);
  return sendPage(
    context,
    <Layout
      site={site}
      page={{
        kind: "list daily",
        title: daily.heading(day),
        description: daily.heading(day),
        path: dayPath(edition.day),
        current: "/daily",
      }}
    >
      <p class="kicker">{daily.name}</p>
      <h1>{daily.heading(day)}</h1>
      <p class="hint">
        {daily.frozen(view.dates.moment(edition.closedAt), view.dates.number(stories.length))}{" "}
        <span data-read-count={words.marks.readCount} />
      </p>
      <ol class="entries" data-read={words.marks.read} data-changed={words.marks.changed}>
        {stories.map((story) => (
          <li>
            <DailyEntry story={story} words={words} view={view} />
          </li>
        ))}
      </ol>
      <section class="the-end" aria-labelledby="end">
        <h2 id="end">{daily.end}</h2>
        <p>{daily.endText}</p>
        <p>
          <a href={bookPath(edition.day)}>{daily.book}</a>
        </p>
        <nav aria-label={daily.past}>
          {beside.earlier !== undefined && (
            <a rel="prev" href={dayPath(beside.earlier)}>
              {daily.earlier(view.dates.day(beside.earlier))}
            </a>
          )}
          {beside.later !== undefined && (
            <a rel="next" href={dayPath(beside.later)}>
              {daily.later(view.dates.day(beside.later))}
            </a>
          )}
          <a href="/">{daily.toLive}</a>
        </nav>
        {past.length > 1 && (
          <>
            <h3>{daily.past}</h3>
            <ul>
              {past.map((one) => (
                <li>
                  <a href={dayPath(one)}>{view.dates.day(one)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Layout>,
  );
}

function DailyEntry({ story, words: { daily }, view }: { story: ShownStory; words: ReaderStrings; view: ListingView }) {
  const { strings, dates } = view;
  const { row, briefing, change = [], newer } = story;
  const { language, headline, standfirst, sources, storyId, revision } = briefing;
  const happened = briefing.sections.find((one) => one.kind === "what-happened")?.claims ?? [];
  const known = new Set(change);
  const rest = happened.map(({ text }) => text).filter((text) => !known.has(text));
  const outlets = new Set(sources.map(({ outlet }) => outlet)).size;
  return (
    <article class="entry" data-story={storyId} data-revision={revision}>
      {row.subject !== undefined && (
        <p class="kicker">
          <a href={subjectPath(row.subject)}>{strings.subjects[row.subject as Subject] ?? row.subject}</a>
        </p>
      )}
      <h2 lang={language}>
        <a href={storyPath(row)}>{headline.text}</a>
      </h2>
      {change.length > 0 && (
        <p class="entry-change" lang={language}>
          <b lang={strings.tag}>{daily.change}</b> {change.slice(0, sentencesShown).join(" ")}
        </p>
      )}
      {change.length === 0 && standfirst.text !== headline.text && (
        <p class="entry-standfirst" lang={language}>
          {standfirst.text}
        </p>
      )}
      {rest.slice(0, change.length > 0 ? 1 : sentencesShown).map((text) => (
        <p class="entry-text" lang={language}>
          {text}
        </p>
      ))}
      <ul class="entry-figures">
        <li>
          <b>{dates.number(sources.length)}</b> {strings.counts.reports(sources.length)}
        </li>
        <li>
          <b>{dates.number(outlets)}</b> {strings.counts.outlets(outlets)}
        </li>
        {originsLine(story, strings.counts, dates).map((line) => (
          <li>{line}</li>
        ))}
        <li>
          <Time at={briefing.writtenAt} dates={dates} />
        </li>
        {newer !== undefined && (
          <li>
            <a href={revisionsPath(row, newer, revision)}>{daily.since}</a>
          </li>
        )}
      </ul>
    </article>
  );
}
