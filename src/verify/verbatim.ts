/** Words whose loss turns a sentence round or takes its caution away; a shortened sentence that drops one is no excerpt. */
const bearing =
  /^(?:not|no|never|none|nor|neither|without|nobody|nothing|cannot|\p{L}+n't|hardly|barely|if|unless|may|might|could|would|should|allegedly|reportedly|alleged|denied|denies|deny|refused|failed|rejected|false|falsely|almost|nearly)$/u;

/**
 * Whether `claim` is `source` with nothing but deletions: its words stand there in the same order, in at most `maxPieces` unbroken pieces, and
 * no word was dropped that denies, doubts or conditions what stayed. Words are compared as given (lower case).
 */
export function isExcerptOf(claim: readonly string[], source: readonly string[], maxPieces = 4): boolean {
  if (claim.length === 0 || claim.length > source.length) return false;
  for (let from = 0; from + claim.length <= source.length; from++) {
    if (source[from] === claim[0] && fits(claim, 0, source, from, maxPieces)) return true;
  }
  return false;
}

/** Depth first over where the next piece may begin; the longest piece is tried first. */
function fits(claim: readonly string[], at: number, source: readonly string[], from: number, pieces: number): boolean {
  let length = 0;
  while (at + length < claim.length && claim[at + length] === source[from + length]) length++;
  if (at + length === claim.length) return true;
  if (pieces <= 1) return false;
  for (let kept = length; kept > 0; kept--) {
    const next = claim[at + kept];
    for (let to = from + kept; to < source.length; to++) {
      const dropped = source[to - 1];
      if (to > from + kept && dropped !== undefined && bearing.test(dropped)) break;
      if (to > from + kept && source[to] === next && fits(claim, at + kept, source, to, pieces - 1)) return true;
    }
  }
  return false;
}
