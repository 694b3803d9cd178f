import { describe, expect, it } from "vitest";
import { scanWords } from "../../src/text/scan-words.ts";

function words(text: string): string[] {
  const { count, starts, ends } = scanWords(text);
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
}

describe("the scan for words", () => {
  it("finds runs of letters, marks and digits, with what follows an apostrophe", () => {
    expect(words("The dam’s wall, 1,200 m: don't.")).toEqual(["The", "dam’s", "wall", "1", "200", "m", "don't"]);
    expect(words("'Größe' तूफ़ान 墨西哥")).toEqual(["Größe", "तूफ़ान", "墨西哥"]);
    expect(words(" … ")).toEqual([]);
  });

  it("gives the same hash to the same word in other case and with another apostrophe", () => {
    const { count, hashes } = scanWords("Dam’s DAM'S dam");
    expect(count).toBe(3);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it("has room for any number of words", () => {
    expect(scanWords("a ".repeat(10_000)).count).toBe(10_000);
  });
});
