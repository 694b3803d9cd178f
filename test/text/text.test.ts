import { describe, expect, it } from "vitest";
import { DocumentFrequencies } from "../../src/text/document-frequencies.ts";
import { languageOf } from "../../src/text/language-of.ts";
import { bands, containment, minhash, shingles } from "../../src/text/minhash.ts";
import { sketchContainment, sketchOf, wordRuns } from "../../src/text/shingle-sketch.ts";
import { dotProduct, heaviestTerms, type TermVector, termId } from "../../src/text/term-vector.ts";
import { terms } from "../../src/text/terms.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { translationsOf, wordKey } from "../../src/text/word-translations.ts";

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

describe("term vectors", () => {
  const vector = (weights: Readonly<Record<number, number>>): TermVector => ({
    ids: Uint32Array.from(Object.keys(weights), Number),
    weights: Float32Array.from(Object.values(weights)),
  });
  it("measure the angle between weighted terms", () => {
    const [a, b] = [vector({ 2: 0.6, 7: 0.8 }), vector({ 7: 1 })];
    expect(dotProduct(a, a)).toBeCloseTo(1);
    expect(dotProduct(a, b)).toBeCloseTo(0.8);
    expect(dotProduct(a, vector({}))).toBe(0);
  });
  it("are told by their heaviest terms", () => {
    const { ids, weights } = heaviestTerms(vector({ 1: 0.25, 4: 0.75, 9: 0.5 }), 2);
    expect([[...ids], [...weights]]).toEqual([
      [4, 9],
      [0.75, 0.5],
    ]);
  });
});

describe("document frequencies", () => {
  it("weigh rare terms above common ones, and can be saved", () => {
    const frequencies = new DocumentFrequencies();
    for (let i = 0; i < 10; i++) frequencies.add((i === 0 ? ["dam", "news"] : ["news"]).map(termId));
    expect(frequencies.idf(termId("dam"))).toBeGreaterThan(frequencies.idf(termId("news")));
    const restored = new DocumentFrequencies(frequencies.save());
    expect(restored.idf(termId("dam"))).toBe(frequencies.idf(termId("dam")));
    expect([...frequencies.save(2).ids]).toEqual([termId("news")]);
  });
});

describe("word translations", () => {
  it("find the longest known word of an unspaced script, pairs of words, and roots", () => {
    const known = [
      ["zh", "地震", "earthquake"],
      ["zh", "地", "ground"],
      ["ms", "perdana menteri", "prime"],
      ["ms", "menteri", "minister"],
      ["ms", "bakar", "burn"],
    ] as const;
    const translations = translationsOf(
      Uint32Array.from(known, ([language, word]) => wordKey(word, language)),
      Uint32Array.from(known, ([, , english]) => termId(english)),
    );
    expect(translations.of("墨西哥地震", "zh")).toEqual([termId("earthquake")]);
    expect(translations.of("perdana menteri dan menteri lain", "ms")).toEqual([termId("prime"), termId("minister")]);
    expect(translations.of("kebakaran", "ms")).toEqual([termId("burn")]);
    expect(translations.of("kebakaran", "de")).toEqual([]);
  });
});

describe("shingle sketches", () => {
  const words = Array.from({ length: 900 }, (_, i) => `word${(i * 7) % 61}x${i}`);
  const sketch = (list: readonly string[]) => sketchOf(wordRuns(list.join(" ")));
  it("find a short text within a long one that is sampled, and nothing in common with a stranger", () => {
    expect(sketchContainment(sketch(words.slice(100, 300)), sketch(words))).toBe(1);
    expect(sketchContainment(sketch(words), sketch(words.map((word) => `${word}y`)))).toBe(0);
  });
  it("measure the share of a text that was kept", () => {
    const edited = words.map((word, i) => (i < 270 ? `new${word}` : word));
    expect(Math.abs(sketchContainment(sketch(words), sketch(edited)) - 0.7)).toBeLessThan(0.08);
  });
});

describe("minhash", () => {
  const text = Array.from({ length: 200 }, (_, i) => `word${(i * 7) % 61}x${i}`);
  it("lets a copy with a few changes meet its original in some band", () => {
    const copy = text.map((word, i) => (i % 40 === 0 ? "changed" : word));
    const keys = (words: readonly string[]) => bands(minhash(Uint32Array.from(shingles(words))));
    const meets = keys(copy).some((band) => keys(text).includes(band));
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
