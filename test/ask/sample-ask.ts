import type { Ask } from "../../src/model/ask.ts";

/** What is asked of the models of these tests. */
export const sampleAsk: Ask = {
  id: "1",
  part: "what-happened",
  template: "what-happened@1",
  instructions: "Answer in JSON.",
  prompt: "The ferry sailed.",
  schema: { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"], additionalProperties: false },
};
