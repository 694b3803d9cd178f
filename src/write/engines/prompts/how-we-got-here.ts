import { z } from "zod";
import { reportsEvents } from "../../section-context.ts";
import { pastness } from "../../tells-of-past.ts";
import { engineParameters } from "../engine-parameters.ts";
import { chooseEvidence } from "../evidence.ts";
import { passagesTold } from "../passages-told.ts";
import { type PartPrompt, sectionOf, withSection } from "./part-prompt.ts";
import { sentence } from "./sentence.ts";

const reply = z.object({ sentences: z.array(sentence) });

/** What came before, in a few sentences. The dated steps under it stay the outlets' own sentences. */
export const howWeGotHere: PartPrompt<z.infer<typeof reply>> = {
  part: "how-we-got-here",
  template: "how-we-got-here@1",
  reply,
  task(page, context) {
    const section = sectionOf(page, "how-we-got-here");
    if (!section || section.claims.length === 0) return undefined;
    // The dated steps stand under it in their outlets' words.
    const steps = passagesTold(
      section.timeline.flatMap(({ claims }) => claims),
      context,
    );
    return {
      evidence: chooseEvidence(context, {
        most: engineParameters.evidence.past,
        first: passagesTold(section.claims, context),
        suits: (passage) => reportsEvents(passage) && pastness(passage) >= 1 && !steps.includes(passage),
        score: pastness,
      }),
      task: `Write "sentences": two to four that tell what came before the news, the earliest first, for a reader who missed all of it. Give the dates that the passages give. Tell nothing of the news itself.`,
    };
  },
  place({ sentences }, page, toDrafts) {
    const section = sectionOf(page, "how-we-got-here");
    const claims = toDrafts(sentences, engineParameters.sentences.past, {
      voice: "attributed",
      ...(section && { instead: section.claims }),
    });
    return section && claims.length > 0 ? withSection(page, { ...section, claims }) : page;
  },
};
