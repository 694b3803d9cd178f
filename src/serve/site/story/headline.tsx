import type { Subject } from "../../../model/edition.ts";
import { revisionsPath, subjectPath } from "../addresses.ts";
import { ClaimText } from "../claim.tsx";
import { EvidenceNotes, openingsOf } from "../evidence.tsx";
import type { StoryView } from "../story-view.ts";
import { Ago } from "../time.tsx";
import { Corrections } from "./corrections.tsx";
import { isWritten, WrittenLabel } from "./writing.tsx";

/** Subject, headline, standfirst, how much stands behind them, and what was corrected. */
export function Headline({ view }: { view: StoryView }) {
  const { briefing, story, strings } = view;
  const subject = story.subject as Subject | undefined;
  const { headline, standfirst } = briefing;
  // Where no standfirst was borne out, the headline stands for it and is not said twice.
  const said = standfirst.text === headline.text ? [headline] : [headline, standfirst];
  return (
    <header class="story-head">
      {subject !== undefined && (
        <p class="kicker">
          <a href={subjectPath(subject)}>{strings.subjects[subject]}</a>
        </p>
      )}
      <h1 lang={briefing.language}>
        <ClaimText claim={headline} view={view} />
      </h1>
      {isWritten("headline", view) && (
        <p class="by-model">
          <WrittenLabel part="headline" view={view} />
        </p>
      )}
      {said.length > 1 && (
        <p class="standfirst" lang={briefing.language}>
          <ClaimText claim={standfirst} view={view} />
        </p>
      )}
      <Figures view={view} />
      <Corrections view={view} />
      <EvidenceNotes openings={openingsOf(said)} view={view} />
    </header>
  );
}

/** Counts of reports, outlets, origins and countries, and the age of the newest report. Origins are known of the newest page only. */
function Figures({ view }: { view: StoryView }) {
  const { briefing, story, newest, strings, dates, now } = view;
  const { counts, revisions } = strings;
  const { sources } = briefing;
  const outlets = new Set(sources.map(({ outlet }) => outlet));
  const countries = new Set([...outlets].flatMap((name) => view.outletOf(name).country ?? []));
  const times = sources.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const newestAt = times.at(-1);
  const [before = "", after = ""] = counts.newest("|").split("|");
  const isNewest = briefing.revision === newest;
  return (
    <ul class="figures">
      <Figure count={sources.length} noun={counts.reports} view={view} />
      <Figure count={outlets.size} noun={counts.outlets} view={view} />
      {isNewest &&
        (story.origins === 1 ? (
          <li class="one-origin">{counts.oneOrigin}</li>
        ) : (
          <Figure count={story.origins} noun={counts.origins} view={view} />
        ))}
      {countries.size > 0 && <Figure count={countries.size} noun={counts.countries} view={view} />}
      {newestAt !== undefined && (
        <li>
          {before}
          <Ago at={newestAt} now={now} dates={dates} />
          {after}
        </li>
      )}
      {newest > 1 && (
        <li>
          <a href={revisionsPath(story)}>{revisions.link(newest)}</a>
          <a class="since" hidden href={revisionsPath(story)} data-story={story.id} data-revision={briefing.revision}>
            {revisions.sinceVisit}
          </a>
        </li>
      )}
    </ul>
  );
}

function Figure({ count, noun, view }: { count: number; noun: (count: number) => string; view: StoryView }) {
  return (
    <li>
      <b>{view.dates.number(count)}</b> {noun(count)}
    </li>
  );
}
