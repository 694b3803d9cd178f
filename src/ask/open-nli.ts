import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Answer, Ask } from "../model/ask.ts";
import { lanes } from "./lanes.ts";
import type { LanguageModel } from "./language-model.ts";
import { isNotInstalled } from "./not-installed.ts";
import type { PairClassifier, PairTokenizer, TransformersJs } from "./transformers-js.ts";

/** 475 MB with the runtime it brings, so whoever wants it installs it. */
const library = "@huggingface/transformers";
const advice = `nli: needs ${library}; install it beside Backstory with \`npm install --no-save ${library}@4.3.2\`.`;
/** The weights a folder may hold, the exact ones first, and what the library calls them. */
const weights = { "onnx/model.onnx": "fp32", "onnx/model_quantized.onnx": "q8" } as const;
/** More likely entailed than not. */
const threshold = 0.5;

/**
 * A model of natural language inference in a folder (ONNX, as transformers.js reads it), run in this process: it tells whether one text follows
 * from another, and can be asked nothing else (`Ask.entailment`). Nothing is fetched. Loaded with the first ask.
 *
 * @param load the library; another stands for it in tests
 */
export function openNli(
  folder: string,
  name: string,
  load: () => Promise<TransformersJs> = async () => (await import(library)) as TransformersJs,
): LanguageModel {
  const lane = lanes(1);
  let loading: Promise<LoadedNli> | undefined;

  const answer = async ({ entailment }: Ask, signal?: AbortSignal): Promise<Answer> => {
    if (signal?.aborted) return { failed: "model-stopped", detail: "The edition was stopped." };
    if (!entailment) return { failed: "model-misconfigured", detail: "nli: models judge, and write nothing." };
    let loaded: LoadedNli;
    try {
      loading ??= loadNli(folder, load);
      loaded = await loading;
    } catch (error) {
      loading = undefined;
      return { failed: "model-misconfigured", detail: reasonOf(error, folder) };
    }
    try {
      const tokens = loaded.tokenizer(entailment.premise, { text_pair: entailment.hypothesis, truncation: true });
      const { logits } = await loaded.classifier(tokens);
      const borneOut = shareOf(Array.from(logits.data), loaded.entailed) >= threshold;
      const missing = borneOut ? "" : "it does not follow from the passages";
      const usage = { inputTokens: tokens.input_ids.size, outputTokens: 0 };
      return { text: JSON.stringify({ missing, borneOut }), cutOff: false, usage };
    } catch (error) {
      return { failed: "model-unreachable", detail: `The model failed: ${messageOf(error)}.` };
    }
  };
  return {
    name,
    answer: (ask, signal) => lane(() => answer(ask, signal)),
    async close() {
      const loaded = await loading?.catch(() => undefined);
      await lane(async () => loaded?.classifier.dispose());
    },
  };
}

interface LoadedNli {
  readonly tokenizer: PairTokenizer;
  readonly classifier: PairClassifier;
  /** The place of "entailment" among the labels. */
  readonly entailed: number;
}

async function loadNli(folder: string, load: () => Promise<TransformersJs>): Promise<LoadedNli> {
  const place = resolve(folder);
  if (!existsSync(join(place, "config.json"))) throw new Error("there is no config.json in it");
  const [, dtype] = Object.entries(weights).find(([file]) => existsSync(join(place, file))) ?? [];
  if (dtype === undefined) throw new Error(`it has neither ${Object.keys(weights).join(" nor ")}`);
  const { env, AutoTokenizer, AutoModelForSequenceClassification } = await load();
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: dirname(place) });
  const model = basename(place);
  const tokenizer = await AutoTokenizer.from_pretrained(model, { local_files_only: true });
  const classifier = await AutoModelForSequenceClassification.from_pretrained(model, { local_files_only: true, dtype });
  const labels = Object.entries(classifier.config.id2label ?? {});
  const [entailed] = labels.find(([, label]) => /^entail(?:ment|ed)?$/i.test(label)) ?? [];
  if (entailed !== undefined) return { tokenizer, classifier, entailed: Number(entailed) };
  await classifier.dispose();
  throw new Error(`none of its labels (${labels.map(([, label]) => label).join(", ")}) is "entailment"`);
}

/** The share of one label (softmax). */
function shareOf(logits: readonly number[], label: number): number {
  const highest = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - highest));
  return (odds[label] ?? 0) / odds.reduce((sum, one) => sum + one, 0);
}

function reasonOf(error: unknown, folder: string): string {
  if (isNotInstalled(error)) return advice;
  return `The model in ${folder} cannot be loaded: ${messageOf(error)}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
