import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";

const split = (text: string, language = "en") =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it("ends a sentence at its mark, and at the end of a paragraph", () => {
    expect(split("The dam held. Nobody was hurt!\nThe mayor spoke at noon")).toEqual([
      "The dam held.",
      "Nobody was hurt!",
      "The mayor spoke at noon",
    ]);
  });
  it("goes on after titles, initials, abbreviations and numbers", () => {
    const text =
      "Dr. Ilse Varn and J. R. Holt met Gen. Osk in the U.S. capital on Jan. 3 at 5.30 p.m. They left early.";
    expect(split(text)).toEqual([text.slice(0, -17), "They left early."]);
  });
  it("never cuts inside an open quotation", () => {
    expect(split("“We left. We had to,” said Mr. Ashby. He wept.")).toEqual([
      "“We left. We had to,” said Mr. Ashby.",
      "He wept.",
    ]);
  });
  it("keeps German ordinals and abbreviations whole", () => {
    expect(split("Am 3. Mai traf Prof. Lind z. B. Minister Orr. Er schwieg.", "de")).toEqual([
      "Am 3. Mai traf Prof. Lind z. B. Minister Orr.",
      "Er schwieg.",
    ]);
  });
  it("cuts scripts without capitals by Unicode's rules", () => {
    expect(split("今日は晴れ。明日は雨。", "ja")).toEqual(["今日は晴れ。", "明日は雨。"]);
  });
  it("takes linear time on a line without any full stop and on thousands of quotation marks", () => {
    const started = performance.now();
    split("word ".repeat(100_000));
    split('" '.repeat(20_000));
    split("“a ".repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
