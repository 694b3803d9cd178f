import type { EmbeddingModel as SdkModel } from "ai";
import { UserError } from "../model/errors.ts";
import { type EmbeddingChoice, type EmbeddingEndpoint, parseEmbeddingChoice } from "./embedding-choice.ts";
import type { Embedded, EmbeddingModel } from "./embedding-model.ts";
import { tokensIn } from "./estimate.ts";
import type { RequestFailure } from "./failure-of.ts";
import { openTransformers } from "./open-transformers.ts";
import { type PatienceOptions, patience } from "./patience.ts";

export interface EmbeddingOptions extends PatienceOptions {
  /** One request may take so long; asking again begins anew. */
  readonly timeoutMs: number;
}

/** The settings that a refusal is about. */
const settings = {
  model: "BACKSTORY_EMBEDDING_MODEL",
  key: "BACKSTORY_EMBEDDING_KEY",
  timeout: "embedding.timeoutSeconds",
};

/**
 * The embedding model of a setting. The libraries that speak to it are loaded with the first text: an edition that embeds nothing never reads them.
 *
 * @throws UserError("config") where the setting is none
 */
export function openEmbeddingModel(setting: string, options: EmbeddingOptions): EmbeddingModel {
  const choice: EmbeddingChoice | string = parseEmbeddingChoice(setting);
  if (typeof choice === "string") throw new UserError("config", `BACKSTORY_EMBEDDING_MODEL ${choice}.`);
  return choice.provider === "transformers" ? openTransformers(choice) : openEndpoint(choice, options);
}

function openEndpoint(choice: EmbeddingEndpoint, { timeoutMs, ...options }: EmbeddingOptions): EmbeddingModel {
  const { key } = options;
  const persist = patience(options);
  let loading: ReturnType<typeof load> | undefined;
  let dimensions: number | undefined;

  const request = async (texts: readonly string[], signal?: AbortSignal): Promise<Embedded | RequestFailure> => {
    loading ??= load(choice, key);
    const { embedMany, failureOf, failureOfStop, model } = await loading;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const { embeddings, usage } = await embedMany({
        model,
        values: [...texts],
        // Retries are ours, and so are batches.
        maxRetries: 0,
        maxParallelCalls: 1,
        abortSignal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      const wrong = faultOf(embeddings, texts.length, dimensions);
      if (wrong !== undefined) return { failed: "model-misconfigured", detail: wrong, again: false };
      dimensions ??= embeddings[0]?.length;
      // An endpoint that does not count says nothing, or NaN.
      const inputTokens = usage.tokens > 0 ? usage.tokens : tokensIn(texts.join(""));
      return { vectors: embeddings.map((vector) => Float32Array.from(vector)), inputTokens };
    } catch (error) {
      return failureOfStop({ timeout, timeoutMs, setting: settings.timeout }, signal) ?? failureOf(error, settings);
    }
  };
  return { name: choice.name, embed: (texts, signal) => persist(() => request(texts, signal), signal) };
}

/** What is wrong with what came back, in words; undefined where nothing is. */
function faultOf(
  vectors: readonly (readonly number[])[],
  texts: number,
  dimensions: number | undefined,
): string | undefined {
  if (vectors.length !== texts) return `The model gave ${vectors.length} vectors for ${texts} texts.`;
  const size = dimensions ?? vectors[0]?.length ?? 0;
  const other = vectors.find(({ length }) => length !== size);
  if (other) return `The model gave vectors of ${other.length} dimensions after ones of ${size}; is it two models?`;
  if (size === 0 || vectors.some((vector) => !vector.some((value) => value !== 0) || !vector.every(Number.isFinite)))
    return "The model gave a vector of nothing.";
  return undefined;
}

async function load({ url, name }: EmbeddingEndpoint, key: string | undefined) {
  // It would print to the console what we say in our own words.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  const [{ embedMany }, { failureOf, failureOfStop }, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("./failure-of.ts"),
    import("@ai-sdk/openai-compatible"),
  ]);
  const endpoint = createOpenAICompatible({ name: "model", baseURL: url, ...(key !== undefined && { apiKey: key }) });
  const model: SdkModel = endpoint.embeddingModel(name);
  return { embedMany, failureOf, failureOfStop, model };
}
