import { describe, expect, it } from "vitest";
import type { Basis, Citation } from "../../src/model/claim.ts";
import { readStoryFacts } from "../../src/verify/story-facts.ts";
import { verifyClaim } from "../../src/verify/verify-claim.ts";
import { cite, material } from "./story.ts";

const facts = readStoryFacts(material);
const closed = cite("a1", "was closed");
const spoken = cite("a1", "We will open");
const weeks = cite("a2", "six weeks");
const people = cite("a2", "4,000");

function verdict(text: string, basis: Basis, ...citations: Citation[]): string {
  const result = verifyClaim({ text, voice: "fact", citations, basis }, facts, "en");
  return "claim" in result ? "published" : result.rejected;
}

describe("a citation", () => {
  const basis: Basis = { kind: "excerpt" };
  it.each<[string, string, Citation[]]>([
    ["is needed", "no-citation", []],
    ["is of an article of the story", "article-not-in-story", [{ ...closed, articleId: "a9" }]],
    ["stands there to the letter", "citation-not-verbatim", [{ ...closed, start: closed.start + 1 }]],
    ["has words", "empty-citation", [{ ...closed, quote: " " }]],
  ])("%s", (_, reason, citations) => {
    expect(verdict(closed.quote, basis, ...citations)).toBe(reason);
  });
});

describe("an excerpt", () => {
  const signed: Basis = { kind: "excerpt", suffix: " (Harbour Gazette)." };
  it("is published without its dateline and signed by its outlet", () => {
    const text = "The Tolle Bridge was closed on Tuesday after 12 cables were found to be worn (Harbour Gazette).";
    expect(verifyClaim({ text, voice: "attributed", citations: [closed], basis: signed }, facts, "en")).toEqual({
      claim: { text, voice: "attributed", citations: [closed] },
    });
  });
  it.each<[string, string, string, Basis, Citation]>([
    [
      "with another number",
      "words-not-in-source",
      "The Tolle Bridge was closed on Tuesday after 13 cables were found to be worn (Harbour Gazette).",
      signed,
      closed,
    ],
    [
      "with words in another order",
      "words-not-in-source",
      "After 12 cables were found to be worn the Tolle Bridge was closed (Harbour Gazette).",
      signed,
      closed,
    ],
    [
      "that lost its may",
      "words-not-in-source",
      "The Tolle Bridge, the only crossing to the islands, stay closed for six weeks, engineers said (Inland Courier).",
      { kind: "excerpt", suffix: " (Inland Courier)." },
      weeks,
    ],
    [
      "that is signed by another outlet",
      "wrong-outlet",
      "Some 4,000 people use it every day (Harbour Gazette).",
      signed,
      people,
    ],
    [
      "introduced by an outlet that is not cited",
      "wrong-outlet",
      "Harbour Gazette: Some 4,000 people use it every day.",
      { kind: "excerpt", prefix: "Harbour Gazette: " },
      people,
    ],
    [
      "whose own words give a number that nothing counts",
      "number-not-counted",
      "Of nine outlets, Inland Courier: Some 4,000 people use it every day.",
      { kind: "excerpt", prefix: "Of nine outlets, Inland Courier: " },
      people,
    ],
    [
      "whose own words name a stranger",
      "name-not-in-story",
      "Inland Courier and Norbert Quill: Some 4,000 people use it every day.",
      { kind: "excerpt", prefix: "Inland Courier and Norbert Quill: " },
      people,
    ],
    [
      "with a quotation cut inside",
      "words-not-in-source",
      '"We will open it, and not a day before," Ms Solund said (Harbour Gazette).',
      signed,
      spoken,
    ],
    [
      "given to somebody who does not speak there",
      "wrong-speaker",
      `Tove Marr, quoted by Harbour Gazette: ${spoken.quote}`,
      { kind: "excerpt", prefix: "Tove Marr, quoted by Harbour Gazette: ", speaker: "Tove Marr" },
      spoken,
    ],
    [
      "given to its speaker",
      "published",
      `Irja Solund, quoted by Harbour Gazette: ${spoken.quote}`,
      { kind: "excerpt", prefix: "Irja Solund, quoted by Harbour Gazette: ", speaker: "Irja Solund" },
      spoken,
    ],
    [
      "that another outlet does not have",
      "published",
      "Not in the one article of Harbour Gazette we read by 14:05 UTC on 3 March 2026: Some 4,000 people use it every day (Inland Courier).",
      {
        kind: "excerpt",
        prefix: "Not in the one article of Harbour Gazette we read by 14:05 UTC on 3 March 2026: ",
        suffix: " (Inland Courier).",
      },
      people,
    ],
    [
      "that leaves out a whole aside",
      "published",
      "The Tolle Bridge may stay closed for six weeks, engineers said (Inland Courier).",
      { kind: "excerpt", suffix: " (Inland Courier)." },
      weeks,
    ],
  ])("%s", (_, outcome, text, basis, citation) => {
    expect(verdict(text, basis, citation)).toBe(outcome);
  });
});

describe("a headline", () => {
  const basis: Basis = { kind: "headline" };
  it.each([
    ["of the lead's own words", "published", "Tolle Bridge closed after 12 cables were found to be worn"],
    ["with a number of its own", "number-not-in-source", "Tolle Bridge closed after 13 cables were found to be worn"],
    ["with a name of its own", "name-not-in-source", "Tolle Bridge closed as Solund blames 12 worn cables"],
    ["mostly of other words", "words-not-in-source", "Tolle Bridge closed in chaos, misery and anger"],
  ])("%s", (_, outcome, text) => {
    expect(verdict(text, basis, closed)).toBe(outcome);
  });
});

describe("a sentence of ours", () => {
  it.each<[string, string, string, string[], Citation[]]>([
    [
      "whose counts are counted again",
      "published",
      "Two outlets report this in two articles.",
      ["two"],
      [closed, weeks],
    ],
    ["with a count that is wrong", "fact-not-borne-out", "Five outlets report this.", ["five"], [closed, weeks]],
    [
      "with a number it does not list",
      "number-not-counted",
      "Two outlets report this, read by 900 people.",
      ["two"],
      [closed, weeks],
    ],
    [
      "with a name it does not list",
      "name-not-in-story",
      "Two outlets report this, and so does Norbert Quill.",
      ["two"],
      [closed, weeks],
    ],
    [
      "that quotes what is not cited",
      "words-not-verbatim",
      "Inland Courier writes of “chaos”.",
      ["Inland Courier"],
      [people],
    ],
    [
      "that quotes a word as it stands",
      "published",
      "Inland Courier writes of “engineers”.",
      ["Inland Courier", "engineers"],
      [weeks],
    ],
    [
      "that lists a fact it does not tell",
      "fact-not-in-sentence",
      "Two outlets report this.",
      ["two", "six weeks"],
      [closed, weeks],
    ],
  ])("%s", (_, outcome, text, listed, citations) => {
    expect(verdict(text, { kind: "computed", facts: listed }, ...citations)).toBe(outcome);
  });
});

describe("free prose", () => {
  it("is published where a source bears it out, and not where a number differs", () => {
    expect(verdict("Some 4,000 people use it every day.", { kind: "written" }, people)).toBe("published");
    expect(verdict("Some 9,000 people use it every day.", { kind: "written" }, people)).not.toBe("published");
  });
});
