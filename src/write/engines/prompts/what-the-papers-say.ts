import { z } from "zod";
import { engineParameters } from "../engine-parameters.ts";
import { chooseEvidence } from "../evidence.ts";
import { passagesTold } from "../passages-told.ts";
import { type PartPrompt, sectionOf, withSection } from "./part-prompt.ts";
import { sentence } from "./sentence.ts";

const reply = z.object({ sentences: z.array(sentence) });

/** Who says what: the running passage. The lists under it, and the last sentence, which counts, stay computed. */
export const whatThePapersSay: PartPrompt<z.infer<typeof reply>> = {
  part: "what-the-papers-say",
  template: "what-the-papers-say@1",
  reply,
  task(page, context) {
    const section = sectionOf(page, "what-the-papers-say");
    if (!section || context.reading.outlets.length < 2) return undefined;
    const listed = section.outlets.flatMap(({ emphasis, onlyHere }) => [...emphasis, ...onlyHere]);
    return {
      evidence: chooseEvidence(context, {
        most: engineParameters.evidence.papers,
        first: passagesTold([...section.claims, ...listed], context).slice(0, engineParameters.evidence.papers / 2),
        suits: ({ reported }) => reported,
      }),
      task: `Write "sentences": four to eight that tell readers of one paper what the others told theirs. Name the outlet in every sentence by its name as the passages are headed ("Harbour Gazette reports that …"), and cite a passage of every outlet named. First what several have alike; then what one stresses that others pass over; then where they differ in a number, a cause, a word or how sure they are, both versions in one sentence. Never say that an outlet leaves something out, and never judge an outlet.`,
    };
  },
  place({ sentences }, page, toDrafts) {
    const section = sectionOf(page, "what-the-papers-say");
    const overall = section?.claims.at(-1);
    const claims = toDrafts(sentences, engineParameters.sentences.papers, {
      voice: "attributed",
      ...(section && { instead: section.claims.slice(0, -1) }),
    });
    return section && overall && claims.length > 0
      ? withSection(page, { ...section, claims: [...claims, overall] })
      : page;
  },
};
