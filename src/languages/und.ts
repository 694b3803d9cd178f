import type { Language } from "./language.ts";

/** The language of which nothing is known. */
export const und: Language = {
  tag: "und",
  stopWords: new Set(),
  stem: (word) => word,
  abbreviations: new Set(),
  endingAbbreviations: new Set(),
  speechVerbs: new Set(),
  quoteVerbs: new Set(),
  accordingTo: [],
  pronouns: new Set(),
  quotationMarks: [
    ["“", "”"],
    ["«", "»"],
    ['"', '"'],
    ["「", "」"],
  ],
  capitalNouns: false,
};
