import type { EvalRow } from "./eval-table.ts";
import { rougeL, rougeN, rougeTokens } from "./rouge.ts";

/** F1 of ROUGE-1, -2 and -L, each in [0, 1]. */
export interface RougeScores {
  readonly rouge1: number;
  readonly rouge2: number;
  readonly rougeL: number;
}

/** Scores a text against each reference and takes the mean, so that a text all annotators half agree with beats one that one of them wrote. */
export function rougeScores(candidate: string, references: readonly string[]): RougeScores {
  const own = rougeTokens(candidate);
  const scores = references.map((reference) => {
    const gold = rougeTokens(reference);
    return {
      rouge1: rougeN(own, gold, 1).f1,
      rouge2: rougeN(own, gold, 2).f1,
      rougeL: rougeL(own, gold).f1,
    };
  });
  return meanRouge(scores);
}

/** The mean of each score; zeros where there are none. */
export function meanRouge(scores: readonly RougeScores[]): RougeScores {
  const mean = (pick: (score: RougeScores) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / Math.max(1, scores.length);
  return {
    rouge1: mean(({ rouge1 }) => rouge1),
    rouge2: mean(({ rouge2 }) => rouge2),
    rougeL: mean(({ rougeL: value }) => value),
  };
}

/** One row a score. */
export function rougeRows(set: string, system: string, scores: RougeScores, note?: string): EvalRow[] {
  const row = (measure: string, value: number): EvalRow => ({
    set,
    measure: `${system} ${measure}`,
    value,
    ...(note !== undefined && { note }),
  });
  return [row("ROUGE-1", scores.rouge1), row("ROUGE-2", scores.rouge2), row("ROUGE-L", scores.rougeL)];
}

/** The first words of a text, as white space parts them. */
export function firstWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(0, count).join(" ");
}
