import type { z } from "zod";
import type { Answers, Ask, AskFailure } from "../../model/ask.ts";
import { makeAsk } from "./make-ask.ts";
import { again } from "./prompts/again.ts";
import { type ReplyFault, readReply } from "./read-reply.ts";

/** What is asked, and what its reply must be. */
export type AskedReply<T> = Omit<Ask, "id" | "schema"> & { readonly schema: z.ZodType<T> };

export type Outcome<T> =
  | { readonly kind: "reply"; readonly value: T }
  | { readonly kind: "open" }
  | { readonly kind: "failed"; readonly reason: AskFailure | ReplyFault };

/**
 * The reply to an ask, as far as it was answered. A reply that cannot be used is asked for once more, with what was wrong with it.
 *
 * @returns the asks it took, and what came of them
 */
export function askFor<T>(asked: AskedReply<T>, answers: Answers): { asks: Ask[]; outcome: Outcome<T> } {
  const asks: Ask[] = [];
  let { prompt } = asked;
  for (let attempt = 1; ; attempt++) {
    const ask = makeAsk({ ...asked, prompt });
    asks.push(ask);
    const answer = answers.get(ask.id);
    if (!answer) return { asks, outcome: { kind: "open" } };
    if ("failed" in answer) return { asks, outcome: { kind: "failed", reason: answer.failed } };
    const read = readReply(answer, asked.schema);
    if ("value" in read) return { asks, outcome: { kind: "reply", value: read.value } };
    if (attempt > 1) return { asks, outcome: { kind: "failed", reason: read.fault } };
    prompt = `${asked.prompt}\n\n${again(read.fault)}`;
  }
}
