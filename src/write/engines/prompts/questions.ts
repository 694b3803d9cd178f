import { z } from "zod";
import { engineParameters } from "../engine-parameters.ts";
import { chooseEvidence } from "../evidence.ts";
import { passagesTold } from "../passages-told.ts";
import { type PartPrompt, sectionOf, withSection } from "./part-prompt.ts";
import { sentence } from "./sentence.ts";

const reply = z.object({ answers: z.array(z.object({ question: z.int(), sentences: z.array(sentence) })) });

/** The answers to the questions that the articles answer. The questions stay ours: a question asserts what it takes for granted, and cites nothing. */
export const questions: PartPrompt<z.infer<typeof reply>> = {
  part: "questions",
  template: "questions@1",
  reply,
  task(page, context) {
    const section = sectionOf(page, "questions");
    if (!section || section.questions.length === 0) return undefined;
    const asked = section.questions.map(({ question }, index) => `${index + 1}. ${question}`).join("\n");
    return {
      evidence: chooseEvidence(context, {
        most: engineParameters.evidence.questions,
        first: passagesTold(
          section.questions.flatMap(({ answer }) => answer),
          context,
        ),
        suits: ({ reported }) => reported,
      }),
      task: `Answer these questions of readers, each in one to three sentences that answer it at once and do not tell the news again. "question" is the question's number. Leave out a question that the passages do not answer.
${asked}`,
    };
  },
  place({ answers }, page, toDrafts) {
    const section = sectionOf(page, "questions");
    if (!section) return page;
    const answered = section.questions.map((one, index) => {
      const sentences = answers.find(({ question }) => question === index + 1)?.sentences ?? [];
      const answer = toDrafts(sentences, engineParameters.sentences.answer, {
        part: "questions.answer",
        instead: one.answer,
      });
      return answer.length > 0 ? { ...one, answer } : one;
    });
    return withSection(page, { ...section, questions: answered });
  },
};
