import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the endpoint does with a request. */
export type ScriptedEmbeddings =
  | { readonly vectors: readonly (readonly number[])[]; readonly uncounted?: true }
  | { readonly status: number; readonly body?: string; readonly retryAfter?: number }
  /** Sends half a reply and drops the connection. */
  | { readonly dies: true }
  | { readonly silentMs: number };

export interface ReceivedTexts {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

/** A server on this machine that speaks the OpenAI embeddings protocol and does what the script says for each request. */
export async function scriptedEmbeddings(script: (request: ReceivedTexts, count: number) => ScriptedEmbeddings) {
  const received: ReceivedTexts[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { model, input } = JSON.parse(body) as { model: string; input: string[] };
    const one = { authorization: request.headers.authorization, model, input };
    received.push(one);
    const scripted = script(one, received.length);
    if ("status" in scripted) {
      const { status, body: said = "", retryAfter } = scripted;
      response.writeHead(status, {
        "content-type": "application/json",
        ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      });
      response.end(said);
    } else if ("silentMs" in scripted) setTimeout(() => response.end(), scripted.silentMs).unref();
    else if ("dies" in scripted) {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"data": [');
      setTimeout(() => response.destroy(), 20);
    } else {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          object: "list",
          model,
          data: scripted.vectors.map((embedding, index) => ({ object: "embedding", index, embedding })),
          ...(!scripted.uncounted && { usage: { prompt_tokens: 70, total_tokens: 70 } }),
        }),
      );
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, received };
}
