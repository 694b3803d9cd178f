import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { serve, testFetcher } from "./loopback.ts";

const text = "The harbour bridge reopened on Monday. ".repeat(200);
const bomb = Buffer.alloc(64_000_000, "a");

async function ask(body: Uint8Array | string, headers: Record<string, string>, maxBytes = 1_000_000) {
  const { url } = await serve({ "/": (_request, response) => response.writeHead(200, headers).end(body) });
  const outcome = await testFetcher({ maxBytes }).get(url, { kind: "feed" });
  return outcome.kind === "ok" ? new TextDecoder().decode(outcome.bytes) : outcome;
}

/** Sends without end until the other side goes away, and counts what it got rid of. */
function endless(response: ServerResponse, sent: { bytes: number }): void {
  const chunk = Buffer.alloc(65_536, "x");
  const pump = () => {
    while (!response.destroyed && response.write(chunk)) sent.bytes += chunk.length;
  };
  response.writeHead(200).on("drain", pump);
  pump();
}

describe("a body", () => {
  it.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["br", brotliCompressSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["gzip, br", brotliCompressSync(gzipSync(text))],
    ["identity", text],
    ["utf-8", text],
    ["gzip", text],
  ])("packed as %s is unpacked", async (coding, body) => {
    expect(await ask(body, { "content-encoding": coding })).toBe(text);
  });

  it.each([
    ["gzip", gzipSync(bomb)],
    ["br", brotliCompressSync(bomb)],
    ["deflate", deflateSync(bomb)],
    ["gzip, gzip", gzipSync(gzipSync(bomb))],
  ])("that bursts when it is unpacked (%s) ends at the limit", async (coding, body) => {
    expect(body.length).toBeLessThan(100_000);
    expect(await ask(body, { "content-encoding": coding })).toMatchObject({
      kind: "failed",
      reason: "too-large",
      detail: "The answer is larger than 1 MB (fetch.maxMegabytes).",
    });
  });

  it("may be exactly as large as the limit, and not a byte larger", async () => {
    expect(await ask("x".repeat(1_000), {}, 1_000)).toHaveLength(1_000);
    expect(await ask("x".repeat(1_001), {}, 1_000)).toMatchObject({ reason: "too-large" });
  });

  it("without an end is cut off at the limit, whatever it says of its length", async () => {
    const sent = { bytes: 0 };
    const { url } = await serve({ "/": (_request, response) => endless(response, sent) });
    expect(await testFetcher().get(url, { kind: "page" })).toMatchObject({ reason: "too-large" });
    expect(sent.bytes).toBeLessThan(20_000_000);
  });

  it("packed in a way nobody asked for fails by name", async () => {
    expect(await ask(text, { "content-encoding": "zstd" })).toMatchObject({ reason: "bad-encoding" });
    expect(await ask(gzipSync(text), { "content-encoding": "gzip, gzip, gzip" })).toMatchObject({
      reason: "bad-encoding",
      detail: "The answer is packed 3 times over.",
    });
  });

  it("that is broken inside fails by name", async () => {
    const broken = gzipSync(text);
    broken.fill(0xff, 20, 60);
    expect(await ask(broken, { "content-encoding": "gzip" })).toMatchObject({ reason: "bad-encoding" });
  });

  it("that is cut off inside its compression gives what had come", async () => {
    const whole = gzipSync(Array.from({ length: 5_000 }, (_, line) => `line ${line} ${Math.sin(line)}\n`).join(""));
    const found = await ask(whole.subarray(0, whole.length / 2), { "content-encoding": "gzip" });
    expect(found).toMatch(/^line 0 0\nline 1 /);
  });

  it("keeps its bytes as they are, whatever the charset says: they are decoded where they are read", async () => {
    const { url } = await serve({
      "/": (_request, response) =>
        response
          .writeHead(200, { "content-type": "text/xml; charset=windows-1252" })
          .end(Buffer.from([0x80, 0xe9, 0x00, 0xff])),
    });
    expect(await testFetcher().get(url, { kind: "feed" })).toMatchObject({
      contentType: "text/xml; charset=windows-1252",
      bytes: Buffer.from([0x80, 0xe9, 0x00, 0xff]),
    });
  });
});
