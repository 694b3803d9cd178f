import { describe, expect, it } from "vitest";
import type { DraftClaim } from "../../src/model/claim.ts";
import type { DraftBriefing } from "../../src/model/draft.ts";
import { rejectedDrafts } from "../../src/verify/rejected-drafts.ts";
import { verifyBriefing } from "../../src/verify/verify-briefing.ts";
import { cite, material } from "./story.ts";

const cables = cite("a1", "12 cables");
const written = (text: string, instead?: DraftClaim): DraftClaim => ({
  text,
  voice: "fact",
  citations: [cables],
  basis: { kind: "written" },
  ...(instead && { instead }),
});
const excerpt: DraftClaim = {
  text: "The Tolle Bridge was closed on Tuesday after 12 cables were found to be worn (Harbour Gazette).",
  voice: "attributed",
  citations: [cables],
  basis: { kind: "excerpt", suffix: " (Harbour Gazette)." },
};
const good = written("The Tolle Bridge was closed on Tuesday after 12 worn cables were found.");
const bad = written("The Tolle Bridge was closed after 13 cables were found to be worn.");
const replaced = written("The Tolle Bridge was closed after 14 cables were found to be worn.", excerpt);

const draft: DraftBriefing = {
  storyId: "s1",
  revision: 1,
  language: "en",
  engine: "model",
  writtenAt: material.now,
  headline: [bad, good],
  standfirst: [good],
  sections: [{ kind: "what-happened", claims: [good, bad, replaced] }],
  sources: [],
  skipped: [],
};

describe("sentences of a model that nothing bears out", () => {
  it("are found with their reasons, so that they can be mended", () => {
    expect([...rejectedDrafts(draft, material)]).toEqual([
      [bad, "unseen-number"],
      [replaced, "unseen-number"],
    ]);
  });

  it("give way to what stands in their place, and are counted all the same", () => {
    const { headline, sections, skipped } = verifyBriefing(draft, material);
    expect([headline.text, sections[0]?.claims.map(({ text }) => text), skipped]).toEqual([
      good.text,
      [good.text, excerpt.text],
      [
        { part: "headline", reason: "unseen-number", count: 1, written: true },
        { part: "what-happened", reason: "unseen-number", count: 2, written: true },
      ],
    ]);
  });
});
