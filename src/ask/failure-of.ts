import { APICallError } from "ai";
import type { AskFailure } from "../model/ask.ts";

/** What went wrong with one request, and whether asking again may help. */
export interface RequestFailure {
  readonly failed: AskFailure;
  /** One line for whoever runs the edition: the cause and what to do. */
  readonly detail: string;
  readonly again: boolean;
  /** Milliseconds the endpoint asks to be left alone. */
  readonly waitMs?: number;
  /** The endpoint refuses the request as it was put: it may take a plainer one. */
  readonly tooFancy?: true;
}

/** What an endpoint's status means, in words that name the cause and not its consequence. */
const statusWords: Readonly<Record<number, string>> = {
  401: "the key in BACKSTORY_MODEL_KEY was not accepted",
  402: "the account has no credit left",
  403: "the key in BACKSTORY_MODEL_KEY may not use this model",
  404: "there is no such model or address; look at the part of BACKSTORY_MODEL before and behind the #",
  413: "the request was too large for it",
};

/** Reads an error of a request. Total. */
export function failureOf(error: unknown): RequestFailure {
  if (APICallError.isInstance(error) && error.statusCode !== undefined) return failureOfStatus(error.statusCode, error);
  const why = causesOf(error).join(": ");
  return { failed: "model-unreachable", detail: `The model's endpoint did not answer: ${why}.`, again: true };
}

function failureOfStatus(status: number, { responseHeaders, responseBody, message }: APICallError): RequestFailure {
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
  const words = statusWords[status] ?? "it does not take the request";
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
