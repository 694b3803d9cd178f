import { ClaimParagraph } from "../claim.tsx";
import { openingsOf } from "../evidence.tsx";
import type { StoryView } from "../story-view.ts";
import { Part } from "./part.tsx";

/** What came before: the background, the dated steps, and the earlier stories of this edition. */
export function HowWeGotHere({ view }: { view: StoryView }) {
  const section = view.section("how-we-got-here");
  if (!section) return null;
  const { claims, timeline, earlierStories } = section;
  const { headings, story } = view.strings;
  return (
    <Part
      id={section.kind}
      heading={headings[section.kind]}
      openings={openingsOf([...claims, ...timeline.flatMap((entry) => entry.claims)])}
      view={view}
    >
      <ClaimParagraph claims={claims} view={view} />
      {timeline.length > 0 && (
        <ol class="timeline">
          {timeline.map((entry) => (
            <li>
              <time dateTime={entry.date}>{view.dates.day(entry.date)}</time>
              <div>
                <ClaimParagraph claims={entry.claims} view={view} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {earlierStories.length > 0 && (
        <>
          <h3>{story.earlier}</h3>
          <ul class="stories">
            {earlierStories.map(({ storyId, headline, at }) => (
              <li>
                <StoryLink path={view.pathOf(storyId)} headline={headline} view={view} />{" "}
                <time dateTime={at}>{view.dates.day(at)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

/** Another story's headline; plain text where the story is gone. */
export function StoryLink({ path, headline, view }: { path: string | undefined; headline: string; view: StoryView }) {
  const { language } = view.briefing;
  return path === undefined ? (
    <span lang={language}>{headline}</span>
  ) : (
    <a href={path} lang={language}>
      {headline}
    </a>
  );
}
