import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/cli/input-lines.ts";

async function lines(chunks: readonly (string | Uint8Array)[], maxBytes?: number) {
  const found: unknown[] = [];
  for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), maxBytes))
    found.push(line);
  return found;
}

describe("lines of input", () => {
  it("end with \\n or \\r\\n, the last with neither too", async () => {
    expect(await lines(["one\r\ntwo\n\nfour"])).toEqual(["one", "two", "", "four"]);
  });

  it("are none where there is nothing", async () => {
    expect(await lines([])).toEqual([]);
  });

  it("lose the byte order mark before the first", async () => {
    expect(await lines(["\ufeffone\ntwo"])).toEqual(["one", "two"]);
  });

  it("are not broken at U+2028, which JSON may hold as it is", async () => {
    expect(await lines(['{"text":"one\u2028two\u2029three"}\n'])).toEqual(['{"text":"one\u2028two\u2029three"}']);
  });

  it("are whole however their bytes came, also within a letter", async () => {
    const bytes = Buffer.from("Zoë sagt „ja“\nnein");
    expect(await lines([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(["Zoë sagt „ja“", "nein"]);
  });

  it("that are longer than anybody's record are passed over and told of, and the next is read", async () => {
    expect(await lines(["x".repeat(6), "x".repeat(6), "\nshort\n"], 10)).toEqual([
      { overlong: true, maxBytes: 10 },
      "short",
    ]);
  });
});
