import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseEmbeddingChoice } from "../../src/ask/embedding-choice.ts";
import { openEmbeddingModel } from "../../src/ask/open-embedding-model.ts";
import { openTransformers } from "../../src/ask/open-transformers.ts";
import type { TransformersJs } from "../../src/ask/transformers-js.ts";
import { type ScriptedEmbeddings, scriptedEmbeddings } from "./scripted-embeddings.ts";

const texts = ["The ferry sailed.", "The port closed."];
const good: ScriptedEmbeddings = {
  vectors: [
    [1, 0, 2],
    [0, 3, 0],
  ],
};
const read = { vectors: [Float32Array.of(1, 0, 2), Float32Array.of(0, 3, 0)], inputTokens: 70 };

async function modelOf(script: readonly ScriptedEmbeddings[], options: { key?: string; timeoutMs?: number } = {}) {
  const endpoint = await scriptedEmbeddings((_, count) => script[count - 1] ?? good);
  const pauses: number[] = [];
  const model = openEmbeddingModel(`openai-compatible:${endpoint.url}#scripted`, {
    timeoutMs: 20_000,
    ...options,
    pause: async (ms) => pauses.push(ms),
  });
  return { model, endpoint, pauses };
}

describe("the setting of an embedding model", () => {
  it.each([
    [
      "openai-compatible:http://127.0.0.1:11434/v1/#bge-m3",
      { provider: "openai-compatible", url: "http://127.0.0.1:11434/v1", name: "bge-m3" },
    ],
    ["transformers:models/e5-small/", { provider: "transformers", folder: "models/e5-small", name: "e5-small" }],
    ["anthropic:#claude-x", "must be openai-compatible:ADDRESS#NAME or transformers:FOLDER"],
    [
      "openai-compatible:http://k-123@127.0.0.1/v1#bge-m3",
      "must be an address without a key in it; the key stands in BACKSTORY_EMBEDDING_KEY",
    ],
  ])("reads %s", (setting, choice) => expect(parseEmbeddingChoice(setting)).toEqual(choice));
});

describe("an embedding model behind an endpoint", () => {
  it("is given the texts, and the key in the header alone", async () => {
    const { model, endpoint } = await modelOf([good], { key: "k-123" });
    expect(await model.embed(texts)).toEqual(read);
    expect(endpoint.received).toEqual([{ authorization: "Bearer k-123", model: "scripted", input: texts }]);
  });

  it("is paid by estimate where the endpoint does not count", async () => {
    const { model } = await modelOf([{ ...good, uncounted: true }]);
    expect(await model.embed(texts)).toEqual({ ...read, inputTokens: 9 });
  });

  it.each<[string, ScriptedEmbeddings[], number[]]>([
    ["429, as late as it asks", [{ status: 429, retryAfter: 7 }], [7_000]],
    ["500, after a second and then four", [{ status: 500 }, { status: 503 }], [1_000, 4_000]],
    ["a reply that dies", [{ dies: true }], [1_000]],
  ])("is asked again after %s", async (_, script, expected) => {
    const { model, pauses } = await modelOf(script);
    expect([await model.embed(texts), pauses]).toEqual([read, expected]);
  });

  it.each<[string, ScriptedEmbeddings, string, string]>([
    ["too few vectors", { vectors: [[1, 0, 2]] }, "model-misconfigured", "The model gave 1 vectors for 2 texts."],
    [
      "vectors of two sizes",
      { vectors: [[1, 0, 2], [1]] },
      "model-misconfigured",
      "The model gave vectors of 1 dimensions after ones of 3; is it two models?",
    ],
    ["zeros", { vectors: [[1], [0]] }, "model-misconfigured", "The model gave a vector of nothing."],
    [
      "a wrong key",
      { status: 401, body: "bad key k-123" },
      "model-misconfigured",
      "The model's endpoint refuses: the key in BACKSTORY_EMBEDDING_KEY was not accepted (HTTP 401: bad key (key)).",
    ],
    [
      "no such model",
      { status: 404, body: "not found" },
      "model-misconfigured",
      "The model's endpoint refuses: there is no such model or address; look at the part of BACKSTORY_EMBEDDING_MODEL before and behind the # (HTTP 404: not found).",
    ],
  ])("says in words what is wrong with %s", async (_, scripted, failed, detail) => {
    const { model } = await modelOf([scripted], { key: "k-123" });
    expect(await model.embed(texts)).toEqual({ failed, detail });
  });

  it("does not take vectors of another size than those before", async () => {
    const { model } = await modelOf([good, { vectors: [[1], [1]] }]);
    await model.embed(texts);
    expect(await model.embed(texts)).toEqual({
      failed: "model-misconfigured",
      detail: "The model gave vectors of 1 dimensions after ones of 3; is it two models?",
    });
  });

  it("is given up when it takes too long, and left alone after three failures", async () => {
    const { model, endpoint } = await modelOf([good, ...Array<ScriptedEmbeddings>(9).fill({ silentMs: 60_000 })], {
      timeoutMs: 1_000,
    });
    await model.embed(texts);
    const slow = {
      failed: "model-timeout",
      detail: "The model took longer than 1 seconds (embedding.timeoutSeconds).",
    };
    const said = [
      await model.embed(texts),
      await model.embed(texts),
      await model.embed(texts),
      await model.embed(texts),
    ];
    expect([said, endpoint.received.length]).toEqual([[slow, slow, slow, slow], 4]);
  });

  it("stops when it is told to", async () => {
    const { model } = await modelOf([good]);
    expect(await model.embed(texts, AbortSignal.abort())).toEqual({
      failed: "model-stopped",
      detail: "The edition was stopped.",
    });
  });
});

