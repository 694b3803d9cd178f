import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { EmbeddingFolder } from "./embedding-choice.ts";
import type { EmbeddingModel } from "./embedding-model.ts";
import { tokensIn } from "./estimate.ts";
import { lanes } from "./lanes.ts";
import { isNotInstalled } from "./not-installed.ts";
import type { FeatureExtractor, TransformersJs } from "./transformers-js.ts";

const library = "@huggingface/transformers";
const advice = `transformers: needs ${library}; install it beside Backstory with \`npm install --no-save ${library}@4.3.2\`.`;

/**
 * An embedding model in a folder, as sentence-transformers writes it with an ONNX file, run in this process, one batch at a time. Nothing is fetched:
 * what the folder does not hold is missing.
 *
 * @param load gives the library; another one only in tests
 */
export function openTransformers(
  { folder, name }: EmbeddingFolder,
  load: () => Promise<Pick<TransformersJs, "env" | "pipeline">> = async () => (await import(library)) as TransformersJs,
): EmbeddingModel {
  const lane = lanes(1);
  let loading: Promise<FeatureExtractor> | undefined;
  return {
    name,
    embed: (texts, signal) =>
      lane(async () => {
        if (signal?.aborted) return { failed: "model-stopped", detail: "The edition was stopped." };
        try {
          loading ??= open(folder, load);
          const extract = await loading;
          const found = await extract(texts, { pooling: poolingOf(folder), normalize: true });
          return {
            vectors: found.tolist().map((vector) => Float32Array.from(vector)),
            inputTokens: tokensIn(texts.join("")),
          };
        } catch (error) {
          loading = undefined;
          return { failed: "model-misconfigured", detail: reasonOf(error, folder) };
        }
      }),
    async close() {
      const extract = await loading?.catch(() => undefined);
      await lane(async () => extract?.dispose());
    },
  };
}

async function open(
  folder: string,
  load: () => Promise<Pick<TransformersJs, "env" | "pipeline">>,
): Promise<FeatureExtractor> {
  const exact = existsSync(join(folder, "onnx/model.onnx"));
  if (!exact && !existsSync(join(folder, "onnx/model_quantized.onnx")))
    throw new Error("there is no onnx/model.onnx and no onnx/model_quantized.onnx in it");
  const { env, pipeline } = await load();
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(resolve(folder));
  return pipeline("feature-extraction", basename(folder), { dtype: exact ? "fp32" : "q8" });
}

/** A model is trained with one way of making one vector of its tokens' vectors; sentence-transformers note which. */
function poolingOf(folder: string): "mean" | "cls" {
  const note = join(folder, "1_Pooling/config.json");
  if (!existsSync(note)) return "mean";
  const { pooling_mode_cls_token: first } = JSON.parse(readFileSync(note, "utf8")) as Record<string, unknown>;
  return first === true ? "cls" : "mean";
}

function reasonOf(error: unknown, folder: string): string {
  if (isNotInstalled(error)) return advice;
  return `The model in ${folder} cannot be run: ${error instanceof Error ? error.message : String(error)}.`;
}
