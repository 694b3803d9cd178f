import { describe, expect, it } from "vitest";
import type { Briefing, Disagreement } from "../../../src/model/briefing.ts";
import { revisionChanges } from "../../../src/serve/site/revision-changes.ts";
import { briefing, claim, sources } from "./invented-story.ts";

const withHappened = (revision: number, ...texts: string[]): Briefing => ({
  ...briefing,
  revision,
  sections: [{ kind: "what-happened", claims: texts.map((text) => claim(text, "fact", "a1")) }],
});

const differing = ({ versions, ...rest }: Disagreement, value: string): Disagreement => ({
  ...rest,
  versions: versions.map((version) => ({ ...version, value })),
});

const told = (older: Briefing, newer: Briefing) => revisionChanges(older, newer).parts;

describe("what changed between two versions", () => {
  it("is nothing where the same sentences stand in another order", () => {
    expect(told(withHappened(1, "A.", "B."), withHappened(2, "B.", "A."))).toEqual([]);
  });

  it("is the sentences that came and those that went, by part", () => {
    expect(told(withHappened(1, "Nine died.", "B."), withHappened(2, "Ten died.", "B."))).toEqual([
      { part: "what-happened", added: ["Ten died."], removed: ["Nine died."] },
    ]);
  });

  it("counts a part that is new or gone, its thesis and all", () => {
    const behind = briefing.sections.find(({ kind }) => kind === "behind-the-headline");
    const more = {
      ...withHappened(2, "A."),
      sections: [...withHappened(2, "A.").sections, ...(behind ? [behind] : [])],
    };
    expect(told(withHappened(1, "A."), more).map(({ part, added }) => [part, added.length])).toEqual([
      ["behind-the-headline", 4],
    ]);
    expect(told(more, withHappened(3, "A.")).map(({ part, removed }) => [part, removed.length])).toEqual([
      ["behind-the-headline", 4],
    ]);
  });

  it("is a disagreement whose versions changed, and a card that says something else", () => {
    const withToll = (revision: number, value: string, description: string): Briefing => ({
      ...briefing,
      revision,
      sections: briefing.sections.map((section) =>
        section.kind === "what-the-papers-say"
          ? { ...section, disagreements: section.disagreements.map((one) => differing(one, value)) }
          : section.kind === "topics"
            ? { ...section, entities: section.entities.map((card) => ({ ...card, description })) }
            : section,
      ),
    });
    expect(told(withToll(1, "nine injured", "The mayor."), withToll(2, "ten injured", "The mayor."))).toEqual([
      {
        part: "what-the-papers-say",
        added: ["the number of injured: ten injured (Radio Nessa) · ten injured (Innerthaler Bote, Voice of Ostrana)"],
        removed: [
          "the number of injured: nine injured (Radio Nessa) · nine injured (Innerthaler Bote, Voice of Ostrana)",
        ],
      },
    ]);
    expect(told(withToll(1, "nine", "The mayor."), withToll(2, "nine", "A priest."))).toEqual([
      {
        part: "topics",
        added: ["Ada Renn: A priest.", "Sow Bank: A priest."],
        removed: ["Ada Renn: The mayor.", "Sow Bank: The mayor."],
      },
    ]);
  });

  it("names the articles that came in", () => {
    const older = { ...withHappened(1, "A."), sources: sources.slice(0, 7) };
    expect(revisionChanges(older, withHappened(2, "A.")).articles.map(({ articleId }) => articleId)).toEqual([
      "a8",
      "a9",
    ]);
  });
});
