import type { Word } from "./read-words.ts";

/** Longer stretches that differ were written anew, and say nothing of a name for a name. */
const longestGap = 6;
/** A claim is told with a sentence's words where this share of its own stands there in the same order. */
const leastShared = 0.65;

/**
 * True where a claim tells a sentence with its own words in its own order but for a name: where the sentence has one, the claim has another, and
 * neither names the other's anywhere. Such a claim scores high by all that is the same, and is wrong.
 */
export function swapsName(claim: readonly Word[], sentence: readonly Word[]): boolean {
  const anchors = commonWords(claim, sentence);
  if (anchors.length < leastShared * claim.length) return false;
  const ends = [[-1, -1] as const, ...anchors, [claim.length, sentence.length] as const];
  return ends.slice(1).some(([at, there], index) => {
    const [from, since] = ends[index] ?? [-1, -1];
    const [own, theirs] = [claim.slice(from + 1, at), sentence.slice(since + 1, there)];
    if (own.length === 0 || theirs.length === 0 || own.length > longestGap || theirs.length > longestGap) return false;
    return namesOnlyIn(own, claim, sentence) && namesOnlyIn(theirs, sentence, claim);
  });
}

/** True where a stretch has a name and none of its names stands in the other text. */
function namesOnlyIn(stretch: readonly Word[], whole: readonly Word[], other: readonly Word[]): boolean {
  const names = stretch.filter((word) => isName(word, word === whole[0]));
  return names.length > 0 && names.every(({ stem }) => other.every((one) => one.stem !== stem));
}

/** A capital within a sentence, or a rare word at its start; "Time" is a name as well. */
function isName({ kind, text }: Word, opens: boolean): boolean {
  return kind === "name" || (!opens && kind === "word" && /^\p{Lu}/u.test(text));
}

/** The longest run of words, not of neighbours, that both have in one order, as pairs of places. */
function commonWords(a: readonly Word[], b: readonly Word[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i]?.stem === b[j]?.stem
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.stem === b[j]?.stem) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}
