import type { Source } from "../../../model/briefing.ts";
import { externalUrl } from "../addresses.ts";
import { sourceMarks } from "../evidence.tsx";
import { OutletName } from "../outlet-name.tsx";
import type { StoryView } from "../story-view.ts";
import { Time } from "../time.tsx";
import { originsOfText, type TextOrigin } from "./origins-of-text.ts";
import { Part } from "./part.tsx";

/** Every article the page was made from, in order of time, with those that print its text below it. */
export function Sources({ view }: { view: StoryView }) {
  return (
    <Part id="sources" heading={view.strings.headings.sources} view={view}>
      <ol class="sources">
        {originsOfText(view.briefing.sources).map((origin) => (
          <SourceOrigin origin={origin} view={view} />
        ))}
      </ol>
    </Part>
  );
}

function SourceOrigin({ origin: { original, copies }, view }: { origin: TextOrigin; view: StoryView }) {
  return (
    <li>
      <SourceLine source={original} view={view} />
      {copies.length > 0 && (
        <ol>
          {copies.map((copy) => (
            <li>
              <SourceLine source={copy} view={view} />
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

function SourceLine({ source, view }: { source: Source; view: StoryView }) {
  const { strings, dates } = view;
  const url = externalUrl(source.url);
  return (
    <div class="source" id={`s-${source.articleId}`}>
      <p class="source-outlet">
        <OutletName outlet={view.outletOf(source.outlet)} strings={strings} />
      </p>
      <p class="source-title" lang={source.language} dir="auto">
        {url === undefined ? (
          source.title
        ) : (
          <a href={url} rel="noopener noreferrer external">
            {source.title}
          </a>
        )}
      </p>
      <p class="source-facts">
        {source.publishedAt === undefined ? (
          strings.sources.unknownTime
        ) : (
          <Time at={source.publishedAt} dates={dates} />
        )}
        {sourceMarks(source, view).map((mark) => ` · ${mark}`)}
      </p>
    </div>
  );
}
