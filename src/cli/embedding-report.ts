import type { EmbeddingTally } from "../pipeline/embedding-account.ts";
import { countedReasons } from "./model-report.ts";

/** What a pass took of the embedding model, and which articles went on without it, in a line. */
export function embeddingReport(model: string, { asked, kept, usage, failures, detail }: EmbeddingTally): string {
  const money = usage.cost === undefined ? "" : `, ${usage.cost.toPrecision(2)} in money`;
  return [
    `${model}: ${asked} articles read (${usage.inputTokens} tokens${money}), ${kept} read before.`,
    ...countedReasons(failures, "articles went on by their words alone"),
    ...(detail === undefined ? [] : [detail]),
  ].join(" ");
}
