import { expect, test } from "vitest";
import { isSpellingOf, shareName } from "../../src/write/spelling.ts";

test.each([
  ["Ilse Varnen", "Ilse Varnen", true],
  ["Ilse Varnen", "Ilse Varnens", true],
  ["Ilse Varnen", "ilse varnem", true],
  ["Ilse Varnen", "Elke Varnen", false],
  ["Jan Lee", "Jan Lea", false],
  ["Varnen", "Varnem", false],
  ["Ilse Varnen", "Ilse Maria Varnen", false],
  ["Ilse Varnen", "Ilze Varnem", false],
])("%s and %s: one person %s", (a, b, same) => {
  expect(isSpellingOf(a, b)).toBe(same);
});

test.each([
  ["AC Varnen", "Varnen Selet", true],
  ["Jan Osk", "Osk Bel Jan", true],
  ["Jan Osk", "Jan Selet", false],
  ["Ilse Varnen", "Anselm Ruyk", false],
])("%s and %s: they share what tells them from others %s", (a, b, shared) => {
  expect(shareName(a, b)).toBe(shared);
});
