import { z } from "zod";
import type { DraftClaim } from "../../../model/claim.ts";
import { asData, type Evidence, markOff, toPrompt } from "../evidence.ts";
import { sentence } from "./sentence.ts";

/** Sentences that were refused, written anew once. */
export const mendTemplate = "mend@1";
export const mendReply = z.object({ sentences: z.array(sentence.extend({ number: z.int() })) });

/** Why a sentence was refused, as a model can act on it. */
const reasons: Readonly<Record<string, string>> = {
  "no-citation": "it names no passage",
  "one-origin": "it must stand on passages of two outlets at least",
  "unseen-number": "it has a number that its passages have not",
  "number-not-in-source": "it has a number that its passages have not",
  "unseen-name": "it has a name that its passages have not",
  "name-not-in-source": "it has a name that its passages have not",
  "unseen-date": "it has a date that its passages have not",
  "unseen-quotation": "words between quotation marks do not stand so in its passages",
  "quote-not-verbatim": "words between quotation marks do not stand so in its passages",
  "wrong-speaker": "the quotation is by somebody else in its passages",
  "wrong-outlet": "it names an outlet whose passage it does not name, or gives one outlet what another says",
  "hedge-lost": "it tells as certain what its passages only hold possible or allege",
  negation: "it denies what its passages say, or says what they deny",
  opposite: "it says the opposite of its passages",
  "words-not-in-source": "too many of its words are not in its passages",
};

/** What is asked of a model whose sentences were refused. */
export function mendPrompt(refused: ReadonlyMap<DraftClaim, string>, evidence: Evidence, language: string): string {
  const numberOf = new Map(evidence.map(({ article, start }, index) => [`${article.id} ${start}`, index + 1]));
  const lines = [...refused].map(([{ text, citations }, reason], index) => {
    const cited = citations.flatMap(({ articleId, start }) => numberOf.get(`${articleId} ${start}`) ?? []);
    const why = reasons[reason] ?? "its passages do not say that";
    return `${index + 1}. (passages ${cited.join(", ") || "none"}; refused: ${why}) ${asData(text)}`;
  });
  return `${toPrompt(evidence, language)}

These sentences were refused. Write each anew so that its passages bear it out, nearer to their words; give its "number", and an empty "text" for one that cannot be mended.
${markOff("refused", lines.join("\n"), language)}`;
}
