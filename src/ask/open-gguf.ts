import { open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { Answer, Ask } from "../model/ask.ts";
import { tokensIn } from "./estimate.ts";
import { lanes } from "./lanes.ts";
import type { LanguageModel } from "./language-model.ts";
import type { LlamaCpp, LlamaModel } from "./llama-cpp.ts";
import { isNotInstalled } from "./not-installed.ts";

export interface GgufOptions {
  readonly timeoutMs: number;
  readonly maxOutputTokens: number;
}

/** It is 725 MB with all its binaries, so whoever wants it installs it. As an optional peer npm would not install it here even when told to. */
const library = "node-llama-cpp";
const advice = `gguf: needs ${library}; install it beside Backstory with \`npm install --no-save ${library}@3.22.1\`.`;
/** Room for the longest prompt and reply. */
const contextSize = { min: 2_048, max: 16_384 };

/**
 * A model in a file, run in this process through llama.cpp, one ask at a time, whose replies cannot but have the shape that is asked for: its
 * grammar allows no other token. Loaded with the first ask.
 */
export function openGguf(file: string, name: string, { timeoutMs, maxOutputTokens }: GgufOptions): LanguageModel {
  const lane = lanes(1);
  let loading: Promise<LoadedModel> | undefined;

  const answer = async (ask: Ask, signal?: AbortSignal): Promise<Answer> => {
    let loaded: LoadedModel;
    try {
      loading ??= load(file);
      loaded = await loading;
    } catch (error) {
      loading = undefined;
      return { failed: "model-misconfigured", detail: reasonOf(error, file) };
    }
    const timeout = AbortSignal.timeout(timeoutMs);
    const sequence = loaded.context.getSequence();
    const session = new loaded.library.LlamaChatSession({ contextSequence: sequence, systemPrompt: ask.instructions });
    try {
      const { responseText, stopReason } = await session.promptWithMeta(ask.prompt, {
        grammar: await loaded.llama.createGrammarForJsonSchema(ask.schema),
        maxTokens: maxOutputTokens,
        temperature: 0,
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter;
      return {
        text: responseText,
        cutOff: stopReason === "maxTokens",
        usage: {
          inputTokens: usedInputTokens || tokensIn(ask.instructions + ask.prompt),
          outputTokens: usedOutputTokens || tokensIn(responseText),
        },
      };
    } catch (error) {
      if (signal?.aborted) return { failed: "model-stopped", detail: "The edition was stopped." };
      if (timeout.aborted)
        return {
          failed: "model-timeout",
          detail: `The model took longer than ${timeoutMs / 1000} seconds (model.timeoutSeconds).`,
        };
      return { failed: "model-unreachable", detail: `The model failed: ${messageOf(error)}.` };
    } finally {
      session.dispose({ disposeSequence: true });
    }
  };
  return {
    name,
    answer: (ask, signal) => lane(() => answer(ask, signal)),
    async close() {
      const loaded = await loading?.catch(() => undefined);
      await lane(async () => loaded?.llama.dispose());
    },
  };
}

interface LoadedModel {
  readonly library: LlamaCpp;
  readonly llama: Awaited<ReturnType<LlamaCpp["getLlama"]>>;
  readonly context: Awaited<ReturnType<LlamaModel["createContext"]>>;
}

async function load(file: string): Promise<LoadedModel> {
  await checkHead(file);
  const llamaCpp = (await import(library)) as LlamaCpp;
  // A core is left to readers; threads beyond the free cores wait for each other and make it slower by hundreds of times.
  const maxThreads = Math.max(1, availableParallelism() - 1);
  const llama = await llamaCpp.getLlama({ build: "never", maxThreads, logLevel: "error" });
  const model = await llama.loadModel({ modelPath: file });
  return { library: llamaCpp, llama, context: await model.createContext({ contextSize }) };
}

/** The library reads a file that is none of its own for minutes before it gives it up. */
async function checkHead(file: string): Promise<void> {
  const head = Buffer.alloc(8);
  const handle = await open(file).catch(() => {
    throw new Error("there is no such file");
  });
  await handle.read(head, 0, head.length, 0).finally(() => handle.close());
  const version = head.readUInt32LE(4);
  if (head.toString("latin1", 0, 4) !== "GGUF" || version < 2 || version > 3)
    throw new Error("it is no GGUF file of version 2 or 3");
}

function reasonOf(error: unknown, file: string): string {
  if (isNotInstalled(error)) return advice;
  return `The model in ${file} cannot be loaded: ${messageOf(error)}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
