import { setTimeout as sleep } from "node:timers/promises";
import type { LanguageModel as SdkModel } from "ai";
import type { Answer, Ask } from "../model/ask.ts";
import { UserError } from "../model/errors.ts";
import { lanes } from "./lanes.ts";
import type { LanguageModel } from "./language-model.ts";
import type { EndpointChoice, JudgeChoice } from "./model-choice.ts";
import { openGguf } from "./open-gguf.ts";
import { openNli } from "./open-nli.ts";

export interface ModelOptions {
  /** Sent to the endpoint, and nowhere else. */
  readonly key?: string;
  /** One request may take so long; asking again begins anew. */
  readonly timeoutMs: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** So much a reply may hold; a page's part takes a tenth, the rest is for models that think aloud. */
  readonly maxOutputTokens?: number;
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  readonly now?: () => number;
}

/** Requests for one answer. */
const tries = 3;
/** Milliseconds before the second request and, four times that, the third; an endpoint that says how long is believed up to a minute. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** After so many failures in a row the endpoint is left alone for a while, so that no page waits for one that is down. */
const failuresBeforeRest = 3;
const restMs = 60_000;

/**
 * The model of a choice. The libraries that speak to it are loaded with the first ask: an edition that asks nothing never reads them.
 *
 * @throws UserError("config") where the provider needs a key and there is none
 */
export function openModel(choice: JudgeChoice, options: ModelOptions): LanguageModel {
  const { key, timeoutMs, concurrency, maxOutputTokens = 4_000, pause = wait, now = Date.now } = options;
  if (choice.provider === "nli") return openNli(choice.folder, choice.name);
  if (choice.provider === "gguf") return openGguf(choice.file, choice.name, { timeoutMs, maxOutputTokens });
  if (choice.provider === "anthropic" && key === undefined)
    throw new UserError("config", "Anthropic's models need a key; put it into the environment as BACKSTORY_MODEL_KEY.");
  let loading: ReturnType<typeof load> | undefined;
  const lane = lanes(concurrency);
  let plain = false;
  let failures = 0;
  let rest: { readonly until: number; readonly answer: Answer } | undefined;

  const hidden = (detail: string) => (key ? detail.replaceAll(key, "(key)") : detail);
  const request = async (ask: Ask, signal?: AbortSignal): Promise<Answer> => {
    loading ??= load(choice, key);
    const { fancy, bare, streamReply } = await loading;
    for (let attempt = 1; ; attempt++) {
      const reply = await streamReply(plain ? bare : fancy, ask, {
        timeoutMs,
        maxOutputTokens,
        plain,
        ...(signal && { signal }),
      });
      if ("text" in reply) return reply;
      if (reply.tooFancy && !plain) {
        plain = true;
        continue;
      }
      if (!reply.again || attempt >= tries) return { failed: reply.failed, detail: hidden(reply.detail) };
      const pauseMs = Math.min(longestPauseMs, reply.waitMs ?? firstPauseMs * 4 ** (attempt - 1));
      await pause(pauseMs, signal).catch(() => {});
    }
  };
  return {
    name: choice.name,
    answer: (ask, signal) =>
      lane(async () => {
        if (signal?.aborted) return { failed: "model-stopped", detail: "The edition was stopped." };
        if (rest && now() < rest.until) return rest.answer;
        const answer = await request(ask, signal);
        failures = "failed" in answer && answer.failed !== "model-stopped" ? failures + 1 : 0;
        if (failures >= failuresBeforeRest) rest = { until: now() + restMs, answer };
        return answer;
      }),
  };
}

/** What speaks to the endpoint: the model with schemas in its requests, and without. */
async function load(choice: EndpointChoice, key: string | undefined) {
  // It would print to the console what we say in our own words.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  const [{ streamReply }, models] = await Promise.all([import("./stream-reply.ts"), sdkModels(choice, key)]);
  return { streamReply, ...models };
}

async function sdkModels(
  { provider, url, name }: EndpointChoice,
  key?: string,
): Promise<Record<"fancy" | "bare", SdkModel>> {
  if (provider === "anthropic") {
    const { createAnthropic } = await import("@ai-sdk/anthropic");
    const model = createAnthropic({
      ...(key !== undefined && { apiKey: key }),
      ...(url !== undefined && { baseURL: url }),
    })(name);
    return { fancy: model, bare: model };
  }
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const settings = { name: "model", baseURL: url ?? "", includeUsage: true, ...(key !== undefined && { apiKey: key }) };
  return {
    fancy: createOpenAICompatible({ ...settings, supportsStructuredOutputs: true })(name),
    bare: createOpenAICompatible(settings)(name),
  };
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { ...(signal && { signal }) });
}
