import { pipeline, Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { FetchFault } from "./fault.ts";
import { fetchParameters } from "./parameters.ts";

/** How much of a body is wanted. */
export interface BodyLimit {
  readonly maxBytes: number;
  /** True: what is beyond the limit is dropped; false: a body beyond it is a failure. */
  readonly cut?: boolean;
}

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Reads a body and undoes its compression. Bytes are counted as they come and again after each layer, as they are made: a bomb ends at
 * the limit, not in memory.
 *
 * @param contentEncoding the header's value
 * @throws FetchFault "too-large" or "bad-encoding"; errors of the source as they are
 */
export async function readBody(
  source: Chunks,
  contentEncoding: string | undefined,
  limit: BodyLimit,
): Promise<Uint8Array> {
  let chunks = counted(source, limit);
  for (const coding of codingsOf(contentEncoding)) chunks = counted(decoded(chunks, coding), limit);
  const kept: Uint8Array[] = [];
  for await (const chunk of chunks) kept.push(chunk);
  return Buffer.concat(kept);
}

/** What is said and understood: the codings that Accept-Encoding offers. */
export const acceptedEncodings = "gzip, br, deflate";

/** The codings in the order they are undone in, the last one applied first. Servers also write charsets and "none" here: those mean nothing. */
function codingsOf(header = ""): string[] {
  const named = header
    .toLowerCase()
    .split(",")
    .map((name) => name.trim().replace(/^x-/, ""))
    .filter((name) => !["", "identity", "none", "binary", "8bit", "utf-8", "utf8", "iso-8859-1"].includes(name));
  const unknown = named.find((name) => !["gzip", "br", "deflate"].includes(name));
  if (unknown !== undefined)
    throw new FetchFault("bad-encoding", `The answer is packed as "${unknown}", which was not asked for.`);
  if (named.length > fetchParameters.maxCodings)
    throw new FetchFault("bad-encoding", `The answer is packed ${named.length} times over.`);
  return named.reverse();
}

async function* counted(source: Chunks, { maxBytes, cut = false }: BodyLimit): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size <= maxBytes) yield chunk;
    else if (cut) return yield chunk.subarray(0, chunk.length - (size - maxBytes));
    else throw tooLarge(maxBytes);
  }
}

/** What a body beyond the limit gives. */
export function tooLarge(maxBytes: number): FetchFault {
  return new FetchFault("too-large", `The answer is larger than ${megabytes(maxBytes)} MB (fetch.maxMegabytes).`);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 2 });
}

async function* decoded(source: Chunks, coding: string): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = prepend(first.value, iterator);
  const decoder = decoderOf(coding, first.value);
  if (!decoder) return yield* all;
  let fault: unknown;
  const watched = watch(all, (error) => {
    fault = error;
  });
  try {
    yield* pipeline(Readable.from(watched, { objectMode: false }), decoder, () => {}) as Chunks;
  } catch (error) {
    if (fault !== undefined) throw fault;
    throw new FetchFault("bad-encoding", `The answer says it is packed as "${coding}", but cannot be unpacked.`, {
      cause: error,
    });
  }
}

/** Undefined where the body is plainly not what its header says: a gzip file has a mark, and some servers name gzip and send text. */
function decoderOf(coding: string, start: Uint8Array): Transform | undefined {
  // As browsers do: a body that is cut off gives what had come, so that a feed without its last line can still be mended.
  const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  if (coding === "gzip") return start[0] === 0x1f ? createGunzip(lenient) : undefined;
  if (coding === "br") return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  // "deflate" means zlib's wrapping (RFC 9110, 8.4.1.2), but bare deflate is sent under that name too; the low half byte of zlib's is 8.
  return ((start[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient);
}

async function* prepend(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Tells an error of the source from one of the decoder behind it: a stream hands on both alike. */
async function* watch(source: Chunks, onError: (error: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    onError(error);
    throw error;
  }
}
