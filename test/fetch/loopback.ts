import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { onTestFinished } from "vitest";
import { createFetcher, type Fetcher, type FetchOptions } from "../../src/fetch/fetcher.ts";

/** A server on loopback that answers by path; robots.txt is absent unless given. It ends with the test. */
export interface LoopbackServer {
  readonly url: string;
  readonly port: number;
  /** The paths that were asked for, in order, without robots.txt and the TDM file, which are absent unless given by name. */
  readonly asked: string[];
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export async function serve(pages: Readonly<Record<string, Answering | string>>): Promise<LoopbackServer> {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? "/";
    const isRule = path === "/robots.txt" || path === "/.well-known/tdmrep.json";
    if (!isRule) asked.push(path);
    const page = pages[path] ?? (path === "/.well-known/tdmrep.json" ? undefined : pages["*"]);
    if (typeof page === "function") return page(request, response);
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/plain" }).end(page ?? "not found");
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, asked };
}

/** A client that may ask loopback, ends with the test, and is quick. */
export function testFetcher(options: Partial<FetchOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    userAgent: "Backstory/0 (test; reader@desk.example)",
    timeoutMs: 2_000,
    maxBytes: 1_000_000,
    delayMs: 0,
    concurrency: 8,
    allowedHosts: ["127.0.0.0/8"],
    robots: false,
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** A resolver by which every name is the given addresses, so that a test can have outlets with names. */
export function everyNameIs(...addresses: string[]): LookupFunction {
  return (_name, options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? "", found[0]?.family);
  };
}

/** A resolver that knows no name. */
export const noNameIsKnown: LookupFunction = (name, _options, callback) =>
  callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND" }), "");

/** Sends somewhere else. */
export function redirect(status: number, location: string): Answering {
  return (_request, response) => response.writeHead(status, { location }).end();
}

/** Answers with a status and nothing to read. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_request, response) => response.writeHead(code, headers).end();
}
