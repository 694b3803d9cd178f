import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadWordVectors } from "../../src/learned.ts";
import { packWordVectors, loadWordVectors as read } from "../../src/text/word-vectors.ts";

describe("the vectors of English words", () => {
  const vectors = loadWordVectors();
  const nearest = (word: string, count: number) => {
    const own = vectors.numberOf(word) ?? -1;
    return vectors.words
      .map((other, number) => ({ other, near: vectors.similarity(own, number) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, count)
      .map(({ other }) => other);
  };

  it("hold the commonest words, the commonest first, and no others", () => {
    expect(vectors.words.slice(0, 4)).toEqual(["the", "of", "to", "and"]);
    expect([vectors.words.length, vectors.dimensions]).toEqual([42_000, 100]);
    expect([vectors.numberOf("the"), vectors.numberOf("vasterlundish"), vectors.numberOf("The")]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it("lie near each other for words of one kind", () => {
    expect(nearest("london", 4)).toEqual(["london", "sydney", "edinburgh", "glasgow"]);
    expect(nearest("seven", 4)).toEqual(["seven", "five", "eight", "six"]);
  });
});

it("reads back what was packed, rounded to steps of 1/254, and refuses other bytes", () => {
  const packed = packWordVectors(["quay", "harbour"], Float32Array.of(1, 0, 0, 0.3, 0.4, 0));
  const vectors = read(packed);
  const sum = new Float32Array(3);
  vectors.addTo(sum, 1, 10);
  expect(vectors.words).toEqual(["quay", "harbour"]);
  expect([...sum].map((value) => Number(value.toFixed(1)))).toEqual([6, 8, 0]);
  expect(vectors.similarity(0, 1)).toBeCloseTo(0.6, 2);
  expect(() => read(gzipSync(Uint8Array.of(2, 0, 0, 0, 3, 0, 0, 0, 1)))).toThrow("The word vectors are damaged.");
});
