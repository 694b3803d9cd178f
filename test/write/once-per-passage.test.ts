import { describe, expect, it } from "vitest";
import { oncePerPassage } from "../../src/write/once-per-passage.ts";
import type { Passage } from "../../src/write/passage.ts";

const passage = (text: string) => ({ text }) as Passage;

describe("oncePerPassage", () => {
  it("works out what is known of a passage once, also where nothing is", () => {
    const asked: string[] = [];
    const firstNumber = oncePerPassage(({ text }, unit: string) => {
      asked.push(text);
      const [number] = text.match(/\d+/) ?? [];
      return number === undefined ? undefined : `${number} ${unit}`;
    });
    const [one, none] = [passage("12 boats sank"), passage("The boats sank")];
    expect([one, none, one, none].map((own) => firstNumber(own, "boats"))).toEqual([
      "12 boats",
      undefined,
      "12 boats",
      undefined,
    ]);
    expect(asked).toEqual(["12 boats sank", "The boats sank"]);
  });

  it("tells two passages of the same words apart", () => {
    const read = oncePerPassage((own) => ({ own }));
    const [a, b] = [passage("The ferry sank"), passage("The ferry sank")];
    expect(read(a)).not.toBe(read(b));
  });
});
