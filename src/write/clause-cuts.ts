import type { Passage } from "./passage.ts";

/** A clause without a comma before it says which one is meant ("employers who discriminate"): without it the sentence says another thing. */
const restrictive = /^\s+(?:who|which|where|qui|dont|où|que|donde)\b/iu;
/** "were seen as the best": what follows completes the verb. */
const completes = /\b(?:seen|known|described|regarded|viewed|treated|hailed|named|used|considered|as|so|such|same) $/iu;

/** Where a sentence may end before its end and say nothing else by it; offsets into the text, each before the mark or the space of the cut. */
export function clauseCuts(text: string, { cut, finiteVerb }: Passage["cues"]): number[] {
  // "... a stay where every element, ...": the relative clause has its verb behind the cut.
  const opens = (before: string) => {
    const clause = /\s(?:where|which|who|whose|when|whom)\s([^,]*)$/u.exec(before)?.[1];
    return clause !== undefined && !finiteVerb.test(clause);
  };
  return [...text.matchAll(new RegExp(cut.source, cut.flags))].flatMap(({ 0: found, index }) =>
    restrictive.test(found) ||
    (/^\s+as\b/i.test(found) && completes.test(`${text.slice(0, index)} `)) ||
    opens(text.slice(0, index))
      ? []
      : [index],
  );
}

/** Words that point to what a line or a clause by itself has no room for: "one such place", "both nations", "this law was passed". */
export const leansOn =
  /\b(?:such|both|the (?:two|pair|same|latter|former|others?)|(?:this|these|those) (?!(?:week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|winter)\b)\p{Ll}+|diese[rsmn]?|solche[rsmn]?|beide|cette|ces|ceux|tel(?:le)?s?|est[ea]s?|ambos|tal(?:es)?)\b/iu;

/** A clause that ends in a word which calls for another is no line. */
export function endsOpen(text: string): boolean {
  if (/\b(?:is|are|was|were|be|been) \p{L}+ing$/u.test(text)) return true;
  // "Makers said that while the party checks": what was said is still to come.
  if (/\bthat (?:while|although|though|if|when|since|as)\b[^,]*$/iu.test(text)) return true;
  if (
    /\b(?:nearly|almost|about|some|\p{L}+|\d+) (?:years|months|weeks|days|hours|minutes)$/u.test(text) &&
    !/\b(?:for|in|by|within|after|of) (?:\S+ ){0,2}\S+$/u.test(text)
  )
    return true;
  if (/\b(?:it|that|he|she|they|we|there|what|who|normally)['’](?:s|re|ve|ll|d)$/iu.test(text)) return true;
  if (/\b(?:said|says) (?:this|so|that)$/u.test(text)) return true;
  return /\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|that|who|which|from|its|his|her|their|as|said|says|was|were|is|are|has|have|this|these|those|such|more|less|than|not|der|die|das|und|von|im|am|le|la|les|de|du|et|el|los|las|y|que)$/iu.test(
    text,
  );
}

/** "When it comes to snacks" waits for its main clause. */
export const isClauseAlone = (text: string) =>
  /^(?:when|while|as|after|before|if|since|although|though|because|wenn|als|nachdem|während|quand|lorsque|alors que|cuando|mientras|aunque)\s[^,]*$/iu.test(
    text,
  );
