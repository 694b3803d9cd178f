import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the endpoint does with a request. */
export type Scripted =
  /** Streams a reply; `finish` is "stop" unless it says otherwise. */
  | { readonly say: string; readonly finish?: "length" | "content_filter" | "eos_token"; readonly uncounted?: true }
  /** Refuses with a status. */
  | { readonly status: number; readonly body?: string; readonly retryAfter?: number }
  /** Streams the words and drops the connection. */
  | { readonly dieAfter: string }
  /** Says nothing for so long. */
  | { readonly silentMs: number };

/** What the endpoint was sent. */
export interface Received {
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly temperature?: number;
  };
}

export interface ScriptedEndpoint {
  readonly url: string;
  readonly received: Received[];
}

/**
 * A server on this machine that speaks the OpenAI chat protocol, and Anthropic's where it is asked in that, streaming, and does what the script
 * says for each request.
 */
export async function scriptedEndpoint(
  script: (request: Received, count: number) => Scripted,
): Promise<ScriptedEndpoint> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      response.end(JSON.stringify({ object: "list", data: [{ id: "scripted", object: "model" }] }));
      return;
    }
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => {
      text += piece;
    });
    request.on("end", () => {
      const one = {
        authorization: request.headers.authorization ?? (request.headers["x-api-key"] as string | undefined),
        body: JSON.parse(text) as Received["body"],
      };
      received.push(one);
      const scripted = script(one, received.length);
      if ("say" in scripted && request.url?.endsWith("/messages")) sayAsAnthropic(scripted.say, response);
      else perform(scripted, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, received };
}

function perform(scripted: Scripted, response: ServerResponse): void {
  if ("status" in scripted) {
    const { status, body = "", retryAfter } = scripted;
    response.writeHead(status, {
      "content-type": "application/json",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    });
    response.end(body);
    return;
  }
  if ("silentMs" in scripted) {
    setTimeout(() => response.end(), scripted.silentMs).unref();
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const words = "say" in scripted ? scripted.say : scripted.dieAfter;
  const send = (one: object) =>
    response.write(
      `data: ${JSON.stringify({ id: "r", object: "chat.completion.chunk", created: 0, model: "m", ...one })}\n\n`,
    );
  for (const piece of words.match(/[\s\S]{1,40}/g) ?? [])
    send({ choices: [{ index: 0, delta: { role: "assistant", content: piece } }] });
  if ("dieAfter" in scripted) {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  send({ choices: [{ index: 0, delta: {}, finish_reason: scripted.finish ?? "stop" }] });
  if (!scripted.uncounted)
    send({ choices: [], usage: { prompt_tokens: 700, completion_tokens: 90, total_tokens: 790 } });
  response.end("data: [DONE]\n\n");
}

function sayAsAnthropic(words: string, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (type: string, one: object = {}) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...one })}\n\n`);
  const usage = { input_tokens: 700, output_tokens: 1 };
  const message = { id: "r", type: "message", role: "assistant", model: "m", content: [], stop_reason: null, usage };
  send("message_start", { message });
  send("content_block_start", { index: 0, content_block: { type: "text", text: "" } });
  send("content_block_delta", { index: 0, delta: { type: "text_delta", text: words } });
  send("content_block_stop", { index: 0 });
  send("message_delta", { delta: { stop_reason: "end_turn", stop_sequence: null }, usage: { output_tokens: 90 } });
  send("message_stop");
  response.end();
}
