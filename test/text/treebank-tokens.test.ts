import { expect, it } from "vitest";
import { treebankTokens } from "../../src/text/treebank-tokens.ts";

it("parts contractions, possessives and hyphens, and says where each part stands", () => {
  const text = "We'll see: they don’t, cannot and won't re-open Varn's shop.";
  const tokens = treebankTokens(text, { start: 0, end: text.length });
  expect(tokens.map((token) => token.text).join(" ")).toBe(
    "We 'll see : they do n’t , can not and wo n't re - open Varn 's shop .",
  );
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(tokens.map((token) => token.text));
});
