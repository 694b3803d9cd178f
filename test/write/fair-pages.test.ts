import { describe, expect, it } from "vitest";
import type { Briefing, WhatThePapersSay } from "../../src/model/briefing.ts";
import { composeCase } from "../golden/compose-case.ts";

/** Every text a reader sees, in the order of the page. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  const own = "voice" in value && "text" in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}

const shown = ({ headline, standfirst, sections }: Briefing) => textsOf([headline, standfirst, sections]);
const papersOf = ({ sections }: Briefing) =>
  sections.find((section): section is WhatThePapersSay => section.kind === "what-the-papers-say");

describe("a page is fair", () => {
  it("sets two tolls side by side, each with its outlet, and says so in the passage", () => {
    const papers = papersOf(composeCase("two-outlets-disagree-on-toll"));
    const versions = papers?.disagreements.flatMap((one) => one.versions) ?? [];
    expect(versions.map(({ outlets }) => outlets)).toEqual([["Tolle Gazette"], ["Inland Courier"]]);
    expect(papers?.claims.at(-1)?.text).toMatch(/^Overall, .*differ on the number of dead/);
  });

  it("keeps the speaker with a headline that says what one person thinks", () => {
    expect(composeCase("praise-keeps-its-speaker").headline.text).toMatch(
      /^(?:Ilse Varnen: )?The rent rules .* worked well .*(?:, said Housing Minister Ilse Varnen)?$/,
    );
  });

  it("puts the denial right behind the accusation", () => {
    const texts = shown(composeCase("denial-stands-beside-accusation"));
    const accusations = texts.flatMap((text, index) => (/\baccused\b/.test(text) ? [index] : []));
    expect(accusations.length).toBeGreaterThan(0);
    for (const index of accusations) expect(texts.slice(index, index + 2).join(" ")).toMatch(/denied that its ships/);
  });

  it("never names a private person of a story of crime whom one outlet names", () => {
    const page = composeCase("private-person-is-not-named");
    expect(shown(page).join("\n")).not.toMatch(/Ferring/);
    expect(JSON.stringify(page.sections)).not.toMatch(/Ferring/);
  });

  it("lets an article of another story say nothing", () => {
    const texts = shown(composeCase("stranger-in-the-cluster")).join("\n");
    expect(texts).not.toMatch(/chess|Varga|champion/);
    expect(texts).toMatch(/bridge/i);
  });

  it("lets a copy speak once", () => {
    const page = composeCase("copies-speak-once");
    expect(page.standfirst.text).toMatch(/^Three outlets .* two independent origins/);
    expect(papersOf(page)?.outlets.map(({ outlet }) => outlet)).not.toContain("Senn Post");
  });
});
