import { z } from "zod";
import { pageOrder } from "../../../model/briefing.ts";
import { newnessOf, reportsEvents } from "../../section-context.ts";
import { engineParameters } from "../engine-parameters.ts";
import { chooseEvidence } from "../evidence.ts";
import { passagesTold } from "../passages-told.ts";
import { type PartPrompt, sectionOf, withSection } from "./part-prompt.ts";
import { sentence } from "./sentence.ts";

const reply = z.object({ headline: sentence, sentences: z.array(sentence) });

/** The headline, and who did what, where and when. */
export const whatHappened: PartPrompt<z.infer<typeof reply>> = {
  part: "what-happened",
  template: "what-happened@1",
  reply,
  task(page, context) {
    const { happened } = engineParameters.evidence;
    return {
      evidence: chooseEvidence(context, {
        most: happened,
        first: passagesTold(sectionOf(page, "what-happened")?.claims, context),
        suits: reportsEvents,
        score: (passage) => context.core(passage.text, passage.article.language) + 0.2 * newnessOf(context, passage),
      }),
      task: `Write "sentences": two or three that tell what happened: who did what, where and when, the newest state first, then what is certain and what is not. Introduce every name with the office or role that the passages give. Together at most 75 words.
Write "headline": one line of six to thirteen words that says what happened as readers on any side would, made of words of the passages. No quotation, no question, no number on which the passages differ, no full stop.`,
    };
  },
  place({ headline, sentences }, page, toDrafts) {
    const line = toDrafts([headline], 1, { voice: "fact", as: "line", part: "headline" });
    const { claims: instead = [] } = sectionOf(page, "what-happened") ?? {};
    const claims = toDrafts(sentences, engineParameters.sentences.happened, { instead });
    const headed = { ...page, headline: [...line, ...page.headline] };
    if (claims.length === 0) return headed;
    if (sectionOf(page, "what-happened")) return withSection(headed, { kind: "what-happened", claims });
    return {
      ...headed,
      sections: [{ kind: "what-happened" as const, claims }, ...page.sections].sort(
        (a, b) => pageOrder.indexOf(a.kind) - pageOrder.indexOf(b.kind),
      ),
      skipped: page.skipped.filter(({ part }) => part !== "what-happened"),
    };
  },
};
