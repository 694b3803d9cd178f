import { expect, test } from "vitest";
import { fnv1a } from "../../src/text/fnv1a.ts";

test("the published values of FNV-1a with 32 bits come out", () => {
  const hex = (text: string) => (fnv1a(text) >>> 0).toString(16).padStart(8, "0");
  expect(["", "a", "foobar"].map(hex)).toEqual(["811c9dc5", "e40c292c", "bf9cf968"]);
});

test("a text hashed in parts has the hash of the whole", () => {
  expect(fnv1a("bar", fnv1a("foo"))).toBe(fnv1a("foobar"));
});
