import { describe, expect, it } from "vitest";
import { pageOf, report, sectionOf } from "./compose-page.ts";

/** What two reports of one event are said to differ on: each subject with its versions. */
function disagreementsOf(one: readonly string[], other: readonly string[]) {
  const title = "Lighthouse at Quillan Point reopens";
  const page = pageOf([
    report("a1", "Harbour Gazette", "2026-03-02T08:00:00.000Z", title, ...one),
    report("a2", "Inland Courier", "2026-03-02T09:00:00.000Z", title, ...other),
  ]);
  const papers = sectionOf(page, "what-the-papers-say");
  return papers?.disagreements.map(({ subject, versions }) => [
    subject,
    ...versions.map(({ outlets, value }) => `${outlets.join(", ")}: ${value}`),
  ]);
}

describe("what the papers differ on", () => {
  it("is a person named otherwise in one office", () => {
    expect(
      disagreementsOf(
        [
          "The lighthouse at Quillan Point was reopened on Sunday by harbour master Irja Solund after two years of repairs.",
        ],
        [
          "The lighthouse at Quillan Point was reopened on Sunday by harbour master Anselm Ruyk after two years of repairs.",
        ],
      ),
    ).toEqual([
      [
        "the person named after “Sunday by harbour master”",
        "Harbour Gazette: “Irja Solund”",
        "Inland Courier: “Anselm Ruyk”",
      ],
    ]);
  });

  it("is a claim that one outlet negates", () => {
    expect(
      disagreementsOf(
        ["The repaired lighthouse was inspected by the coastal board before it was lit again, the keepers said."],
        ["The repaired lighthouse was not inspected by the coastal board before it was lit again, the keepers said."],
      ),
    ).toEqual([
      [
        "the claim “inspected by the coastal board”",
        "Harbour Gazette: “repaired lighthouse was inspected by the coastal board before”",
        "Inland Courier: “repaired lighthouse was not inspected by the coastal board”",
      ],
    ]);
  });

  const claim =
    "Inspectors alleged that the Sound Line company sold the oil of the lamp at Quillan Point to fishermen from Brackwater.";
  const denial =
    "A lawyer for the Sound Line company denied that the oil of the lamp at Quillan Point was ever for sale.";

  it("is a claim that another outlet says is denied", () => {
    expect(disagreementsOf([claim], [denial])).toEqual([
      [
        "the denied claim about “Sound Line”",
        "Harbour Gazette: “alleged that the Sound Line company sold the oil”",
        "Inland Courier: “Sound Line company denied that the oil of the lamp at Quillan”",
      ],
    ]);
  });

  it.each([
    ["a claim of an outlet that prints the denial, too", [claim, denial], [denial]],
    [
      "the name of who speaks of a denied claim",
      ["Captain Irja Solund, who commands the port of Brackwater, said the oil of the lamp at Quillan Point was sold."],
      [
        "Captain Irja Solund, who commands the port of Brackwater, denied that the oil of the lamp at Quillan Point was sold.",
      ],
    ],
    [
      "half of a quotation",
      [claim],
      [
        'The lawyer for the Sound Line company said of the oil of the lamp at Quillan Point: "I denied it to the board."',
      ],
    ],
  ])("is not %s", (_, one, other) => {
    expect(disagreementsOf(one, other)).toEqual([]);
  });

  it.each([
    [
      "the agency a report comes from",
      "(Tern Wire) – The harbour council of Brackwater voted on Sunday to light the tower at Quillan Point.",
      "The harbour council of Brackwater voted on Sunday to light the tower at Quillan Point.",
    ],
    [
      "shares of one whole",
      "In the survey 72.9 per cent of keepers said that they trust the new lamp at Quillan Point.",
      "In the survey 27.1 per cent of keepers said that they do not trust the new lamp at Quillan Point.",
    ],
    [
      "what was to be done and was not done yet",
      "The keepers are required to carry warning boards at Quillan Point under the harbour act.",
      "The keepers did not carry warning boards at Quillan Point under the harbour act.",
    ],
    [
      "a body and its letters",
      "The report was written by the Coastal Harbour Board for the keepers of Quillan Point.",
      "The report was written by the CHB for the keepers of Quillan Point.",
    ],
    [
      "a sum that was given before",
      "The prize for the keepers was initially reported to be 5 million crowns by the council.",
      "The prize for the keepers grew to 10 million crowns by the council's own account.",
    ],
    [
      "a plea that was refused",
      "The keepers said that the applications of fishermen for berths at Quillan Point were lodged in time.",
      "The applications of fishermen for berths at Quillan Point were denied by the keepers in spring.",
    ],
  ])("is not %s", (_, one, other) => {
    expect(disagreementsOf([one], [other])).toEqual([]);
  });
});
