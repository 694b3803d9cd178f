/** Words whose loss turns a sentence round or takes its caution away; a shortened sentence that drops one is no excerpt. */
const bearing =
  /^(?:not|no|never|none|nor|neither|without|nobody|nothing|cannot|\p{L}+n't|hardly|barely|if|unless|may|might|could|would|should|allegedly|reportedly|alleged|denied|denies|deny|refused|failed|rejected|false|falsely|almost|nearly)$/u;

/** A word of a source, lower case, and whether a mark (a comma, a bracket, a dash) stands before it. */
export interface SourceWord {
  readonly lower: string;
  readonly afterMark: boolean;
}

/** Breaks that a careful shortening makes; more are patchwork. */
const mostPieces = 4;

/**
 * Whether `claim` (words in lower case) is `source` with nothing but deletions: its words stand there in the same order, in a few unbroken pieces,
 * and no word was dropped that denies, doubts or conditions what stayed. An aside between marks, dropped whole, may hold any word, since what it
 * says is gone with it.
 */
export function isExcerptOf(claim: readonly string[], source: readonly SourceWord[]): boolean {
  if (claim.length === 0 || claim.length > source.length) return false;
  for (let from = 0; from + claim.length <= source.length; from++) {
    if (source[from]?.lower === claim[0] && fits(claim, 0, source, from, mostPieces)) return true;
  }
  return false;
}

/** Depth first over where the next piece may begin; the longest piece is tried first. */
function fits(
  claim: readonly string[],
  at: number,
  source: readonly SourceWord[],
  from: number,
  pieces: number,
): boolean {
  let length = 0;
  while (at + length < claim.length && claim[at + length] === source[from + length]?.lower) length++;
  if (at + length === claim.length) return true;
  if (pieces <= 1) return false;
  for (let kept = length; kept > 0; kept--) {
    const next = claim[at + kept];
    let bears = false;
    for (let to = from + kept + 1; to < source.length; to++) {
      bears ||= bearing.test(source[to - 1]?.lower ?? "");
      const aside = source[from + kept]?.afterMark === true && source[to]?.afterMark === true;
      if (source[to]?.lower !== next || (bears && !aside)) continue;
      if (fits(claim, at + kept, source, to, pieces - 1)) return true;
    }
  }
  return false;
}
