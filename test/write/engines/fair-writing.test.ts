import { describe, expect, it } from "vitest";
import { loadLearned } from "../../../src/learned.ts";
import { composeWith } from "../../../src/pipeline/compose-briefing.ts";
import { modelEngine } from "../../../src/write/engines/model-engine.ts";
import { storyOfCase } from "../../golden/compose-case.ts";
import { composeScripted, numbersOf } from "./scripted-replies.ts";

/** The page of a golden story of which the model writes one sentence and a headline, both from the passage that holds some words. */
function write(story: string, { text, headline, from }: { text: string; headline: string; from: string }) {
  const input = storyOfCase(story);
  return composeScripted(
    (answers) => composeWith(modelEngine("scripted"), input, loadLearned(), answers),
    (ask) => {
      if (!ask.template.startsWith("what-happened")) return "{}";
      const passages = numbersOf(ask, from);
      return JSON.stringify({ headline: { text: headline, passages }, sentences: [{ text, passages }] });
    },
  ).briefing;
}

describe("a page that a model writes is fair:", () => {
  it("an accusation stands right before the denial that an article carries, and in no headline", () => {
    const accusation = "Residents of Brackwater accused the Orsk Harbour Company of pumping oil into the bay at night.";
    const { headline, sections, skipped } = write("denial-stands-beside-accusation", {
      text: accusation,
      headline: "Residents accused the Orsk Harbour Company of pumping oil into the bay",
      from: "accused the Orsk",
    });
    expect(sections[0]?.claims.map(({ text }) => text)).toEqual([
      accusation,
      expect.stringMatching(
        /Inland Courier .*The Orsk Harbour Company denied that its ships had pumped oil into the bay\.$/,
      ),
    ]);
    expect(headline.written).toBeUndefined();
    expect(skipped).toContainEqual({
      part: "headline",
      reason: "accusation-without-room-for-reply",
      count: 1,
      written: true,
    });
  });

  it("a private person is named nowhere, whatever the model knows", () => {
    const page = write("private-person-is-not-named", {
      text: "Maud Ferring was stabbed at the railway station of Senn on Friday evening, police said.",
      headline: "Maud Ferring was stabbed at the railway station of Senn",
      from: "was stabbed at the railway station",
    });
    expect(JSON.stringify([page.headline, page.sections])).not.toContain("Ferring");
  });

  it.each([
    ["beside-the-point", "The bay has been closed to fishing boats since Wednesday"],
    ["hangs-in-the-air", "They took samples from the bay at four places on Thursday"],
  ])("a headline tells the news and stands alone, or is left out as %s", (reason, line) => {
    const { headline, skipped } = write("denial-stands-beside-accusation", {
      text: "The bay has been closed to fishing boats since Wednesday.",
      headline: line,
      from: "fishing boats",
    });
    expect([headline.written, skipped]).toEqual([
      undefined,
      expect.arrayContaining([{ part: "headline", reason, count: 1, written: true }]),
    ]);
  });

  it("a number on which outlets differ stands in no headline", () => {
    const { headline } = write("two-outlets-disagree-on-toll", {
      text: "The ferry sank off Brackwater.",
      headline: "At least 12 people were killed when the ferry sank off Brackwater",
      from: "12",
    });
    expect(headline.text).not.toContain("12");
  });
});
