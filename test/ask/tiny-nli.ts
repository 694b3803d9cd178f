import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * The smallest model of natural language inference that transformers.js loads: a word is a logit for each label, and a pair of texts is the mean
 * of its words. It knows nothing of language; what is tried with it is the way from a sentence to the runtime and back.
 */

const labels = ["contradiction", "entailment", "neutral"];
/** What each word says of each label. */
const words: Readonly<Record<string, readonly number[]>> = {
  "[PAD]": [0, 0, 0],
  "[UNK]": [0, 0, 0],
  "[CLS]": [0, 0, 0],
  "[SEP]": [0, 0, 0],
  harbour: [0, 9, 0],
  closed: [0, 9, 0],
  never: [60, 0, 0],
};
const special = 4;

/** Writes the model's folder: configuration, tokenizer and weights (ONNX). */
export function writeTinyNli(folder: string, names: readonly string[] = labels): void {
  mkdirSync(join(folder, "onnx"), { recursive: true });
  const vocabulary = Object.keys(words);
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));
  write("config.json", {
    model_type: "bert",
    architectures: ["BertForSequenceClassification"],
    id2label: { ...names },
    vocab_size: vocabulary.length,
    pad_token_id: 0,
  });
  write("tokenizer_config.json", {
    tokenizer_class: "BertTokenizer",
    do_lower_case: true,
    model_max_length: 64,
    pad_token: "[PAD]",
    unk_token: "[UNK]",
    cls_token: "[CLS]",
    sep_token: "[SEP]",
  });
  const part = (id: "A" | "B", type_id: number) => [
    { Sequence: { id, type_id } },
    { SpecialToken: { id: "[SEP]", type_id } },
  ];
  const single = [{ SpecialToken: { id: "[CLS]", type_id: 0 } }, ...part("A", 0)];
  write("tokenizer.json", {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: vocabulary.slice(0, special).map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single,
      pair: [...single, ...part("B", 1)],
      special_tokens: {
        "[CLS]": { id: "[CLS]", ids: [2], tokens: ["[CLS]"] },
        "[SEP]": { id: "[SEP]", ids: [3], tokens: ["[SEP]"] },
      },
    },
    decoder: { type: "WordPiece", prefix: "##", cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
  writeFileSync(join(folder, "onnx/model.onnx"), onnxModel());
}

/** The fields' numbers are those of onnx.proto3; types: 1 is float, 7 is int64. */
function onnxModel(): Buffer {
  const rows = Object.values(words);
  const tensor = message([
    ...[rows.length, labels.length].map((size) => number(1, size)),
    number(2, 1),
    text(8, "words"),
    bytes(9, Buffer.from(Float32Array.from(rows.flat()).buffer)),
  ]);
  const look = message([text(1, "words"), text(1, "input_ids"), text(2, "looked"), text(4, "Gather")]);
  const axes = message([text(1, "axes"), number(8, 1), number(20, 7)]);
  const flat = message([text(1, "keepdims"), number(3, 0), number(20, 2)]);
  const mean = message([text(1, "looked"), text(2, "logits"), text(4, "ReduceMean"), bytes(5, axes), bytes(5, flat)]);
  const graph = message([
    bytes(1, look),
    bytes(1, mean),
    text(2, "tiny"),
    bytes(5, tensor),
    bytes(11, value("input_ids", 7, ["batch", "length"])),
    bytes(12, value("logits", 1, ["batch", labels.length])),
  ]);
  return message([number(1, 8), bytes(7, graph), bytes(8, message([number(2, 13)]))]);
}

function value(name: string, type: number, shape: readonly (string | number)[]): Buffer {
  const sizes = shape.map((size) => bytes(1, message([typeof size === "string" ? text(2, size) : number(1, size)])));
  return message([text(1, name), bytes(2, message([bytes(1, message([number(1, type), bytes(2, message(sizes))]))]))]);
}

/** Fields of protocol buffers: a varint, or bytes with their length. */
function number(field: number, of: number): Buffer {
  return Buffer.from([...varint(field * 8), ...varint(of)]);
}

function bytes(field: number, of: Buffer): Buffer {
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(of.length)]), of]);
}

function text(field: number, of: string): Buffer {
  return bytes(field, Buffer.from(of));
}

function message(fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function varint(of: number): number[] {
  return of < 128 ? [of] : [(of % 128) + 128, ...varint(Math.floor(of / 128))];
}