describe("an embedding model in a folder", () => {
  const folderOf = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), "backstory-embedding-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
  const choiceOf = (folder: string) => ({ provider: "transformers" as const, folder, name: "e5" });
  const library = () => {
    const called: unknown[] = [];
    const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: "" };
    const extract = Object.assign(
      async (given: readonly string[], options: object) => {
        called.push(given, options, { ...env });
        return { tolist: () => given.map((text) => [text.length, 1]) };
      },
      { dispose: async () => {} },
    );
    const transformers: Pick<TransformersJs, "env" | "pipeline"> = {
      env,
      pipeline: async (...asked) => {
        called.push(asked);
        return extract;
      },
    };
    return { called, load: async () => transformers };
  };

  it("is read from the folder and from nowhere else, with the pooling it was trained with", async () => {
    const folder = folderOf({
      "onnx/model_quantized.onnx": "",
      "1_Pooling/config.json": '{"pooling_mode_cls_token": true}',
    });
    const { called, load } = library();
    const model = openTransformers(choiceOf(folder), load);
    expect(await model.embed(texts)).toEqual({
      vectors: [Float32Array.of(17, 1), Float32Array.of(16, 1)],
      inputTokens: 9,
    });
    expect(called).toEqual([
      ["feature-extraction", folder.split("/").at(-1), { dtype: "q8" }],
      texts,
      { pooling: "cls", normalize: true },
      { allowRemoteModels: false, allowLocalModels: true, localModelPath: tmpdir() },
    ]);
  });

  it("says what is missing", async () => {
    const without = openTransformers(choiceOf("no/such/folder"), library().load);
    expect(await without.embed(texts)).toEqual({
      failed: "model-misconfigured",
      detail:
        "The model in no/such/folder cannot be run: there is no onnx/model.onnx and no onnx/model_quantized.onnx in it.",
    });
    const uninstalled = openTransformers(choiceOf(folderOf({ "onnx/model.onnx": "" })));
    expect(await uninstalled.embed(texts)).toEqual({
      failed: "model-misconfigured",
      detail:
        "transformers: needs @huggingface/transformers; install it beside Backstory with `npm install --no-save @huggingface/transformers@4.3.2`.",
    });
  });
});
