import { APICallError } from "ai";
import type { AskFailed } from "../model/ask.ts";

/** What went wrong with one request, and whether asking again may help. */
export interface RequestFailure extends AskFailed {
  readonly again: boolean;
  /** Milliseconds the endpoint asks to be left alone. */
  readonly waitMs?: number;
  /** The endpoint refuses the request as it was put: it may take a plainer one. */
  readonly tooFancy?: true;
}

/** What an endpoint's status means, in words that name the cause and not its consequence. */
const statusWords: Readonly<Record<number, (settings: NamedSettings) => string>> = {
  401: ({ key }) => `the key in ${key} was not accepted`,
  402: () => "the account has no credit left",
  403: ({ key }) => `the key in ${key} may not use this model`,
  404: ({ model }) => `there is no such model or address; look at the part of ${model} before and behind the #`,
  413: () => "the request was too large for it",
};

/** The variables that name a model and its key, for whoever has to mend them. */
export interface NamedSettings {
  readonly model: string;
  readonly key: string;
}

const writers: NamedSettings = { model: "BACKSTORY_MODEL", key: "BACKSTORY_MODEL_KEY" };

/** Reads an error of a request. Total. */
export function failureOf(error: unknown, settings = writers): RequestFailure {
  if (APICallError.isInstance(error) && error.statusCode !== undefined)
    return failureOfStatus(error.statusCode, error, settings);
  const why = causesOf(error).join(": ");
  return { failed: "model-unreachable", detail: `The model's endpoint did not answer: ${why}.`, again: true };
}

/** That a request was given up because the edition stops, or because it took too long; undefined where neither is so. */
export function failureOfStop(
  {
    timeout,
    timeoutMs,
    setting,
  }: { readonly timeout: AbortSignal; readonly timeoutMs: number; readonly setting: string },
  signal?: AbortSignal,
): RequestFailure | undefined {
  if (signal?.aborted) return { failed: "model-stopped", detail: "The edition was stopped.", again: false };
  if (!timeout.aborted) return undefined;
  const detail = `The model took longer than ${timeoutMs / 1000} seconds (${setting}).`;
  return { failed: "model-timeout", detail, again: false };
}

function failureOfStatus(
  status: number,
  { responseHeaders, responseBody, message }: APICallError,
  settings: NamedSettings,
): RequestFailure {
  const said = `HTTP ${status}: ${(responseBody || message).replace(/\s+/g, " ").slice(0, 200)}`;
  if (status === 429 || status >= 500 || status === 408 || status === 409) {
    const waitMs = waitOf(responseHeaders?.["retry-after"]);
    return {
      failed: "model-busy",
      detail: `The model's endpoint is overloaded or out of order (${said}).`,
      again: true,
      ...(waitMs !== undefined && { waitMs }),
    };
  }
  // A stream that breaks off comes with the status of its beginning.
  if (status < 400)
    return { failed: "model-unreachable", detail: `The model's reply broke off (${said}).`, again: true };
  const words = statusWords[status]?.(settings) ?? "it does not take the request";
  return {
    failed: "model-misconfigured",
    detail: `The model's endpoint refuses: ${words} (${said}).`,
    again: false,
    ...(status === 400 || status === 422 ? { tooFancy: true as const } : {}),
  };
}

function waitOf(header: string | undefined): number | undefined {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** "fetch failed" says nothing; its cause does. */
function causesOf(error: unknown): string[] {
  const words: string[] = [];
  for (let one = error; one instanceof Error && words.length < 4; one = one.cause)
    if (one.message !== "" && !words.includes(one.message)) words.push(one.message);
  return words.length > 0 ? words : [String(error)];
}
