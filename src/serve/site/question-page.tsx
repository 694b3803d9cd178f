import type { Question } from "../../model/question.ts";
import { questionPath, storyPath } from "./addresses.ts";
import { ClaimParagraph } from "./claim.tsx";
import { EvidenceNotes, openingsOf } from "./evidence.tsx";
import { Layout } from "./layout.tsx";
import { QuestionCards } from "./story/questions.tsx";
import { OutletNames } from "./story/what-the-papers-say.tsx";
import type { StoryView } from "./story-view.ts";

/** One question, its answer with its passages, and the story it belongs to. */
export function QuestionPage({ question, view }: { question: Question; view: StoryView }) {
  const { story, briefing, strings, dates, site } = view;
  const others = (view.section("questions")?.questions ?? []).filter(({ slug }) => slug !== question.slug);
  const cited = question.answer.flatMap(({ citations }) => citations.map(({ articleId }) => view.sourceOf(articleId)));
  const outlets = [...new Set(cited.flatMap((source) => source?.outlet ?? []))];
  return (
    <Layout
      site={site}
      page={{
        kind: "question",
        title: question.question,
        description: question.teaser,
        path: questionPath(story, question.slug),
        language: briefing.language,
        ...(story.subject !== undefined && { current: story.subject }),
      }}
    >
      <article class="question-page">
        <p class="kicker">{strings.question.kicker}</p>
        <h1 lang={briefing.language}>{question.question}</h1>
        <p class="standfirst" lang={briefing.language}>
          {question.teaser}
        </p>
        <ClaimParagraph claims={question.answer} view={view} />
        <EvidenceNotes openings={openingsOf(question.answer)} view={view} />
        <p class="small">
          {strings.question.asOf(dates.moment(briefing.writtenAt))}
          {outlets.length > 0 && (
            <>
              {" "}
              {strings.question.outlets}: <OutletNames names={outlets} view={view} />.
            </>
          )}
        </p>
        <section class="part">
          <h2>{strings.question.from}</h2>
          <p class="from-story" lang={briefing.language}>
            <a href={storyPath(story)}>{briefing.headline.text}</a>
          </p>
          <p lang={briefing.language}>{briefing.standfirst.text}</p>
        </section>
        {others.length > 0 && (
          <section class="part">
            <h2>{strings.question.others}</h2>
            <QuestionCards questions={others} view={view} />
          </section>
        )}
      </article>
    </Layout>
  );
}
