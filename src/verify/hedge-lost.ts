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
/** As far before one of them as in the passage, and so many words more, a word of caution is looked for. */
const slack = 3;

/**
 * True where a passage says that something may be, and the claim, that it is: the words behind a hedge stand in the claim, and before none of
 * them a word of caution. Knows English, German, French and Spanish, and finds nothing in other languages.
 */
export function losesHedge(claim: string, passages: readonly string[], language: string): boolean {
  const { tag, stem } = languageFor(language);
  const cautions = hedges[tag];
  if (!cautions) return false;
  const told = wordsOf(claim);
  const stems = told.map((word) => stem(word.toLowerCase()));
  return passages.some((passage) =>
    tokenize(passage).some(({ lower, end }) => {
      if (!cautions.narrow.test(lower)) return false;
      const hedged = hedgedWords(passage.slice(end), language);
      const places = hedged.map(({ word, after }) => ({
        after,
        at: stems.flatMap((one, index) => (one === stem(word) ? [index] : [])),
      }));
      const found = places.filter(({ at }) => at.length > 0);
      if (found.length === 0 || found.length < Math.min(least, hedged.length)) return false;
      return !found.some(({ after, at }) =>
        at.some((place) => cautions.wide.test(told.slice(Math.max(0, place - after - slack), place + 1).join(" "))),
      );
    }),
  );
}

/** The first words behind a hedge that tell something, and how many words behind it they stand. */
function hedgedWords(rest: string, language: string): { readonly word: string; readonly after: number }[] {
  const { stopWords } = languageFor(language);
  // "Solund, who may run again, opened the bridge": what stands behind the comma is not hedged.
  const mark = rest.search(/[,;:.!?–—]/u);
  return wordsOf(mark < 0 ? rest : rest.slice(0, mark))
    .map((word, index) => ({ word: word.toLowerCase(), after: index + 1 }))
    .filter(({ word }) => !stopWords.has(word))
    .slice(0, reach);
}

function wordsOf(text: string): string[] {
  return tokenize(text).flatMap(({ kind, text: word }) => (kind === "word" || kind === "number" ? [word] : []));
}
