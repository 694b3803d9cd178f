import { pageOrder } from "../../../model/briefing.ts";
import type { StoryView } from "../story-view.ts";
import { questionsHeading } from "./questions.tsx";

/** What is on the page, as links to its parts. */
export function Contents({ view }: { view: StoryView }) {
  const { headings, story, coverage } = view.strings;
  const parts = pageOrder.filter((kind) => view.section(kind));
  return (
    <nav class="contents" aria-label={story.contents}>
      <ul>
        {[...parts, "sources" as const].map((kind) => (
          <li>
            <a href={`#${kind}`}>{kind === "questions" ? questionsHeading(view) : headings[kind]}</a>
          </li>
        ))}
        <li class="beside-text">
          <a href="#coverage">{coverage.heading}</a>
        </li>
      </ul>
    </nav>
  );
}
