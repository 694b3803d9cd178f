import snowball from "snowball-stemmers";

/** Precision, recall and their harmonic mean, each in [0, 1]. */
export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const porter = snowball.newStemmer("porter");
const stems = new Map<string, string>();

/** The tokens ROUGE counts (Lin 2004, as in the rouge-score package): lower-case letters and digits; words of more than three letters by their Porter stem. */
export function rougeTokens(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
    if (word.length <= 3) return word;
    const stem = stems.get(word) ?? porter.stem(word);
    stems.set(word, stem);
    return stem;
  });
}

/** Overlap of n-grams, each counted as often as both have it. */
export function rougeN(candidate: readonly string[], reference: readonly string[], n: number): Overlap {
  const grams = (tokens: readonly string[]) => {
    const counts = new Map<string, number>();
    for (let i = 0; i + n <= tokens.length; i++) {
      const gram = tokens.slice(i, i + n).join(" ");
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
  };
  const [own, gold] = [grams(candidate), grams(reference)];
  let common = 0;
  for (const [gram, count] of own) common += Math.min(count, gold.get(gram) ?? 0);
  return overlap(common, Math.max(0, candidate.length - n + 1), Math.max(0, reference.length - n + 1));
}

/** Longest common subsequence of the whole texts (ROUGE-L, not the summed variant). */
export function rougeL(candidate: readonly string[], reference: readonly string[]): Overlap {
  let row = new Uint16Array(reference.length + 1);
  for (const token of candidate) {
    const next = new Uint16Array(reference.length + 1);
    for (let j = 1; j <= reference.length; j++)
      next[j] = token === reference[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    row = next;
  }
  return overlap(row[reference.length] ?? 0, candidate.length, reference.length);
}

function overlap(common: number, own: number, gold: number): Overlap {
  const precision = own === 0 ? 0 : common / own;
  const recall = gold === 0 ? 0 : common / gold;
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
