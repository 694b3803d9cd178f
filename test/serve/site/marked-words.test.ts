import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedWords } from "../../../src/serve/site/marked-words.ts";

const marks = (passage: string, sentence: string) =>
  markedWords(passage, sentence)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");

describe("the marked words of a passage", () => {
  it("are the words that the sentence took, with what stands between them", () => {
    expect(
      marks(
        "The ferry, officials said, ran aground on the Sow Bank at dawn.",
        "The ferry ran aground on the Sow Bank.",
      ),
    ).toBe("The ferry, officials said, [ran aground on the Sow Bank] at dawn.");
  });

  it("are names and figures where the rest is another's wording", () => {
    expect(marks("Eleven of 212 people went to hospital in Corvale.", "All 212 were saved off Corvale.")).toBe(
      "Eleven of [212] people went to hospital in [Corvale].",
    );
  });

  it("are all of it where the two share nothing, as across languages", () => {
    expect(marks("elf wurden verletzt", "eleven injured")).toBe("[elf wurden verletzt]");
  });

  it("take curly and straight apostrophes for the same", () => {
    expect(marks("the port's four pilots", "the port’s four pilots")).toBe("[the port's four pilots]");
  });

  it("never change the passage", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (passage, sentence) => {
        expect(
          markedWords(passage, sentence)
            .map(({ text }) => text)
            .join(""),
        ).toBe(passage);
      }),
    );
  });
});
