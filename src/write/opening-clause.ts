import { clauseCuts, endsOpen, isClauseAlone, leansOn } from "./clause-cuts.ts";
import type { Passage } from "./passage.ts";
import { withoutDateline } from "./trim-sentence.ts";
import { wordCount } from "./words-in.ts";

/** A first word that ties the clause to one before it. */
const leads = /^(?:but|and|so|or|yet|also|still|then|aber|und|doch|mais|et|or|pero|y)\s/iu;
const leastWords = 4;
/** Less than this is seldom all that happened ("Passengers were left furious"). */
const leastCutWords = 6;
const mostWords = 16;

/**
 * The words a report opens with, verbatim and to the end of a clause: "A vaccine against marsh fever has worked in seven people out of ten".
 * Undefined where the clause is long, quotes somebody, or has no verb.
 */
export function openingClause({ text, cues }: Pick<Passage, "text" | "cues">): string | undefined {
  const whole = withoutDateline(text)
    .replace(cues.connective, "")
    .replace(/[.!]\s*$/u, "");
  const cuts = clauseCuts(whole, cues).map((at) => whole.slice(0, at));
  return [whole, ...cuts.reverse()]
    .map((clause) => clause.replace(/[\s,;:–—-]+$/u, ""))
    .find((clause) => {
      const words = wordCount(clause);
      return (
        words >= (clause === whole ? leastWords : leastCutWords) &&
        words <= mostWords &&
        !leads.test(clause) &&
        !leansOn.test(clause) &&
        !isClauseAlone(clause) &&
        (clause === whole || !endsOpen(clause)) &&
        cues.finiteVerb.test(clause) &&
        cues.finiteVerb.test(clause.split(/, (?:and|but|or|und|et|y) /).at(-1) ?? "") &&
        !/["“”„«»]/u.test(clause) &&
        // A cut inside a list: "…, evident in its architecture, programming".
        (clause === whole || wordCount(clause.split(", ").at(-1) ?? "") > 2)
      );
    });
}
