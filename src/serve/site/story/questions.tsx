import type { Question } from "../../../model/question.ts";
import { questionPath } from "../addresses.ts";
import type { StoryView } from "../story-view.ts";
import { StoryLink } from "./how-we-got-here.tsx";
import { Part } from "./part.tsx";

/** What a reader would ask next: each question is a page of its own. */
export function Questions({ view }: { view: StoryView }) {
  const section = view.section("questions");
  if (!section) return null;
  const { story } = view.strings;
  const { questions, relatedStories } = section;
  const asks = questions.length > 0;
  return (
    <Part id={section.kind} heading={questionsHeading(view)} view={view}>
      {asks && <QuestionCards questions={questions} view={view} />}
      {relatedStories.length > 0 && (
        <>
          {asks && <h3>{story.related}</h3>}
          <ul class="stories">
            {relatedStories.map(({ storyId, headline, reason }) => (
              <li>
                <StoryLink path={view.pathOf(storyId)} headline={headline} view={view} />
                <small lang={view.briefing.language}>{reason}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

/** A part without a question is headed as the related stories that stand in it. */
export function questionsHeading(view: StoryView): string {
  const { headings, story } = view.strings;
  return view.section("questions")?.questions.length === 0 ? story.related : headings.questions;
}

/** Questions with their teasers, each a link to its answer. */
export function QuestionCards({ questions, view }: { questions: readonly Question[]; view: StoryView }) {
  return (
    <ul class="cards" lang={view.briefing.language}>
      {questions.map(({ slug, question, teaser }) => (
        <li class="card">
          <h3>
            <a href={questionPath(view.story, slug)}>{question}</a>
          </h3>
          <p>{teaser}</p>
        </li>
      ))}
    </ul>
  );
}
