import { describe, expect, it } from "vitest";
import { termIds } from "../../src/text/term-ids.ts";
import { termId } from "../../src/text/term-vector.ts";
import { terms } from "../../src/text/terms.ts";

describe("the places of a text's terms", () => {
  it("are those of its terms, in order, the first time and from then on", () => {
    for (const [text, language] of [
      ["The dams' walls: walls of Lindmar’s dam, 1,200 m", "en"],
      ["Die Mauern der Talsperre", "de"],
      ["墨西哥发生地震 Mexico", "zh"],
      ["", "en"],
    ] as const) {
      const expected = terms(text, language).map(termId);
      expect(termIds(text, language).ids).toEqual(expected);
      expect(termIds(text, language).ids).toEqual(expected);
    }
  });

  it("are marked where the word begins with a capital, which a script without capitals never does", () => {
    expect(termIds("Dams burst in Lindmar; Ölmar’s 3 dams", "en").capitals).toEqual([true, false, true, true, false]);
    expect(termIds("墨西哥", "zh").capitals).toEqual([false, false]);
  });
});
