import { expect, test } from "vitest";
import { namesWork } from "../../src/annotate/named-works.ts";

const named = (text: string) => {
  const start = text.indexOf("“");
  return namesWork(text, { start, end: text.indexOf("”") + 1 });
};

test.each([
  ["Varn spoke on TNN’s “Morning Tide,” and left.", true],
  ["Varn spoke on TNN’s “Today” and left.", true],
  ["The star of “Salt Is the New Sugar” lives in Tremmen.", true],
  ["Varn called the vote “a farce” and left.", false],
  ["The crowd chanted, “Bring Varn Home!”", false],
  ["“Never Again” was all she said.", false],
  ["Varn called him “Minister” and left.", false],
])("%s", (text, is) => expect(named(text)).toBe(is));
