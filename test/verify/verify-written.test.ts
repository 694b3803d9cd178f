import { describe, expect, it } from "vitest";
import type { Citation } from "../../src/model/claim.ts";
import { readStoryFacts } from "../../src/verify/story-facts.ts";
import { verifyClaim } from "../../src/verify/verify-claim.ts";
import { cite, material } from "./story.ts";

const facts = readStoryFacts(material);
const cables = cite("a1", "12 cables");
const speech = cite("a1", "We will open");
const weeks = cite("a2", "only crossing");
const people = cite("a2", "4,000");

function verdictOn(text: string, citations: readonly Citation[]): string {
  const verdict = verifyClaim({ text, voice: "attributed", citations, basis: { kind: "written" } }, facts, "en");
  return "rejected" in verdict ? verdict.rejected : "borne out";
}

describe("a sentence that a model wrote", () => {
  it("is marked as written when it is published", () => {
    const text = "The Tolle Bridge was closed on Tuesday after 12 worn cables were found.";
    expect(verifyClaim({ text, voice: "fact", citations: [cables], basis: { kind: "written" } }, facts, "en")).toEqual({
      claim: { text, voice: "fact", citations: [cables], written: true },
    });
  });

  it.each<[string, string, readonly Citation[]]>([
    [
      "borne out",
      "Harbour Gazette reports that the Tolle Bridge was closed after 12 cables were found to be worn.",
      [cables],
    ],
    [
      "wrong-outlet",
      "Inland Courier reports that the Tolle Bridge was closed after 12 cables were found to be worn.",
      [cables],
    ],
    [
      "borne out",
      "Harbour Gazette says that 12 cables were found to be worn, while Inland Courier writes that the bridge may stay closed for six weeks.",
      [cables, weeks],
    ],
    [
      "wrong-outlet",
      "Inland Courier says that 12 cables were found to be worn, while Harbour Gazette writes that the bridge may stay closed for six weeks.",
      [cables, weeks],
    ],
    [
      "borne out",
      "The bridge may stay closed for six weeks, Inland Courier reports, and 12 cables were found to be worn, Harbour Gazette writes.",
      [cables, weeks],
    ],
    [
      "wrong-outlet",
      "The bridge may stay closed for six weeks, Harbour Gazette reports, and 12 cables were found to be worn, Inland Courier writes.",
      [cables, weeks],
    ],
    ["wrong-outlet", "Harbour Gazette reports that some 4,000 people use it every day.", [cables, people]],
  ])("is %s by whom it says it is reported: %s", (expected, text, citations) => {
    expect(verdictOn(text, citations)).toBe(expected);
  });

  it.each<[string, string]>([
    ["borne out", '"We will open it when it is safe, and not a day before," Irja Solund said.'],
    ["wrong-speaker", '"We will open it when it is safe, and not a day before," Jon Tarn told Harbour Gazette.'],
    ["unseen-quotation", 'Harbour Gazette quotes Ms Solund: "We will open it when it is ready."'],
  ])("is %s by what it quotes, and from whom: %s", (expected, text) => {
    expect(verdictOn(text, [speech])).toBe(expected);
  });

  it.each<[string, string]>([
    ["borne out", "The bridge may stay closed for six weeks, engineers said."],
    ["hedge-lost", "The bridge will stay closed for six weeks, engineers said."],
    ["hedge-lost", "Engineers said that the bridge stays closed for six weeks."],
  ])("is %s by how certain it is: %s", (expected, text) => {
    expect(verdictOn(text, [weeks])).toBe(expected);
  });

  it.each<[string, string]>([
    ["borne out", "The bridge may stay closed for six weeks, engineers said, and some 4,000 people use it every day."],
    [
      "unseen-number",
      "The bridge may stay closed for six weeks, engineers said, and some 5,000 people use it every day.",
    ],
  ])("is %s clause by clause: %s", (expected, text) => {
    expect(verdictOn(text, [weeks, people])).toBe(expected);
  });

  it.each<[string, string, readonly Citation[]]>([
    ["unseen-number", "The bridge was closed after 13 cables were found to be worn.", [cables]],
    ["no-citation", "The bridge was closed.", []],
  ])("is refused as %s: %s", (expected, text, citations) => {
    expect(verdictOn(text, citations)).toBe(expected);
  });

  it.each<["line" | "synthesis", string, string, readonly Citation[]]>([
    ["line", "borne out", "Tolle Bridge closed after 12 cables were found to be worn", [cables]],
    ["line", "words-not-in-source", "Outcry and fury as neglected bridge closed", [cables]],
    [
      "synthesis",
      "borne out",
      "The Tolle Bridge, closed after 12 worn cables were found, may stay closed for six weeks.",
      [cables, weeks],
    ],
    [
      "synthesis",
      "one-origin",
      "The Tolle Bridge was closed on Tuesday after 12 worn cables were found.",
      [cables, cables],
    ],
  ])("as a %s is %s: %s", (as, expected, text, citations) => {
    const verdict = verifyClaim({ text, voice: "fact", citations, basis: { kind: "written", as } }, facts, "en");
    expect("rejected" in verdict ? verdict.rejected : "borne out").toBe(expected);
  });
});
