import { covers, type SentenceMatch, together } from "./sentence-match.ts";
import { isExtreme } from "./turning-words.ts";
import { isUsual } from "./word-kin.ts";

/** A word nearer than this to one of the source is not new. */
const newBelow = 0.5;
/** Rarer words than this (ln of the inverse share of articles) name things; commoner ones only word them. */
const rareWeight = 4.5;
/** A run of sentences is looked for around so many of the best. */
const consideredStarts = 8;

/** How much of the claim's sentence the sources have at all, in one passage and in one sentence, and what is new in it, by kind of word. */
export function coverageSignals(match: SentenceMatch): Record<string, number> {
  const { words, weight, rows, anywhere, inPassage, ranked, content } = match;
  const none = new Float32Array(words.length);
  const best = rows.get(ranked[0] ?? -1) ?? none;
  const share = (row: Float32Array) => covers(words, row) / weight;
  const exact = (row: Float32Array) =>
    content.reduce((sum, at) => sum + (row[at] === 1 ? (words[at]?.weight ?? 0) : 0), 0) / weight;
  const missing = (row: Float32Array, kind: string) =>
    content.reduce((sum, at) => sum + (words[at]?.kind === kind ? 1 - (row[at] ?? 0) : 0), 0);
  const heaviestNew = (row: Float32Array) =>
    content.reduce((most, at) => Math.max(most, (words[at]?.weight ?? 0) * (1 - (row[at] ?? 0))), 0);
  const isNew = content.map((at) => words[at]).filter((_, index) => (anywhere[content[index] ?? 0] ?? 0) < newBelow);
  const signals: Record<string, number> = {
    inSentence: share(best),
    inRun: Math.max(...runsAround(match).map(share), share(best)),
    inPassage: share(inPassage),
    inSources: share(anywhere),
    exactInSentence: exact(best),
    exactInSources: exact(anywhere),
    heaviestNew: heaviestNew(anywhere),
    heaviestNewInSentence: heaviestNew(best),
    newWording: isNew.filter((one) => one?.kind === "word" && one.weight < rareWeight).length,
    newRare: isNew.filter((one) => one && one.weight >= rareWeight).length,
    newUnusual: isNew.filter((one) => one && one.kind !== "number" && !isUsual(one.stem)).length,
    newExtreme: words.filter((one) => isExtreme(one) && !match.reading.places.has(one.stem)).length,
  };
  for (const kind of ["name", "number", "date", "word"]) {
    signals[`${kind}NotInSentence`] = missing(best, kind);
    signals[`${kind}NotInPassage`] = missing(inPassage, kind);
    signals[`${kind}NotInSources`] = missing(anywhere, kind);
  }
  return signals;
}

/** Every run of three neighbouring sentences that holds one of the best. */
function runsAround({ words, rows, ranked }: SentenceMatch): Float32Array[] {
  return ranked
    .slice(0, consideredStarts)
    .flatMap((sentence) =>
      [-2, -1, 0].map((from) =>
        together(rows, [sentence + from, sentence + from + 1, sentence + from + 2], words.length),
      ),
    );
}
