import type { Passage } from "./passage.ts";

/** A clause without a comma before it says which one is meant ("employers who discriminate"): without it the sentence says another thing. */
const restrictive = /^\s+(?:who|which|where|qui|dont|où|que|donde)\b/iu;
/** "were seen as the best": what follows completes the verb. */
const completes = /\b(?:seen|known|described|regarded|viewed|treated|hailed|named|used|considered|as|so|such|same) $/iu;

/** Where a sentence may end before its end and say nothing else by it; offsets into the text, each before the mark or the space of the cut. */
export function clauseCuts(text: string, { cut }: Passage["cues"]): number[] {
  return [...text.matchAll(new RegExp(cut.source, cut.flags))].flatMap(({ 0: found, index }) =>
    restrictive.test(found) || (/^\s+as\b/i.test(found) && completes.test(`${text.slice(0, index)} `)) ? [] : [index],
  );
}
