import { jsonSchema, type LanguageModel, Output, streamText } from "ai";
import type { Answer, Ask } from "../model/ask.ts";
import { tokensIn } from "./estimate.ts";
import { failureOf, failureOfStop, type RequestFailure } from "./failure-of.ts";

export interface StreamOptions {
  readonly timeoutMs: number;
  readonly maxOutputTokens: number;
  /** Without schema, temperature and length, which some endpoints refuse. */
  readonly plain: boolean;
  readonly signal?: AbortSignal;
}

/** What was replied. */
export type Reply = Extract<Answer, { text: string }>;

/** One request, read as it streams, so that one which hangs or breaks off is known by it. No tools: a model that reads strangers' text gets none. */
export async function streamReply(
  model: LanguageModel,
  { instructions, prompt, schema, template }: Ask,
  { timeoutMs, maxOutputTokens, plain, signal }: StreamOptions,
): Promise<Reply | RequestFailure> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const limit = { timeout, timeoutMs, setting: "model.timeoutSeconds" };
  let failure: unknown;
  try {
    const stream = streamText({
      model,
      system: instructions,
      prompt,
      // Retries are ours: they see a stream that breaks off, too.
      maxRetries: 0,
      abortSignal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      onError: ({ error }) => {
        failure = error;
      },
      ...(!plain && {
        maxOutputTokens,
        temperature: 0,
        output: Output.object({ schema: jsonSchema(schema), name: template.replace(/\W+/g, "-") }),
      }),
    });
    let text = "";
    for await (const piece of stream.textStream) text += piece;
    const stopped = failureOfStop(limit, signal);
    if (stopped) return stopped;
    if (failure !== undefined) return failureOf(failure);
    const [{ inputTokens, outputTokens }, finishReason] = [await stream.usage, await stream.finishReason];
    // Some servers end with a reason of their own ("eos_token"); a reply that has its end is one.
    if (finishReason === "error" || (finishReason === "other" && !/[}`]\s*$/u.test(text)))
      return { failed: "model-unreachable", detail: "The model's reply broke off.", again: true };
    return {
      text,
      cutOff: finishReason === "length",
      usage: {
        inputTokens: inputTokens ?? tokensIn(instructions + prompt),
        outputTokens: outputTokens ?? tokensIn(text),
      },
    };
  } catch (error) {
    return failureOfStop(limit, signal) ?? failureOf(failure ?? error);
  }
}
