import { describe, expect, it } from "vitest";
import { pointsBack } from "../../src/write/points-back.ts";
import { pageOf, readingOf, report, sectionOf } from "./compose-page.ts";

const day = "2026-03-02T08:00:00.000Z";
const later = "2026-03-02T09:00:00.000Z";

describe("a headline", () => {
  it.each([
    "The new Salt Park at Tolle is one such place for both towns.",
    "To address this, the Salt Park at Tolle was opened to children.",
    "The Salt Park at Tolle opens its gates to all children now!",
  ])("is never a line that leans on what is not there: %s", (lead) => {
    const page = pageOf([
      report("a1", "Harbour Gazette", day, "Salt Park at Tolle opens", lead),
      report(
        "a2",
        "Inland Courier",
        later,
        "Salt Park at Tolle opens",
        "The Salt Park at Tolle was opened with a race for children.",
      ),
    ]);
    expect(page.headline.text).toBe("The Salt Park at Tolle was opened with a race for children");
  });
});

describe("a sentence of a page", () => {
  it("is no speech without a word of who speaks", () => {
    const { passages } = readingOf([
      report(
        "a1",
        "Harbour Gazette",
        day,
        "Pier",
        "“The pier will not be mended before the summer, whatever they say.”",
      ),
    ]);
    expect(passages[0]?.flaw).toBe("speech");
  });

  it.each([
    "Despite these efforts, the long wait for the pier means that Tolle will have no ferry until late autumn.",
    "The range of works begun since spring reflects the wishes of the town, it said in a note to the council.",
    "In a similar vein, the Merrin Board closed the second pier at Tolle for the winter.",
    "From the founders of the fish hall at Merrin, this new quay gives the town a place to meet.",
    "Similar works were done on the pier at Tolle in 2013 and in 2018.",
    "The town of Tolle cannot easily give it, since the money is spent.",
    "The pier at Tolle was the most that he could offer.",
    "Looking back on the year, he said the pier was paid for by Anselm Ruyk.",
    "The court did not rule on the merits of that claim against the council of Tolle.",
  ])("is not told where it leans on one that does not stand before it: %s", (text) => {
    const { passages } = readingOf([report("a1", "Harbour Gazette", day, "Pier", text)]);
    expect(passages.slice(0, 1).map(pointsBack)).toEqual([true]);
  });

  it("names somebody by a pronoun where a noun before it says who", () => {
    const { passages } = readingOf([
      report("a1", "Harbour Gazette", day, "Pier", "The mayor of Tolle closed the pier on the day of her election."),
    ]);
    expect(passages.slice(0, 1).map(pointsBack)).toEqual([false]);
  });

  it.each([
    ["An increase since 2013, but a decrease since 2018.", "fragment"],
    ["(Update: the council of Tolle closed the pier at noon.)", "aside"],
    ["Walkers are seen near the pier of Tolle on a Sunday.", "boilerplate"],
    ["More information on the pier of Tolle can be found in the town hall.", "boilerplate"],
    ["The council of Tolle closed the pier at noon.", undefined],
  ])("is a sentence of a report: %s", (text, flaw) => {
    const { passages } = readingOf([report("a1", "Harbour Gazette", day, "Pier", text)]);
    expect(passages[0]?.flaw).toBe(flaw);
  });

  it("may speak of this year", () => {
    const { passages } = readingOf([
      report("a1", "Harbour Gazette", day, "Pier", "Early this year the council of Tolle closed the pier for repairs."),
    ]);
    expect(passages.slice(0, 1).map(pointsBack)).toEqual([false]);
  });

  it("that says of whom outlets write cites sentences of each that name them all", () => {
    const page = pageOf([
      report(
        "a1",
        "Harbour Gazette",
        day,
        "Tolle and Merrin",
        "Irja Solund opened the pier at Tolle on Sunday.",
        "Anselm Ruyk of the Merrin Board paid for the pier.",
      ),
      report(
        "a2",
        "Inland Courier",
        later,
        "Tolle and Merrin",
        "The pier at Tolle was opened by Irja Solund on Sunday.",
        "The Merrin Board gave the money, said Anselm Ruyk.",
      ),
    ]);
    const [claim] = sectionOf(page, "what-the-papers-say")?.claims ?? [];
    expect(claim?.text).toMatch(/both write about/);
    const outletsOf = (name: string) =>
      new Set(claim?.citations.filter(({ quote }) => quote.includes(name)).map(({ articleId }) => articleId));
    const names = claim?.text.match(/about (.*)\.$/)?.[1]?.split(/, | and /) ?? [];
    for (const name of names) expect(outletsOf(name.replace(/^the /, ""))).toEqual(new Set(["a1", "a2"]));
  });
});

it("asks nothing about a name that the reports merely pass by", () => {
  const paragraphs = [
    "A ferry with 214 people aboard ran aground on Sunday because the pilot took a sandbank for the channel.",
    "The crossing will be closed until next week because divers have to look at the hull.",
    "Tugs took the passengers off before dark, and a school gave them beds for the night and soup in the morning.",
    "Among those on the quay was Irja Solund, who had come for the fish.",
  ];
  const page = pageOf([
    report("a1", "Harbour Gazette", day, "Ferry runs aground", ...paragraphs),
    report("a2", "Inland Courier", later, "Ferry aground off the coast", ...paragraphs),
  ]);
  const questions = sectionOf(page, "questions")?.questions.map(({ question }) => question) ?? [];
  expect(questions.filter((question) => /^(?:Why is|What happens next)/.test(question))).toEqual([]);
});
