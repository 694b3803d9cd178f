/*
 * The smallest model that llama.cpp loads: two layers of random weights over a vocabulary of bytes. It knows nothing, so that what comes out of
 * it is well formed by its grammar alone.
 */

const width = 64;
const hidden = 128;
const layers = 2;
const heads = 4;
const contextLength = 16_384;
const alignment = 32;

const control = ["<unk>", "<s>", "</s>"];
const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`);
const vocabulary = [...control, ...bytes];
/** llama.cpp's kinds of tokens. */
const kinds = { unknown: 2, control: 3, byte: 6 } as const;

/** The numbers of the format's types. */
const types = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 } as const;

/** A file in GGUF, version 3. The same seed gives the same weights. */
export function tinyGguf(seed = 7): Buffer {
  const random = randomNumbers(seed);
  const tensors = shapes().map(([name, ...shape]) => {
    const length = shape.reduce((product, size) => product * size, 1);
    const values = Float32Array.from({ length }, () => (name.includes("norm") ? 1 : (random() - 0.5) * 0.4));
    return { name, shape, data: Buffer.from(values.buffer) };
  });
  const entries = metadata();
  let offset = 0;
  const infos = tensors.map(({ name, shape, data }) => {
    const info = Buffer.concat([text(name), uint32(shape.length), ...shape.map(uint64), uint32(0), uint64(offset)]);
    offset += padded(data).length;
    return info;
  });
  const head = Buffer.concat([
    Buffer.from("GGUF"),
    uint32(3),
    uint64(tensors.length),
    uint64(entries.length),
    ...entries,
    ...infos,
  ]);
  return Buffer.concat([padded(head), ...tensors.map(({ data }) => padded(data))]);
}

function shapes(): [string, ...number[]][] {
  const layer = (at: number): [string, ...number[]][] => [
    [`blk.${at}.attn_norm.weight`, width],
    [`blk.${at}.attn_q.weight`, width, width],
    [`blk.${at}.attn_k.weight`, width, width],
    [`blk.${at}.attn_v.weight`, width, width],
    [`blk.${at}.attn_output.weight`, width, width],
    [`blk.${at}.ffn_norm.weight`, width],
    [`blk.${at}.ffn_gate.weight`, width, hidden],
    [`blk.${at}.ffn_up.weight`, width, hidden],
    [`blk.${at}.ffn_down.weight`, hidden, width],
  ];
  return [
    ["token_embd.weight", width, vocabulary.length],
    ...Array.from({ length: layers }, (_, at) => layer(at)).flat(),
    ["output_norm.weight", width],
    ["output.weight", width, vocabulary.length],
  ];
}

function metadata(): Buffer[] {
  const tokenKinds = vocabulary.map((_, at) =>
    at === 0 ? kinds.unknown : at < control.length ? kinds.control : kinds.byte,
  );
  return [
    entry("general.architecture", types.string, text("llama")),
    entry("general.name", types.string, text("tiny")),
    entry("llama.context_length", types.uint32, uint32(contextLength)),
    entry("llama.embedding_length", types.uint32, uint32(width)),
    entry("llama.block_count", types.uint32, uint32(layers)),
    entry("llama.feed_forward_length", types.uint32, uint32(hidden)),
    entry("llama.attention.head_count", types.uint32, uint32(heads)),
    entry("llama.attention.head_count_kv", types.uint32, uint32(heads)),
    entry("llama.attention.layer_norm_rms_epsilon", types.float32, float32(1e-5)),
    entry("llama.rope.dimension_count", types.uint32, uint32(width / heads)),
    entry("llama.vocab_size", types.uint32, uint32(vocabulary.length)),
    entry("tokenizer.ggml.model", types.string, text("llama")),
    entry("tokenizer.ggml.tokens", types.array, list(types.string, vocabulary.map(text))),
    entry(
      "tokenizer.ggml.scores",
      types.array,
      list(
        types.float32,
        vocabulary.map(() => float32(0)),
      ),
    ),
    entry("tokenizer.ggml.token_type", types.array, list(types.int32, tokenKinds.map(uint32))),
    entry("tokenizer.ggml.unknown_token_id", types.uint32, uint32(0)),
    entry("tokenizer.ggml.bos_token_id", types.uint32, uint32(1)),
    entry("tokenizer.ggml.eos_token_id", types.uint32, uint32(2)),
    entry("tokenizer.ggml.add_bos_token", types.bool, Buffer.from([1])),
  ];
}

function entry(key: string, type: number, value: Buffer): Buffer {
  return Buffer.concat([text(key), uint32(type), value]);
}

function list(type: number, values: readonly Buffer[]): Buffer {
  return Buffer.concat([uint32(type), uint64(values.length), ...values]);
}

function text(value: string): Buffer {
  const encoded = Buffer.from(value);
  return Buffer.concat([uint64(encoded.length), encoded]);
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function uint64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function float32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return buffer;
}

function padded(buffer: Buffer): Buffer {
  return Buffer.concat([buffer, Buffer.alloc((alignment - (buffer.length % alignment)) % alignment)]);
}

/** Mulberry32: small, and the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
