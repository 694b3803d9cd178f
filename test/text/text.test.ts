import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/text/language-of.ts";
import { bands, containment, minhash, shingles } from "../../src/text/minhash.ts";
import { RunningFrequencies } from "../../src/text/running-frequencies.ts";
import { terms } from "../../src/text/terms.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { cosine, normalize, termCounts } from "../../src/text/vectors.ts";

describe("tokenize", () => {
  it("keeps names, initials, abbreviations and numbers whole, and parts the possessive", () => {
    const text = "O'Neill's ex-aide J. Holt paid $1,200.50 in the U.S.";
    expect(tokenize(text).map((token) => token.text)).toEqual([
      "O'Neill",
      "'s",
      "ex-aide",
      "J.",
      "Holt",
      "paid",
      "$",
      "1,200.50",
      "in",
      "the",
      "U.S.",
    ]);
    expect(tokenize(text).every(({ start, end, text: word }) => text.slice(start, end) === word)).toBe(true);
  });
});

describe("terms", () => {
  it("stems and leaves out stop words and single letters", () => {
    expect(terms("The floods in Lindmar's valleys were flooding again, 12 dead", "en")).toEqual([
      "flood",
      "lindmar",
      "valley",
      "flood",
      "12",
      "dead",
    ]);
  });
  it("cuts scripts without spaces into pairs", () => {
    expect(terms("東京都", "ja")).toEqual(["東京", "京都"]);
  });
});

describe("vectors", () => {
  it("measures the angle between counted terms", () => {
    const a = termCounts(["dam", "flood", "flood"]);
    expect(cosine(a, a)).toBeCloseTo(1);
    expect(cosine(a, termCounts(["bank"]))).toBe(0);
    expect(cosine(a, new Map())).toBe(0);
    expect([
      ...normalize(
        new Map([
          ["x", 3],
          ["y", 4],
        ]),
      ).values(),
    ]).toEqual([0.6, 0.8]);
  });
  it("weighs rare terms above common ones, and can be saved", () => {
    const frequencies = new RunningFrequencies();
    for (let i = 0; i < 10; i++) frequencies.add(i === 0 ? ["dam", "news"] : ["news"]);
    expect(frequencies.idf("dam")).toBeGreaterThan(frequencies.idf("news"));
    const restored = new RunningFrequencies(frequencies.toJSON());
    expect(restored.idf("dam")).toBe(frequencies.idf("dam"));
  });
});

describe("minhash", () => {
  const text = Array.from({ length: 200 }, (_, i) => `word${(i * 7) % 61}x${i}`);
  it("lets a copy with a few changes meet its original in some band", () => {
    const copy = text.map((word, i) => (i % 40 === 0 ? "changed" : word));
    const meets = bands(minhash(shingles(copy))).some((band) => bands(minhash(shingles(text))).includes(band));
    expect(meets).toBe(true);
  });
  it("keeps strangers apart and finds a text printed with additions", () => {
    const other = text.map((word) => `${word}y`);
    expect(containment(shingles(text), shingles(other))).toBe(0);
    expect(containment(shingles(text), shingles(["more", "words", ...text]))).toBe(1);
  });
});

describe("languageOf", () => {
  it("tells languages apart and says und to nothing", () => {
    expect(languageOf("The minister said the talks in the capital would go on until the weekend.")).toBe("en");
    expect(languageOf("Der Minister sagte, die Gespräche in der Hauptstadt würden bis zum Wochenende dauern.")).toBe(
      "de",
    );
    expect(languageOf("… 12 …")).toBe("und");
  });
  it("believes what is declared of a very short text", () => {
    expect(languageOf("Dammbruch", "de-CH")).toBe("de");
  });
});
