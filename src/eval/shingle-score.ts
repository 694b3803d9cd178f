/** Precision and recall of a text over the multiset of `width`-word shingles, as the public article benchmark counts them. */
export function shingleScore(found: string, expected: string, width = 4): { precision: number; recall: number } {
  const a = countShingles(found, width);
  const b = countShingles(expected, width);
  let shared = 0;
  for (const [shingle, count] of a) shared += Math.min(count, b.get(shingle) ?? 0);
  const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const ratio = (whole: number) => (whole === 0 ? (total(a) === total(b) ? 1 : 0) : shared / whole);
  return { precision: ratio(total(a)), recall: ratio(total(b)) };
}

function countShingles(text: string, width: number): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - width + 1); i++) {
    const shingle = words.slice(i, i + width).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
