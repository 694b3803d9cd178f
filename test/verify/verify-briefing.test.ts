import { describe, expect, it } from "vitest";
import type { DraftClaim } from "../../src/model/claim.ts";
import type { DraftBriefing } from "../../src/model/draft.ts";
import { UserError } from "../../src/model/errors.ts";
import { verifyBriefing } from "../../src/verify/verify-briefing.ts";
import { cite, material } from "./story.ts";

const closed = cite("a1", "was closed");
const people = cite("a2", "4,000");
const good: DraftClaim = {
  text: "Some 4,000 people use it every day (Inland Courier).",
  voice: "attributed",
  citations: [people],
  basis: { kind: "excerpt", suffix: " (Inland Courier)." },
};
const bad: DraftClaim = { ...good, text: "Some 9,000 people use it every day (Inland Courier)." };
const headline: DraftClaim = {
  text: "Tolle Bridge was closed",
  voice: "fact",
  citations: [closed],
  basis: { kind: "headline" },
};
const page: DraftBriefing = {
  storyId: "s1",
  revision: 1,
  language: "en",
  engine: "extractive",
  writtenAt: material.now,
  headline: [{ ...headline, text: "Chaos as Tolle Bridge fails" }, headline],
  standfirst: [good],
  sections: [],
  sources: [],
  skipped: [],
};
const published = { text: good.text, voice: good.voice, citations: good.citations };

describe("a page", () => {
  it("takes the first headline that is borne out, and counts no other", () => {
    const briefing = verifyBriefing(page, material);
    expect(briefing.headline.text).toBe("Tolle Bridge was closed");
    expect(briefing.skipped).toEqual([]);
  });

  it("has a verbatim sentence for a headline where no line is borne out, and says so", () => {
    const briefing = verifyBriefing({ ...page, headline: [bad] }, material);
    expect(briefing.headline).toEqual({ text: closed.quote, voice: "attributed", citations: [closed] });
    expect(briefing.skipped).toEqual([{ part: "headline", reason: "words-not-in-source", count: 1 }]);
  });

  it("leaves out what is not borne out, by the line, and counts it by part and reason", () => {
    const { sections, skipped } = verifyBriefing(
      { ...page, sections: [{ kind: "what-happened", claims: [bad, good, bad] }] },
      material,
    );
    expect(sections).toEqual([{ kind: "what-happened", claims: [published] }]);
    expect(skipped).toEqual([{ part: "what-happened", reason: "words-not-in-source", count: 2 }]);
  });

  it("leaves out a section of which nothing is left", () => {
    const { sections, skipped } = verifyBriefing(
      { ...page, sections: [{ kind: "what-happened", claims: [bad] }] },
      material,
    );
    expect(sections).toEqual([]);
    expect(skipped).toEqual([
      { part: "what-happened", reason: "words-not-in-source", count: 1 },
      { part: "what-happened", reason: "nothing-borne-out", count: 1 },
    ]);
  });

  it("puts a bullet in the place of a thesis that falls", () => {
    const { sections } = verifyBriefing(
      { ...page, sections: [{ kind: "behind-the-headline", thesis: bad, claims: [good, good], inSum: bad }] },
      material,
    );
    expect(sections).toEqual([{ kind: "behind-the-headline", thesis: published, claims: [published] }]);
  });

  it("keeps a disagreement only between versions that stand on their own outlets' words", () => {
    const version = (value: string, outlet: string) => ({
      value,
      outlets: [outlet],
      at: material.now,
      citations: [people] as const,
    });
    const differing = (...versions: ReturnType<typeof version>[]) =>
      verifyBriefing(
        {
          ...page,
          sections: [
            {
              kind: "what-the-papers-say",
              claims: [good],
              outlets: [],
              disagreements: [{ subject: "users", versions }],
              consensus: [],
              unknowns: [],
            },
          ],
        },
        material,
      ).sections;
    const [kept] = differing(version("4,000", "Inland Courier"), version("about 4,000", "Inland Courier"));
    expect(kept).toMatchObject({ disagreements: [{ subject: "users" }] });
    const [dropped] = differing(version("4,000", "Inland Courier"), version("9,000", "Harbour Gazette"));
    expect(dropped).toMatchObject({ disagreements: [] });
  });

  it("asks no question whose answer is not borne out", () => {
    const question = { slug: "how-many", question: "How many use it?", teaser: "Counts differ." };
    const { sections } = verifyBriefing(
      {
        ...page,
        sections: [
          {
            kind: "questions",
            claims: [],
            questions: [
              { ...question, answer: [good] },
              { ...question, slug: "other", answer: [bad] },
            ],
            relatedStories: [],
          },
        ],
      },
      material,
    );
    expect(sections).toEqual([
      { kind: "questions", claims: [], questions: [{ ...question, answer: [published] }], relatedStories: [] },
    ]);
  });

  it("says what to do where no article has a sentence", () => {
    expect(() => verifyBriefing({ ...page, headline: [], standfirst: [] }, { ...material, articles: [] })).toThrow(
      UserError,
    );
  });
});
