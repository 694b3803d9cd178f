import type { Tally } from "../pipeline/model-account.ts";

/** What a pass took of the model, and what became of it, in a line. */
export function modelReport(model: string, { asked, kept, usage, failures, pages, leftOut }: Tally): string {
  const tokens = usage.inputTokens + usage.outputTokens;
  const money = usage.cost === undefined ? "" : `, ${usage.cost.toPrecision(2)} in money`;
  const sentences = [
    `${model}: ${pages} pages, ${asked} asks answered (${tokens} tokens${money}), ${kept} answered before.`,
    ...countedReasons(failures, "asks had no answer"),
    ...countedReasons(leftOut, "of its sentences were left out"),
  ];
  return sentences.join(" ");
}

/** So many of something, with how many for each reason; nothing where there is none. */
export function countedReasons(reasons: Readonly<Record<string, number>>, what: string): string[] {
  const entries = Object.entries(reasons).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const sum = entries.reduce((total, [, count]) => total + count, 0);
  return sum === 0 ? [] : [`${sum} ${what} (${entries.map(([reason, count]) => `${reason} ${count}`).join(", ")}).`];
}
