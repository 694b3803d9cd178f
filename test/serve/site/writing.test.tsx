import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Briefing, Section, Writing } from "../../../src/model/briefing.ts";
import type { Claim } from "../../../src/model/claim.ts";
import { StoryPage } from "../../../src/serve/site/story-page.tsx";
import { storyView } from "../../../src/serve/site/story-view.ts";
import { writingStrings } from "../../../src/serve/site/strings/writing-strings.ts";
import { briefing, loaded, site } from "./invented-story.ts";

const written = (claim: Claim): Claim => ({ ...claim, written: true });
const sections = briefing.sections.map(
  (section): Section =>
    section.kind === "what-happened" ? { ...section, claims: section.claims.map(written) } : section,
);
const writing: Writing = {
  model: "pebble-8b",
  parts: [{ part: "what-happened", template: "what-happened@1" }],
  usage: { inputTokens: 5_000, outputTokens: 760, cost: 0.0052 },
};
const skipped = [
  { part: "what-happened", reason: "unseen-number", count: 2, written: true as const },
  { part: "what-happened", reason: "repeats-another", count: 1, written: true as const },
  { part: "how-we-got-here", reason: "model-timeout", count: 1 },
];

async function pageOf(changes: Partial<Briefing>): Promise<Document> {
  const view = storyView({ ...loaded, briefing: { ...briefing, ...changes } }, site);
  return parseHTML(`<!doctype html>${await (<StoryPage view={view} />).toString()}`).document as unknown as Document;
}
const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());

describe("a page of which a model wrote a part", () => {
  it("says so beside the part, in how it was written, and in what is for machines", async () => {
    const page = await pageOf({ engine: "model", writing, sections, skipped });
    expect(texts(page, "h2:has(.label)")).toEqual([
      "What’s happened written by a model",
      "What’s behind the headline? analysis",
    ]);
    expect(texts(page, ".writing p")).toEqual([
      "A language model, pebble-8b, wrote: What’s happened.",
      "Each of its sentences was checked against the passages it cites. All else is the outlets’ own sentences, or counted.",
      "2 sentences were left out because no source bore them out.",
      "Its replies took 5,760 tokens. By the edition’s prices they cost 0.0052.",
    ]);
    expect(texts(page, ".left-out li")).toEqual([
      "What’s happened: a number is not in the passage (2)",
      "What’s happened: another sentence says the same",
      "How we got here: the model took too long; the outlets’ own sentences stand instead",
    ]);
    expect([...page.querySelectorAll("[data-writer]")].map((part) => part.getAttribute("aria-labelledby"))).toEqual([
      "what-happened",
    ]);
    expect(page.querySelectorAll("a.claim[data-written]").length).toBe(2);
    expect(
      JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? "{}").digitalSourceType,
    ).toBe("https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource");
  });

  it("says how many of its sentences stand on a second opinion", async () => {
    const page = await pageOf({ engine: "model", writing: { ...writing, judged: 2 }, sections });
    expect(texts(page, ".writing p")[1]).toMatch(
      / 2 were in doubt and stand because a model found them in their passages\.$/,
    );
  });

  it("marks a headline that a model wrote", async () => {
    const parts = [{ part: "headline" as const, template: "what-happened@1" }];
    const page = await pageOf({
      engine: "model",
      writing: { ...writing, parts },
      headline: written(briefing.headline),
    });
    expect(texts(page, ".by-model")).toEqual(["written by a model"]);
  });

  it("says that nothing of what a model wrote stands there, where that is so", async () => {
    const page = await pageOf({ writing: { ...writing, parts: [], usage: { inputTokens: 0, outputTokens: 0 } } });
    expect(texts(page, ".writing p")).toEqual([
      "A language model, pebble-8b, was asked; nothing it wrote stands on this page.",
    ]);
    expect(page.querySelector("[itemprop]")).toBeNull();
  });

  it("has its words in four languages", () => {
    expect(["en", "de", "fr", "es", "ja"].map((tag) => writingStrings(tag).label)).toEqual([
      "written by a model",
      "von einem Sprachmodell",
      "écrit par un modèle",
      "escrito por un modelo",
      "written by a model",
    ]);
  });
});
