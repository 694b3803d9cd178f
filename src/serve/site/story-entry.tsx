import type { Child } from "hono/jsx";
import type { Subject } from "../../model/edition.ts";
import type { StoryRow } from "../../store/stories.ts";
import { storyPath, subjectPath } from "./addresses.ts";
import { CoverageWeek } from "./coverage-week.tsx";
import type { ListingView } from "./listing-view.ts";
import { Ago } from "./time.tsx";

interface StoryEntryProps {
  readonly story: StoryRow;
  readonly view: ListingView;
  /** The level of its heading. */
  readonly level?: 2 | 3;
  /** Names its subject, where the list is of several. */
  readonly kicker?: boolean;
  /** What happened, in the page's own sentences: for the stories that open the front page. */
  readonly sentences?: readonly string[];
  /** Where a search found its words. */
  readonly passage?: readonly { readonly text: string; readonly marked: boolean }[];
  /** Its reports a day over the last week, to be drawn. */
  readonly week?: readonly number[];
}

/** A story in a list: headline, standfirst, how much stands behind it, and how new that is. */
export function StoryEntry({ story, view, level = 2, kicker = false, sentences = [], passage, week }: StoryEntryProps) {
  const { headline, standfirst, language, subject } = story;
  const link = <a href={storyPath(story)}>{headline ?? story.id}</a>;
  return (
    <article class="entry" data-story={story.id} data-subject={subject}>
      {kicker && subject !== undefined && (
        <p class="kicker">
          <a href={subjectPath(subject)}>{view.strings.subjects[subject as Subject] ?? subject}</a>
        </p>
      )}
      {level === 2 ? <h2 lang={language}>{link}</h2> : <h3 lang={language}>{link}</h3>}
      {standfirst !== undefined && (
        <p class="entry-standfirst" lang={language}>
          {standfirst}
        </p>
      )}
      {sentences.map((sentence) => (
        <p class="entry-text" lang={language}>
          {sentence}
        </p>
      ))}
      {passage && (
        <p class="entry-text" lang={language}>
          … {passage.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))} …
        </p>
      )}
      <StoryFigures story={story} view={view} {...(week && { week })} />
    </article>
  );
}

/** Reports, outlets and origins, and the age of the newest report. */
export function StoryFigures({ story, view, week }: { story: StoryRow; view: ListingView; week?: readonly number[] }) {
  const { strings, dates, now } = view;
  const { counts } = strings;
  const [before = "", after = ""] = counts.newest("|").split("|");
  return (
    <ul class="entry-figures">
      <Figure count={story.articles} noun={counts.reports(story.articles)} view={view} />
      <Figure count={story.outlets} noun={counts.outlets(story.outlets)} view={view} />
      {story.origins === 1 ? (
        <li>{counts.oneOrigin}</li>
      ) : (
        <Figure count={story.origins} noun={counts.origins(story.origins)} view={view} />
      )}
      {story.newestAt !== undefined && (
        <li>
          {before}
          <Ago at={story.newestAt} now={now} dates={dates} />
          {after}
        </li>
      )}
      {week && (
        <li>
          <CoverageWeek week={week} view={view} />
        </li>
      )}
    </ul>
  );
}

function Figure({ count, noun, view }: { count: number; noun: string; view: ListingView }) {
  return (
    <li>
      <b>{view.dates.number(count)}</b> {noun}
    </li>
  );
}

/** A list of stories, and what stands in its place where there are none. */
export function StoryList({
  stories,
  view,
  level,
  passages,
  empty,
}: {
  stories: readonly StoryRow[];
  view: ListingView;
  level?: 2 | 3;
  /** Where a search found its words, by story. */
  passages?: ReadonlyMap<string, NonNullable<StoryEntryProps["passage"]>>;
  empty: Child;
}) {
  if (stories.length === 0) return <p class="empty">{empty}</p>;
  return (
    <div class="entries">
      {stories.map((story) => {
        const passage = passages?.get(story.id);
        return (
          <StoryEntry story={story} view={view} {...(level !== undefined && { level })} {...(passage && { passage })} />
        );
      })}
    </div>
  );
}
