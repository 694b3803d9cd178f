import { describe, expect, it } from "vitest";
import { modelReport } from "../../src/cli/model-report.ts";

describe("the report on the model", () => {
  it("names what it took, what had no answer and what was left out, each with its reasons", () => {
    const report = modelReport("pebble-8b", {
      pages: 3,
      asked: 14,
      kept: 2,
      usage: { inputTokens: 20_000, outputTokens: 4_000, cost: 0.0123 },
      failures: { "model-timeout": 1 },
      leftOut: { "unseen-number": 1, "not-borne-out": 4 },
    });
    expect(report).toBe(
      "pebble-8b: 3 pages, 14 asks answered (24000 tokens, 0.012 in money), 2 answered before. 1 asks had no answer (model-timeout 1). 5 of its sentences were left out (not-borne-out 4, unseen-number 1).",
    );
  });

  it("says no more than there is", () => {
    const usage = { inputTokens: 0, outputTokens: 0 };
    expect(modelReport("pebble-8b", { pages: 0, asked: 0, kept: 0, usage, failures: {}, leftOut: {} })).toBe(
      "pebble-8b: 0 pages, 0 asks answered (0 tokens), 0 answered before.",
    );
  });
});
