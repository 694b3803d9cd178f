import { connect } from "node:net";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/serve/listen.ts";

const open: Listening[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(app: Hono, port = 0): Promise<Listening> {
  const listening = await listen(app, { host: "127.0.0.1", port });
  open.push(listening);
  return listening;
}

describe("listening", () => {
  it("takes any free port and says where it answers", async () => {
    const { url } = await start(new Hono().get("/", (context) => context.text("here")));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(url)).text()).toBe("here");
  });

  it("says what to do about a taken port", async () => {
    const { url } = await start(new Hono());
    await expect(start(new Hono(), Number(new URL(url).port))).rejects.toMatchObject({
      code: "port-taken",
      message: expect.stringContaining("choose another port with --port"),
    });
  });

  it("says what to do about an address of another machine", async () => {
    await expect(listen(new Hono(), { host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
      code: "config",
      message: "192.0.2.1 is no address of this machine; choose another with --host.",
    });
  });

  it("breaks what is still open when it closes", async () => {
    const endless = new Hono().get("/", () => new Response(new ReadableStream({ start: () => {} })));
    const { url, close } = await listen(endless, { host: "127.0.0.1", port: 0 });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const ended = new Promise<void>((resolve) => {
      socket.once("close", () => resolve());
      socket.once("error", () => {});
    });
    socket.resume();
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await new Promise((resolve) => setTimeout(resolve, 50));
    const began = performance.now();
    await close();
    await ended;
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
