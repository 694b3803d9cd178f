import { languageFor } from "../languages/registry.ts";
import { tokenize } from "../text/tokens.ts";

/** Words that make what follows them possible or said, and not so. `wide` ones keep a claim cautious, but are too common to ask for. */
const hedges: Readonly<Record<string, { readonly narrow: RegExp; readonly wide: RegExp }>> = {
  en: {
    narrow:
      /^(?:may|might|could|allegedly|alleged|reportedly|apparently|possibly|perhaps|probably|likely|suspected|whether|unless)$/,
    wide: /\b(?:may|might|could|would|should|can|if|whether|unless|alleged(?:ly)?|reported(?:ly)?|apparent(?:ly)?|possib\w+|perhaps|probabl\w+|(?:un)?likely|suspect\w*|expect\w*|plan\w*|hop\w+|fear\w*|risk\w*|threat\w*|seem\w*|appear\w*|uncertain|unclear|unconfirmed|potential\w*|estimate\w*)\b/iu,
  },
  de: {
    narrow:
      /^(?:könnten?|dürften?|möglicherweise|vermutlich|mutmaßlich\p{L}*|angeblich|womöglich|offenbar|anscheinend|wahrscheinlich|ob)$/u,
    wide: /(?:könn|kann|dürf|soll|würd|möglich|vermut|mutmaß|angeblich|offenbar|anscheinend|wahrscheinlich|voraussichtlich|droh|gefahr|unklar|falls|wenn|(?<!\p{L})ob(?!\p{L}))/iu,
  },
  fr: {
    narrow:
      /^(?:pourrai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent)|devrai(?:t|ent)|apparemment|probablement|présumée?s?)$/u,
    wide: /(?:pourrai|peut|peuvent|aurai|serai|devrai|apparem|peut-être|probabl|présum|semble|risqu|menac|craint|possible|(?<!\p{L})si(?!\p{L}))/iu,
  },
  es: {
    narrow:
      /^(?:podrían?|habrían?|serían?|debería[n]?|quizás?|posiblemente|probablemente|presunt[oa]s?|supuest[oa]s?)$/u,
    wide: /(?:podr|pued|habría|sería|debería|quizá|tal vez|posibl|probabl|presunt|supuest|parec|riesgo|amenaz|teme|(?<!\p{L})si(?!\p{L}))/iu,
  },
};

/** Of so many words after a hedge, so many have to stand in a claim before it is of what was hedged. */
const reach = 3;
const least = 2;

/**
 * True where a passage says that something may be, and the claim, that it is: the words behind a hedge stand in the claim, and no word of
 * caution does. Knows English, German, French and Spanish, and finds nothing in other languages.
 */
export function losesHedge(claim: string, passages: readonly string[], language: string): boolean {
  const { tag, stem } = languageFor(language);
  const cautions = hedges[tag];
  if (!cautions || cautions.wide.test(claim)) return false;
  const said = new Set(tokenize(claim).map(({ lower }) => stem(lower)));
  return passages.some((passage) => {
    const tokens = tokenize(passage);
    return tokens.some(({ lower, end }, at) => {
      if (!cautions.narrow.test(lower)) return false;
      // "Solund, who may run again, opened the bridge": what stands behind the comma is not hedged.
      const mark = passage.slice(end).search(/[,;:.!?–—]/u);
      const until = mark < 0 ? passage.length : end + mark;
      const hedged = tokens
        .slice(at + 1)
        .filter((token) => token.end <= until && (token.kind === "number" || token.text.length > 3))
        .slice(0, reach)
        .filter((token) => token.kind !== "word" || !cautions.narrow.test(token.lower));
      const found = hedged.filter((token) => said.has(stem(token.lower))).length;
      return hedged.length > 0 && found >= Math.min(least, hedged.length);
    });
  });
}
