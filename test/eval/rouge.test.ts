import { expect, it } from "vitest";
import { rougeL, rougeN, rougeTokens } from "../../src/eval/rouge.ts";

it("stems words of more than three letters by Porter", () => {
  expect(rougeTokens("The Dams' flooding was 1,200 m")).toEqual(["the", "dam", "flood", "was", "1", "200", "m"]);
});

it("counts an n-gram as often as both texts have it", () => {
  const { precision, recall, f1 } = rougeN(["a", "b", "a"], ["a", "a", "c", "d"], 1);
  expect([precision, recall]).toEqual([2 / 3, 1 / 2]);
  expect(f1).toBeCloseTo(4 / 7);
  expect(rougeN(["a", "b", "c"], ["a", "b", "d"], 2).f1).toBe(1 / 2);
});

it("takes the longest common subsequence of the whole texts", () => {
  expect(rougeL(["a", "x", "b", "c"], ["a", "b", "y", "c"]).f1).toBe(3 / 4);
  expect(rougeL([], ["a"]).f1).toBe(0);
});
