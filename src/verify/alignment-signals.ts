import type { Word } from "./read-words.ts";
import type { SentenceMatch } from "./sentence-match.ts";
import { isHedge, isNegator } from "./turning-words.ts";
import { oppositesOf } from "./word-kin.ts";

/** Only so many of the best sentences are aligned, which costs the product of the lengths. */
const alignedSentences = 3;
/** At an end of the claim so many words of the source stand opposite what is not aligned. */
const endReach = 6;
/** So that words without weight are aligned too, where nothing speaks against it. */
const smallWeight = 0.3;

interface Alignment {
  readonly sentence: number;
  readonly score: number;
  /** Pairs of a word of the claim and a word of the sentence, both counted from 0, rising. */
  readonly pairs: readonly (readonly [number, number])[];
}

/**
 * The claim laid beside the sentence it is nearest to (longest common subsequence, weighted): what stands in the claim where the sentence has
 * something else of the same kind, what was put in, what was moved, and whether a negation or a caution was won or lost on the way.
 */
export function alignmentSignals(match: SentenceMatch): { signals: Record<string, number>; sentence: number } {
  const candidates = match.ranked.slice(0, alignedSentences).map((sentence) => align(match, sentence));
  const best = candidates.reduce<Alignment | undefined>(
    (one, other) => (one && one.score >= other.score ? one : other),
    undefined,
  );
  const alignment = best ?? { sentence: 0, score: 0, pairs: [] };
  return { signals: readAlignment(alignment, match), sentence: alignment.sentence };
}

function align({ words, matches, reading }: SentenceMatch, sentence: number): Alignment {
  const { from = 0, to = 0 } = reading.sentences[sentence] ?? {};
  const width = to - from;
  const near = new Float32Array(words.length * width);
  for (const [index, list] of matches.entries())
    for (const { at, near: value } of list) if (at >= from && at < to) near[index * width + at - from] = value;
  const row = width + 1;
  const best = new Float32Array((words.length + 1) * row);
  const gain = (i: number, j: number) =>
    (near[(i - 1) * width + j - 1] ?? 0) * ((words[i - 1]?.weight ?? 0) + smallWeight);
  for (let i = 1; i <= words.length; i++) {
    for (let j = 1; j <= width; j++) {
      const value = gain(i, j);
      const paired = value > 0 ? (best[(i - 1) * row + j - 1] ?? 0) + value : 0;
      best[i * row + j] = Math.max(best[(i - 1) * row + j] ?? 0, best[i * row + j - 1] ?? 0, paired);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = words.length, j = width; i > 0 && j > 0; ) {
    const here = best[i * row + j] ?? 0;
    const value = gain(i, j);
    if (value > 0 && Math.abs(here - (best[(i - 1) * row + j - 1] ?? 0) - value) < 1e-4) pairs.push([--i, --j]);
    else if (here === best[(i - 1) * row + j]) i--;
    else j--;
  }
  return { sentence, score: best[words.length * row + width] ?? 0, pairs: pairs.reverse() };
}

function readAlignment({ sentence, pairs }: Alignment, match: SentenceMatch): Record<string, number> {
  const { words, reading, rows, weight } = match;
  const { from = 0, to = 0 } = reading.sentences[sentence] ?? {};
  const row = rows.get(sentence);
  const found = {
    nameSwapped: 0,
    numberSwapped: 0,
    dateSwapped: 0,
    wordSwapped: 0,
    wordPutIn: 0,
    namePutIn: 0,
    oppositeFaced: 0,
    negationGap: 0,
    hedgeGap: 0,
  };
  let moved = 0;
  let blocks = pairs.length > 0 ? 1 : 0;
  let [claimEnd, sourceEnd] = [-1, -1];
  for (const [i, j] of [...pairs, [words.length, to - from] as const]) {
    const inner = claimEnd >= 0 && i < words.length;
    if (inner && (i !== claimEnd + 1 || j !== sourceEnd + 1)) blocks++;
    const gap = words.slice(claimEnd + 1, i);
    const left = claimEnd < 0 ? Math.max(0, j - 1 - endReach) : sourceEnd + 1;
    const right = i >= words.length ? Math.min(to - from, sourceEnd + 1 + endReach) : j;
    const facing = reading.words.slice(from + left, from + right);
    const kinds = new Set(facing.flatMap((word) => (word.weight > 0 ? [word.kind] : [])));
    for (const [offset, word] of gap.entries()) {
      if (word.weight === 0) continue;
      if ((row?.[claimEnd + 1 + offset] ?? 0) > 0) {
        moved += word.weight;
        continue;
      }
      if (kinds.has(word.kind)) found[`${word.kind}Swapped`]++;
      else found[word.kind === "word" ? "wordPutIn" : "namePutIn"]++;
      if (facing.some(({ stem }) => oppositesOf(word.stem).has(stem))) found.oppositeFaced++;
    }
    if (gap.some(isNegator) !== ((inner || gap.length > 0) && facing.some(isNegator))) found.negationGap++;
    if (gap.some(isHedge) !== (inner && facing.some(isHedge))) found.hedgeGap++;
    [claimEnd, sourceEnd] = [i, j];
  }
  const span = (pairs.at(-1)?.[1] ?? 0) - (pairs[0]?.[1] ?? 0) + 1;
  const aligned = pairs.reduce((sum, [i]) => sum + (words[i]?.weight ?? 0), 0);
  return {
    ...found,
    aligned: aligned / weight,
    moved: moved / weight,
    blocks: pairs.length > 0 ? blocks / pairs.length : 1,
    closeness: pairs.length / Math.max(1, span),
    ...turningSignals(words, match, sentence),
  };
}

/** Negations and cautions of the claim against those of the sentence, wherever they stand in it. */
function turningSignals(
  words: readonly Word[],
  { reading, passage }: SentenceMatch,
  sentence: number,
): Record<string, number> {
  const wordsOf = (one: number) => {
    const { from = 0, to = 0 } = reading.sentences[one] ?? {};
    return reading.words.slice(from, to);
  };
  const denies = words.some(isNegator);
  const there = wordsOf(sentence);
  return {
    denies: denies ? 1 : 0,
    negationDiffers: denies === there.some(isNegator) ? 0 : 1,
    negationWon: denies && !passage.some((one) => wordsOf(one).some(isNegator)) ? 1 : 0,
    cautionDiffers: Number(words.some(isHedge)) - Number(there.some(isHedge)),
    oppositeThere: words.filter(
      ({ stem }) => !there.some((word) => word.stem === stem) && there.some((word) => oppositesOf(stem).has(word.stem)),
    ).length,
  };
}
