import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { Command } from "commander";
import { Hono } from "hono";
import { openApp, version } from "../app.ts";
import { listen } from "../serve/listen.ts";
import { createMcpServer } from "../serve/mcp.ts";
import { checkClaim } from "../verify/check-claim.ts";
import { type EditionOptions, editionConfig, portNumber, withEdition } from "./edition-options.ts";
import { interrupted, onInterrupt } from "./interrupt.ts";

/** `backstory mcp`: the edition for assistants, on standard input and output or over HTTP. */
export function addMcpCommand(program: Command): void {
  withEdition(program.command("mcp").description("offer the edition to assistants (Model Context Protocol)"))
    .option("--http", "over HTTP in place of standard input and output")
    .option("--port <n>", "the port for --http", portNumber, 4322)
    .option("--host <address>", "the address for --http", "127.0.0.1")
    .action(async (options: EditionOptions & { http?: boolean; port: number; host: string }) => {
      const signal = onInterrupt("Stopping …");
      const app = await openApp(editionConfig(options), { standing: true });
      const server = () => createMcpServer({ db: app.store.db, checkClaim, version });
      if (!options.http) {
        const transport = new StdioServerTransport();
        const closed = new Promise<void>((resolve) => {
          process.stdin.once("end", resolve);
        });
        await server().connect(transport);
        await Promise.race([interrupted(signal), closed]);
      } else {
        const door = new Hono();
        // A server a request, without sessions: every question is answered from the store alone.
        door.all("/mcp", async (context) => {
          const transport = new WebStandardStreamableHTTPServerTransport({});
          await server().connect(transport);
          return transport.handleRequest(context.req.raw);
        });
        const listening = await listen(door, { host: options.host, port: options.port });
        console.log(`The edition answers assistants at ${listening.url}/mcp`);
        await interrupted(signal);
        await listening.close();
      }
      await app.close();
    });
}
