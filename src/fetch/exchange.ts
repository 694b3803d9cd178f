import type { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import { FetchFault, faultOf } from "./fault.ts";
import { fetchParameters } from "./parameters.ts";
import { type BodyLimit, readBody, tooLarge } from "./read-body.ts";
import { withinLimit } from "./within-limit.ts";

/** One request. */
export interface Asking {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** For all of it, from the connection to the last byte. */
  readonly timeoutMs: number;
  readonly limit: BodyLimit;
  readonly signal: AbortSignal;
}

/** One answer. The body is read only where it is the document that was asked for (2xx). */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** From the connection to the last byte. */
  readonly tookMs: number;
}

/** Sends one GET and reads its answer, following nothing. @throws FetchFault for whatever goes wrong on the way */
export async function exchange(dispatcher: Dispatcher, asking: Asking): Promise<Answer> {
  const { url, timeoutMs, signal } = asking;
  const seconds = timeoutMs / 1000;
  const error = () => new FetchFault("timeout", `${url.host} did not finish its answer within ${seconds} seconds.`);
  try {
    return await withinLimit((stop) => ask(dispatcher, asking, stop), [signal], { ms: timeoutMs, error });
  } catch (cause) {
    throw faultOf(cause, url.host);
  }
}

async function ask(
  dispatcher: Dispatcher,
  { url, headers, timeoutMs, limit }: Asking,
  signal: AbortSignal,
): Promise<Answer> {
  const began = performance.now();
  const silenceMs = timeoutMs * fetchParameters.silenceShare;
  const response = await request(url, {
    dispatcher,
    headers,
    signal,
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
  });
  const answer = { status: response.statusCode, headers: plainHeaders(response.headers) };
  if (answer.status < 200 || answer.status >= 300) {
    await discard(response.body, signal);
    return { ...answer, bytes: new Uint8Array(), tookMs: performance.now() - began };
  }
  const bytes = await read(response.body, answer.headers, limit);
  return { ...answer, bytes, tookMs: performance.now() - began };
}

async function read(body: Readable, headers: Answer["headers"], limit: BodyLimit): Promise<Uint8Array> {
  try {
    if (!limit.cut && Number(headers["content-length"]) > limit.maxBytes) throw tooLarge(limit.maxBytes);
    return await readBody(body, headers["content-encoding"], limit);
  } finally {
    // Whatever is left of it is not wanted; undici reports an unfinished body as an error, which is no news here.
    if (!body.readableEnded) body.on("error", () => {}).destroy();
  }
}

/** Empties a small body so that the connection can be used again; a large or broken one costs the connection, nothing else. */
async function discard(body: Dispatcher.ResponseData["body"], signal: AbortSignal): Promise<void> {
  await body.dump({ limit: fetchParameters.maxDiscardedBytes, signal }).catch(() => {});
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}
