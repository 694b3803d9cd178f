import type { Questions } from "../../model/briefing.ts";
import type { Draft } from "../../model/draft.ts";
import { slugOf } from "../../model/outlet.ts";
import type { Question } from "../../model/question.ts";
import { parameters } from "../parameters.ts";
import type { QuestionFilling } from "../phrases/phrases.ts";
import { type Askable, askableQuestions } from "../question-kinds.ts";
import { tellWithReply } from "../replies.ts";
import type { Drafted, SectionContext } from "../section-context.ts";

const part = "questions";

/**
 * The questions a reader would type next, each asked only where the articles answer it in sentences the page has not told; its teaser says
 * why one asks, not the answer. Related stories of the edition stand beside them.
 */
export function draftQuestions(context: SectionContext): Drafted<Draft<Questions>> {
  const { relatedStories } = context.material;
  const questions: Draft<Question>[] = [];
  for (const askable of askableQuestions(context)) {
    if (questions.length >= parameters.questions.max) break;
    const question = draftQuestion(askable, context);
    if (question && !questions.some(({ slug }) => slug === question.slug)) questions.push(question);
  }
  const unanswered = { part, reason: "no-question-answered", count: 1 };
  if (questions.length + relatedStories.length === 0) return { skipped: unanswered };
  return {
    section: { kind: "questions", claims: [], questions, relatedStories },
    ...(questions.length === 0 && { skipped: unanswered }),
  };
}

function draftQuestion({ kind, filling, sentences, least, most, voice, opening }: Askable, context: SectionContext) {
  const { allowance, phrases, reading, material } = context;
  // The answer is not the summary again; what other parts told it may tell as well, after what none did.
  const open = sentences.filter(
    (passage) => allowance.toldIn(passage) !== "what-happened" && allowance.allowsAgain(passage, part),
  );
  const fresh = open.filter((passage) => !allowance.hasTold(passage));
  const ordered = [...fresh, ...open.filter((passage) => allowance.hasTold(passage))];
  const chosen = distinct(ordered, context).slice(
    0,
    Math.min(most ?? Number.POSITIVE_INFINITY, parameters.questions.answerSentences),
  );
  if (chosen.length < least) return undefined;
  const first = opening?.();
  const told = chosen.flatMap((passage) =>
    allowance.allowsAgain(passage, part) ? tellWithReply(passage, context, { part, voice }) : [],
  );
  const answer = [...(first ? [first] : []), ...told].slice(0, 4);
  if (answer.length === 0) return undefined;
  const newest =
    material.articles
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? material.now;
  const whole: QuestionFilling = {
    ...filling,
    outlets: reading.counts.outlets,
    articles: reading.counts.articles,
    newest: phrases.time(newest),
  };
  const question = phrases.question(kind, whole);
  return { slug: slugOf(question), question, teaser: phrases.teaser(kind, whole), answer };
}

/** Sentences in their order without those that say what one before them says. */
function distinct(sentences: Askable["sentences"], { reading }: SectionContext): Askable["sentences"] {
  const kept: Askable["sentences"][number][] = [];
  for (const passage of sentences) {
    const repeated = kept.some(
      (one) =>
        reading.space.cosine(one.index, passage.index) >= parameters.questions.repeat ||
        reading.space.overlap(one.index, passage.index) >= parameters.alignment.sameTerms,
    );
    const sameArticle = kept.filter(({ article }) => article.id === passage.article.id).length;
    if (!repeated && sameArticle < parameters.allowance.partSentences) kept.push(passage);
  }
  return kept;
}
