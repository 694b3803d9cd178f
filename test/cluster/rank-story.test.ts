import { describe, expect, it } from "vitest";
import { type RankFacts, rankFactsOf, rankStory } from "../../src/cluster/rank-story.ts";
import type { Article } from "../../src/model/article.ts";
import { outletRegister, unknownOutlet } from "../../src/model/outlet.ts";

const facts: RankFacts = {
  outlets: 4,
  origins: 4,
  articles: 6,
  countries: 2,
  growing: 2,
  newestAt: "2026-11-20T08:00:00.000Z",
};

describe("rankStory", () => {
  it("puts what more newsrooms reported independently above what was printed more often", () => {
    const copied = { ...facts, origins: 1, outlets: 8, articles: 9, countries: 8, growing: 1 };
    expect(rankStory(facts)).toBeGreaterThan(rankStory(copied));
  });

  it("lets a small story of today pass a large one of last week", () => {
    const old = {
      outlets: 30,
      origins: 20,
      articles: 60,
      countries: 9,
      growing: 9,
      newestAt: "2026-11-13T08:00:00.000Z",
    };
    expect(rankStory(facts)).toBeGreaterThan(rankStory(old));
  });

  it.each<[string, Partial<RankFacts>]>([
    ["outlets give it more reports", { articles: 12 }],
    ["it is reported from more countries", { countries: 4 }],
    ["more newsrooms have just reported it", { growing: 4 }],
  ])("puts the one of two alike first of which %s", (_, more) => {
    expect(rankStory({ ...facts, ...more })).toBeGreaterThan(rankStory(facts));
  });

  it("lets none of these weigh as much as twice the origins", () => {
    const wide = { ...facts, origins: 4, countries: 4, growing: 4, articles: 8 };
    expect(rankStory({ ...facts, origins: 8 })).toBeGreaterThan(rankStory(wide));
  });
});

describe("rankFactsOf", () => {
  const outlets = outletRegister([
    { ...unknownOutlet("The Lindmar Post"), country: "DE" },
    { ...unknownOutlet("Radio Nessa"), place: "Kestria", family: "nessa" },
    { ...unknownOutlet("Nessa Today"), place: "Kestria", family: "nessa" },
  ]);
  const article = (id: string, outlet: string, hour: number): Article => ({
    id,
    outlet,
    title: "",
    text: "",
    language: "en",
    publishedAt: new Date(Date.UTC(2026, 10, 20, hour)).toISOString(),
  });

  it("counts an owner's outlets and a copy once where it asks who reported, and every known country once", () => {
    const articles = [
      article("a", "The Lindmar Post", 1),
      article("b", "Radio Nessa", 9),
      article("c", "Nessa Today", 11),
      article("d", "The Upland Mail", 12),
    ];
    expect(rankFactsOf(articles, new Map([["d", "a"]]), outlets)).toEqual({
      origins: 2,
      outlets: 4,
      articles: 4,
      countries: 2,
      growing: 2,
      newestAt: "2026-11-20T12:00:00.000Z",
    });
  });
});
