import { z } from "zod";
import { moves } from "../../cues/cues.ts";
import { engineParameters } from "../engine-parameters.ts";
import { chooseEvidence } from "../evidence.ts";
import { passagesTold } from "../passages-told.ts";
import { type PartPrompt, sectionOf, withSection } from "./part-prompt.ts";
import { type Sentence, sentence } from "./sentence.ts";

const reply = z.object({ thesis: sentence, bullets: z.array(sentence), inSum: sentence });

/** What it means, by those who judge. */
export const behindTheHeadline: PartPrompt<z.infer<typeof reply>> = {
  part: "behind-the-headline",
  template: "behind-the-headline@1",
  reply,
  task(page, context) {
    const section = sectionOf(page, "behind-the-headline");
    // Where the articles judge nothing, a model would.
    if (!section) return undefined;
    const told = [section.thesis, ...section.claims];
    return {
      evidence: chooseEvidence(context, {
        most: engineParameters.evidence.behind,
        first: passagesTold(told, context),
        suits: ({ text, cues }) => cues.holder.test(text) || moves.some((move) => cues.analysis[move].test(text)),
        score: ({ text, cues, order }) =>
          (cues.holder.test(text) ? 0.5 : 0) + (cues.attributed.test(text) ? 0.2 : 0) - (order === 0 ? 0.5 : 0),
      }),
      task: `Write what is behind the news, as those who speak in the passages judge it; every judgement names who holds it (the person, body or outlet).
"thesis": one sentence that says what it comes down to, drawn from passages of two outlets at least.
"bullets": four to seven sentences, each on another of these where the passages have it: causes, interests, constraints, what is at stake, what may come and how likely, who is watching. None repeats another or merely tells what happened.
"inSum": one closing sentence that draws the bullets together, from passages of two outlets at least. It does not begin with "In sum".`,
    };
  },
  place({ thesis, bullets, inSum }, page, toDrafts) {
    const section = sectionOf(page, "behind-the-headline");
    if (!section) return page;
    const { bullets: most } = engineParameters.sentences;
    const claims = toDrafts(bullets, most, { voice: "analysis", instead: section.claims });
    if (claims.length === 0) return page;
    const drawnTogether = (one: Sentence, slot: "thesis" | "inSum") => {
      const own = section[slot];
      const [draft = own] = toDrafts([one], 1, {
        voice: "analysis",
        as: "synthesis",
        part: `behind-the-headline.${slot}`,
        ...(own && { instead: [own] }),
      });
      return draft;
    };
    const closing = drawnTogether(inSum, "inSum");
    return withSection(page, {
      ...section,
      claims,
      thesis: drawnTogether(thesis, "thesis") ?? section.thesis,
      ...(closing && { inSum: closing }),
    });
  },
};
