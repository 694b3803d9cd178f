import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotateArticle } from "../../src/annotate/annotate-article.ts";
import { loadNameTagger } from "../../src/text/name-tagger.ts";

const nameTagger = loadNameTagger(readFileSync(new URL("../../weights/names.bin.gz", import.meta.url)));

function read(text: string, language: string) {
  return annotateArticle(
    { id: "a", outlet: "Sample Post", title: "", text, publishedAt: "2026-11-18T10:00:00.000Z", language },
    { nameTagger },
  );
}

/** Processor time in milliseconds, so that other work on the machine does not count. */
function cost(text: string): number {
  const before = process.cpuUsage();
  read(text, "en");
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const pieces = fc.constantFrom(
  "“",
  "”",
  "„",
  "«",
  "»",
  '"',
  "'",
  "’",
  ".",
  "!",
  "?",
  "…",
  ",",
  ":",
  "-",
  "–",
  "\n",
  " ",
  "1",
  "12",
  "3.5",
  "$",
  "%",
  "Mr.",
  "U.S.",
  "said",
  "sagte",
  "according to",
  "Monday",
  "in 1998",
  "between",
  "and",
  "to",
  "million",
  "Ilse Varn",
  "Kenya",
  "’ s",
  "\ud800",
  "\udc00",
  "日本",
  "العربية",
  "(IMF)",
  "The",
);

describe("hostile text", () => {
  it("never throws, and every span lies inside the text and is not empty", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }),
        fc.constantFrom("en", "de", "fr", "es", "und"),
        fc.boolean(),
        (parts, language, spaced) => {
          const text = parts.join(spaced ? " " : "");
          const { sentences, mentions, quotes, numbers, dates } = read(text, language);
          for (const { start, end } of [...sentences, ...mentions, ...quotes, ...numbers, ...dates])
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
          for (const { low, high } of numbers) expect(low <= high).toBe(true);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  }, 60_000);

  it.each([
    ["no space", "x", 1],
    ["capitals without a space", "A", 1],
    ["quotation marks", "“", 1],
    ["straight marks", '" ', 1],
    ["numbers", "1,", 1],
    ["mixed scripts", "Senn 選挙 выборы “ok”. 票は数えた。 ", 1],
    ["names and quotations", "“No,” said Ilse Varn of Kenya on Monday. ", 4],
  ])(
    "costs linear time: %s",
    (_, unit, weight) => {
      const size = 40_000 / weight;
      const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
      cost(text(size));
      const once = cost(text(size));
      const four = cost(text(size * 4));
      // Four times the text may cost four times as much, and a half more for noise; quadratic work would cost sixteen times as much.
      expect(four).toBeLessThan(Math.max(once, 20) * 8);
    },
    60_000,
  );
});
