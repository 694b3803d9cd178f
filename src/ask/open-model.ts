import type { LanguageModel as SdkModel } from "ai";
import type { Ask } from "../model/ask.ts";
import { UserError } from "../model/errors.ts";
import type { RequestFailure } from "./failure-of.ts";
import { lanes } from "./lanes.ts";
import type { LanguageModel } from "./language-model.ts";
import type { EndpointChoice, JudgeChoice } from "./model-choice.ts";
import { openGguf } from "./open-gguf.ts";
import { openNli } from "./open-nli.ts";
import { type PatienceOptions, patience } from "./patience.ts";
import type { Reply } from "./stream-reply.ts";

export interface ModelOptions extends PatienceOptions {
  /** One request may take so long; asking again begins anew. */
  readonly timeoutMs: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** So much a reply may hold; a page's part takes a tenth, the rest is for models that think aloud. */
  readonly maxOutputTokens?: number;
}

/**
 * The model of a choice. The libraries that speak to it are loaded with the first ask: an edition that asks nothing never reads them.
 *
 * @throws UserError("config") where the provider needs a key and there is none
 */
export function openModel(choice: JudgeChoice, options: ModelOptions): LanguageModel {
  const { key, timeoutMs, concurrency, maxOutputTokens = 4_000 } = options;
  if (choice.provider === "nli") return openNli(choice.folder, choice.name);
  if (choice.provider === "gguf") return openGguf(choice.file, choice.name, { timeoutMs, maxOutputTokens });
  if (choice.provider === "anthropic" && key === undefined)
    throw new UserError("config", "Anthropic's models need a key; put it into the environment as BACKSTORY_MODEL_KEY.");
  let loading: ReturnType<typeof load> | undefined;
  const lane = lanes(concurrency);
  let plain = false;
  const persist = patience(options);

  const request = async (ask: Ask, signal?: AbortSignal): Promise<Reply | RequestFailure> => {
    loading ??= load(choice, key);
    const { fancy, bare, streamReply } = await loading;
    const reply = await streamReply(plain ? bare : fancy, ask, {
      timeoutMs,
      maxOutputTokens,
      plain,
      ...(signal && { signal }),
    });
    if (plain || !("failed" in reply) || !reply.tooFancy) return reply;
    plain = true;
    return request(ask, signal);
  };
  return { name: choice.name, answer: (ask, signal) => lane(() => persist(() => request(ask, signal), signal)) };
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
