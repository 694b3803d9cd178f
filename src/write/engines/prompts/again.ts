import type { ReplyFault } from "../read-reply.ts";

const faults: Readonly<Record<ReplyFault, string>> = {
  "model-refused": "it held no JSON object",
  "model-cut-off": "it was cut off before its end",
  "model-wrong-shape": "it was not of the shape that is asked for",
};

/** What is added to an ask whose reply could not be used. */
export function again(fault: ReplyFault): string {
  return `Your last reply could not be used: ${faults[fault]}. Reply with the JSON object alone, and keep it short.`;
}
