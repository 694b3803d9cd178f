import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { noNameIsKnown, serve, testFetcher } from "./loopback.ts";

/** A server that speaks on the bare socket. */
async function listen(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The outcome, and how long it took in ms. */
async function timed(url: string, timeoutMs: number) {
  const began = performance.now();
  const outcome = await testFetcher({ timeoutMs }).get(url, { kind: "feed" });
  return { outcome, ms: performance.now() - began };
}

describe("the time limit", () => {
  it("ends an answer that never begins", async () => {
    const { url } = await serve({ "/": () => {} });
    const { outcome, ms } = await timed(url, 300);
    expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
    expect(ms).toBeLessThan(2_000);
  });

  it("ends an answer that falls silent in the middle", async () => {
    const { url } = await serve({ "/": (_request, response) => response.writeHead(200).write("<rss>") });
    const { outcome, ms } = await timed(url, 300);
    expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
    expect(ms).toBeLessThan(2_000);
  });

  it("ends an answer that drips for ever, though it is never silent", async () => {
    const { url } = await serve({
      "/": (_request, response) => {
        const drip = setInterval(() => response.write("x"), 20);
        response.writeHead(200).on("close", () => clearInterval(drip));
      },
    });
    const { outcome, ms } = await timed(url, 400);
    expect(outcome).toMatchObject({ reason: "timeout", detail: expect.stringContaining("within 0.4 seconds") });
    expect(ms).toBeLessThan(2_000);
  });

  it("ends headers that drip for ever", async () => {
    const url = await listen((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const drip = setInterval(() => socket.write("x-drip: 1\r\n"), 20);
      socket.on("close", () => clearInterval(drip));
    });
    const { outcome, ms } = await timed(url, 400);
    expect(outcome).toMatchObject({ kind: "failed", reason: "timeout" });
    expect(ms).toBeLessThan(2_000);
  });

  it("does not count the wait for other answers of the same host", async () => {
    const { url } = await serve({ "*": (_request, response) => setTimeout(() => response.end("slow"), 120) });
    const fetcher = testFetcher({ timeoutMs: 400, concurrency: 1 });
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((page) => fetcher.get(`${url}/${page}`, { kind: "page" })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  });
});

describe("a connection", () => {
  it("that nobody takes fails by name", async () => {
    expect(await testFetcher().get("http://127.0.0.1:1/", { kind: "feed" })).toMatchObject({ reason: "refused" });
  });

  it("to a name nobody has fails by name", async () => {
    const fetcher = testFetcher({ lookup: noNameIsKnown });
    expect(await fetcher.get("http://outlet.example/", { kind: "feed" })).toMatchObject({ reason: "dns" });
  });

  it("that breaks fails by name", async () => {
    const url = await listen((socket) => socket.once("data", () => socket.destroy()));
    expect(await testFetcher().get(url, { kind: "feed" })).toMatchObject({ reason: "connection-lost" });
  });

  it("that speaks no HTTP fails by name", async () => {
    const url = await listen((socket) => socket.once("data", () => socket.end("SSH-2.0-OpenSSH_9.2\r\n")));
    expect(await testFetcher().get(url, { kind: "feed" })).toMatchObject({ reason: "bad-response" });
  });

  it("with headers of a megabyte fails by name", async () => {
    const url = await listen((socket) =>
      socket.once("data", () => socket.end(`HTTP/1.1 200 OK\r\nx-long: ${"x".repeat(1_000_000)}\r\n\r\n`)),
    );
    expect(await testFetcher().get(url, { kind: "feed" })).toMatchObject({ reason: "bad-response" });
  });

  it("is called off by its caller and by the end of the client", async () => {
    const { url } = await serve({ "*": () => {} });
    const fetcher = testFetcher();
    const stop = new AbortController();
    const called = fetcher.get(`${url}/a`, { kind: "feed", signal: stop.signal });
    const closed = fetcher.get(`${url}/b`, { kind: "feed" });
    setTimeout(() => stop.abort(new Error("the reader left")), 30);
    expect(await called).toMatchObject({ kind: "failed", reason: "stopped" });
    await fetcher.close();
    expect(await closed).toMatchObject({ kind: "failed", reason: "stopped" });
    expect(await fetcher.get(url, { kind: "feed" })).toMatchObject({ reason: "stopped" });
  });
});
