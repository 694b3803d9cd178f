import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { UserError } from "../model/errors.ts";

/** A site that answers. */
export interface Listening {
  /** An address of this machine at which it answers, without a slash at its end. */
  readonly url: string;
  /** Takes no more requests, lets those under way end for a moment, then breaks what is still open. */
  close(): Promise<void>;
}

/** Slow requests are the cheapest attack on a server: the head must have come in this time, the whole request in that. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;
const keepAliveMs = 10_000;
const maxHeaderBytes = 16_384;
/** Open readers (streams of changes among them) are waited for so long at a stop. */
const closeGraceMs = 500;

/**
 * Serves an app over HTTP. Port 0 takes any free one. Prints nothing.
 *
 * @throws UserError("port-taken") when another program has the port, UserError("config") when this machine may not use it or has no such
 *   address
 */
export async function listen(
  app: Pick<Hono, "fetch">,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    serverOptions: {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveMs,
      maxHeaderSize: maxHeaderBytes,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(unlistened(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${readableHost(host)}:${address.port}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      const broken = setTimeout(() => server.closeAllConnections(), closeGraceMs);
      await closed;
      clearTimeout(broken);
    },
  };
}

/** "All addresses" is none that a browser could open, so the one of this machine stands for it. */
function readableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function unlistened(error: Error, host: string, port: number): Error {
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return new UserError(
      "port-taken",
      `Port ${port} is taken by another program; stop that one, or choose another port with --port (0 takes any free one).`,
      { cause: error },
    );
  if (code === "EACCES")
    return new UserError(
      "config",
      `This user may not listen on port ${port}; choose one above 1023 with --port, or put a proxy before it.`,
      { cause: error },
    );
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new UserError("config", `${host} is no address of this machine; choose another with --host.`, {
      cause: error,
    });
  return error;
}
