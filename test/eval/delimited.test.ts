import { expect, it } from "vitest";
import { parseDelimited } from "../../src/eval/delimited.ts";

it("reads delimiters, line ends and doubled quotes within quotes", () => {
  expect(parseDelimited('a,"b, ""c""\nd"\ne,f', ",")).toEqual([
    ["a", 'b, "c"\nd'],
    ["e", "f"],
  ]);
});

it("leaves quotes inside an unquoted field as they are", () => {
  expect(parseDelimited('x\ty "z"\r\n', "\t")).toEqual([["x", 'y "z"']]);
});
