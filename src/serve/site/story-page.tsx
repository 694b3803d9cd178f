import { revisionsPath, storyPath } from "./addresses.ts";
import { Layout } from "./layout.tsx";
import { BehindTheHeadline } from "./story/behind-the-headline.tsx";
import { Contents } from "./story/contents.tsx";
import { Coverage } from "./story/coverage.tsx";
import { Headline } from "./story/headline.tsx";
import { HowWeGotHere } from "./story/how-we-got-here.tsx";
import { LeftOut } from "./story/left-out.tsx";
import { Questions } from "./story/questions.tsx";
import { Sources } from "./story/sources.tsx";
import { Topics } from "./story/topics.tsx";
import { WhatHappened } from "./story/what-happened.tsx";
import { WhatThePapersSay } from "./story/what-the-papers-say.tsx";
import { Writing } from "./story/writing.tsx";
import type { StoryView } from "./story-view.ts";
import { readerStringsFor } from "./strings/reader-strings.ts";
import { StructuredData } from "./structured-data.tsx";

/** A story, told from several papers at once. An older revision says that it is one, and is not for search engines. */
export function StoryPage({ view }: { view: StoryView }) {
  const { briefing, story, newest, site } = view;
  const isNewest = briefing.revision === newest;
  return (
    <Layout
      site={site}
      page={{
        kind: "story",
        title: briefing.headline.text,
        description: briefing.standfirst.text,
        path: storyPath(story),
        language: briefing.language,
        noindex: !isNewest,
        ...(story.subject !== undefined && { current: story.subject }),
      }}
    >
      {isNewest ? <NewerVersion view={view} /> : <OlderRevision view={view} />}
      <StructuredData view={view} />
      <article class="story-page">
        <Headline view={view} />
        <Contents view={view} />
        <div class="story-text">
          <WhatHappened view={view} />
          <BehindTheHeadline view={view} />
          <WhatThePapersSay view={view} />
          <HowWeGotHere view={view} />
          <Questions view={view} />
          <Topics view={view} />
          <Sources view={view} />
        </div>
        <aside class="margin" aria-label={view.strings.coverage.heading}>
          <Coverage view={view} />
          <Writing view={view} />
          <LeftOut view={view} />
        </aside>
      </article>
    </Layout>
  );
}

/** Says, once it is told so, that a newer version was published while the page was open. It stands at the window's foot, so that nothing moves. */
function NewerVersion({ view: { briefing, story, strings } }: { view: StoryView }) {
  const { live } = readerStringsFor(strings.tag);
  return (
    <div class="live" role="status" data-revision={briefing.revision}>
      <p hidden>
        {live.newer} <a href={storyPath(story)}>{live.show}</a> <a href={revisionsPath(story)}>{live.changed}</a>{" "}
        <button type="button">{live.later}</button>
      </p>
    </div>
  );
}

function OlderRevision({ view }: { view: StoryView }) {
  const { briefing, story, newest, strings, dates } = view;
  const { revisions } = strings;
  return (
    <aside class="older" aria-label={revisions.number(briefing.revision)}>
      <p>
        <strong>{revisions.older}</strong> {revisions.number(briefing.revision)}, {dates.moment(briefing.writtenAt)}.{" "}
        <a href={storyPath(story)}>{revisions.toNewest}</a>{" "}
        <a href={revisionsPath(story, newest, briefing.revision)}>{revisions.changed}</a>
      </p>
    </aside>
  );
}
